-- Un contrat notifié l'a été avant aujourd'hui. Grain : une date.
-- Jeux : contrats
-- Gravité : bloquante
-- Message : la notification du {valeur} est dans l’avenir
-- Remède : vérifier la date ; elle décide de l’année du contrat
select ligne, 'date_notification' as colonne, date_notification as valeur
from net
where try_cast(date_notification as date) > current_date
