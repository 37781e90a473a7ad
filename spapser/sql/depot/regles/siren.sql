-- Un SIRET dont la clé est fausse garde un SIREN juste : l'entreprise reste connue. Grain : un SIRET.
-- Jeux : marches
-- Gravité : avertissement
-- Message : la clé du SIRET « {valeur} » est fausse, mais son SIREN est juste
-- Remède : vérifier les cinq derniers chiffres ; l’entreprise sera reconnue par son SIREN
with fausses as (
    select siret_titulaire
    from (select distinct siret_titulaire from net)
    where strlen(siret_titulaire) = 14 and not est_siret(siret_titulaire) and est_luhn(left(siret_titulaire, 9))
)
select ligne, 'siret_titulaire' as colonne, siret_titulaire as valeur
from net
where siret_titulaire in (select siret_titulaire from fausses)
