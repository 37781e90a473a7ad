-- Titulaires des contrats, dans leur état actuel. Grain : un contrat, un titulaire.
select
    contrat,
    annee,
    montant_compte,
    nombre_titulaires,
    unnest(membres, max_depth := 2)
from faits
