-- Part des bénéficiaires sans diplôme ou de niveau CAP/BEP. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'niveau d’études' and unite = '%' and modalite in ('Sans diplôme', 'CAP/BEP, obtenu ou non')
group by all
