-- Contrats avec clause d'insertion dont le délai de publicité dépasse de plus de 5 jours le minimum. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(publicite_prolongee, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where clause_insertion
group by annee
