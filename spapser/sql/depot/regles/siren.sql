-- Un SIRET dont la clé est fausse garde un SIREN juste : l'entreprise reste connue. Grain : un SIRET.
-- Jeux : tous
-- Gravité : avertissement
-- Message : la clé du SIRET « {valeur} » est fausse, mais son SIREN est juste
-- Remède : vérifier les cinq derniers chiffres ; l’entreprise sera reconnue par son SIREN
-- Préalable : select 1 from sirets_connus where strlen(valeur) = 14 and not est_siret(valeur)
-- Le « limit » garde la clé, longue à calculer, après le dédoublonnage.
with connus as (
    select distinct valeur from sirets_connus where strlen(valeur) = 14 limit 1000000000
),
fausses as (
    select valeur from connus where not est_siret(valeur) and est_luhn(left(valeur, 9))
)
select ligne, colonne, valeur
from sirets
where valeur in (select valeur from fausses)
