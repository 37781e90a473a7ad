-- Les titulaires et les modifications d'un contrat s'écrivent en liste JSON ; un seul titulaire a ses propres colonnes. Grain : une cellule.
-- Jeux : contrats
-- Gravité : bloquante
-- Message : « {valeur} » n’est pas une liste JSON
-- Remède : écrire un seul titulaire dans les colonnes « Titulaire » et « SIRET du titulaire »
with listes as (
    select ligne, 'titulaires' as colonne, titulaires as valeur from net where titulaires is not null
    union all
    select ligne, 'titulaires_initiaux', titulaires_initiaux from net where titulaires_initiaux is not null
    union all
    select ligne, 'modifications', modifications from net where modifications is not null
)
select ligne, colonne, valeur
from listes
where case when json_valid(valeur) then json_type(valeur) <> 'ARRAY' else true end
