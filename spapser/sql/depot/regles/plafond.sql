-- Un montant reste sous le plafond au-delà duquel il est sans doute un maximum d'achat groupé ou une erreur. Grain : un montant.
-- Jeux : tous
-- Gravité : avertissement
-- Message : « {nombre} » dépasse le plafond de vraisemblance ({autre})
-- Remède : vérifier le montant ; s’il est juste, c’est sans doute le maximum d’un achat groupé
select ligne, colonne, valeur, plafond as autre
from plafonnes
where try_cast(valeur as double) > plafond::double
