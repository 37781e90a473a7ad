-- Une page d'anomalies dans l'ordre du fichier, avec la cellule telle que lue. Grain : une anomalie.
-- {lue} est la cellule du fichier.
select ligne, colonne, regle, {lue} as lue, valeur, objet, autre, message, remede, bloquante
from (select *, rowid as place from anomalies order by ligne, place limit ? offset ?) as a
left join lu using (ligne)
order by ligne, place
