-- Parcours de formation. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'marchés réservés' and retenue and nature = 'realise' and dimension = 'formation'
group by all
