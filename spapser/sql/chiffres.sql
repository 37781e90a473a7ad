-- Les chiffres d'une édition, publiés et recalculés, tels qu'une sauvegarde doit les rendre. Grain : une lecture d'un fait.
select
    indicateur, annee, dimension, modalite, origine, document, valeur, numerateur, denominateur,
    row_number() over (
        partition by indicateur, annee, dimension, modalite, origine
        order by valeur, note, lignes
    ) as rang
from resultats
order by all
