-- Les communes de l'EPT. Grain : une commune.
select
    code_insee,
    nom,
    departement,
    try_cast(population as integer) as population,
    try_cast(latitude as double) as latitude,
    try_cast(longitude as double) as longitude
from brut.communes
