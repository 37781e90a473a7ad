-- Un montant reste sous le plafond au-delà duquel il est sans doute un maximum d'achat groupé ou une erreur. Grain : un montant.
-- Jeux : marches
-- Gravité : avertissement
-- Message : « {valeur} » dépasse le plafond de vraisemblance ({autre})
-- Remède : vérifier le montant ; s’il est juste, c’est sans doute le maximum d’un achat groupé
select ligne, 'montant' as colonne, montant as valeur, (select plafond from plafonds where nom = 'montant') as autre
from net
where try_cast(montant as double) > (select try_cast(plafond as double) from plafonds where nom = 'montant')
