-- Un événement commence l'année à laquelle on le rattache. Grain : un événement qui commence une autre année.
-- Jeux : evenements
-- Gravité : avertissement
-- Message : le début « {valeur} » n’est pas de l’année {autre}
-- Remède : vérifier la date ; si elle est juste, vérifier l’année
select ligne, 'debut' as colonne, debut as valeur, annee as autre
from net
where est_jour(debut) and est_annee(annee) and left(debut, 4) <> annee
