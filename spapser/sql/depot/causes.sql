-- Les cinq premières anomalies de chaque cause, avec la cellule telle que lue et le nombre de toutes. Grain : une anomalie.
-- {lue} est la cellule du fichier.
with premieres as (
    select *, rowid as place, count(*) over cause as nombre, row_number() over (partition by regle, colonne, bloquante order by ligne, rowid) as rang
    from anomalies
    window cause as (partition by regle, colonne, bloquante)
)
select ligne, colonne, regle, {lue} as lue, valeur, objet, autre, message, remede, bloquante, nombre
from (select * from premieres where rang <= 5) as a
left join lu using (ligne)
order by ligne, place
