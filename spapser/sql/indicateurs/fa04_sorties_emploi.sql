-- Bénéficiaires sortis vers un CDI, un CDD, une alternance ou un intérim. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'situation au 31 décembre' and groupe = 'Sortis du dispositif' and modalite in ('CDI', 'CDD', 'Alternance', 'Intérim')
group by all
