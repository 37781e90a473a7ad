-- Structures distinctes nommées parmi les présents. Grain : une ligne par année.
select
    annee as annee,
    count(distinct structure) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from structures
where lien = 'Matinale des achats responsables'
group by all
