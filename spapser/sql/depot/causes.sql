-- Les cinq premières anomalies de chaque cause, avec le nombre de toutes. Grain : une anomalie.
select ligne, colonne, regle, valeur, message, remede, bloquante, nombre
from (
    select *, count(*) over (partition by regle, colonne, bloquante) as nombre,
        row_number() over (partition by regle, colonne, bloquante order by ligne) as rang
    from anomalies
)
where rang <= 5
order by ligne, colonne
