-- Les données essentielles d'un contrat se publient après sa notification. Grain : une date.
-- Jeux : contrats
-- Gravité : avertissement
-- Message : la publication du {valeur} précède la notification du {autre}
-- Remède : vérifier les deux dates
select ligne, 'date_publication' as colonne, date_publication as valeur, date_notification as autre
from net
where try_cast(date_publication as date) < try_cast(date_notification as date)
