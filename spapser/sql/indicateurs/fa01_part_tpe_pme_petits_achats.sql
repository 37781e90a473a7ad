-- Contrats de moins de 40 000 € HT attribués à une TPE ou une PME au moins. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part(titulaire_pme, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where moins_40000
group by annee
