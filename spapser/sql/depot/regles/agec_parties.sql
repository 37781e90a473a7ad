-- Dans la déclaration AGEC, ce qui vient du réemploi, de dons ou du recyclage ne dépasse pas la dépense. Grain : un montant.
-- Jeux : agec
-- Gravité : avertissement
-- Message : « {nombre} » dépasse la dépense totale de la catégorie ({autre})
-- Remède : vérifier les deux montants
with parties as (
    unpivot (select ligne, montant_total, montant_reemploi_et_reutilisation, montant_produits_issus_don, montant_produits_recycles from net)
    on montant_reemploi_et_reutilisation, montant_produits_issus_don, montant_produits_recycles
    into name colonne value valeur
)
select ligne, colonne, valeur, montant_total as autre
from parties
where try_cast(valeur as double) > try_cast(montant_total as double)
