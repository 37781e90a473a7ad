-- Une valeur a le même ordre de grandeur que l'année d'avant. Grain : une valeur plus de dix fois plus grande ou plus petite.
-- Jeux : insertion_operations, insertion_publics, observations
-- Gravité : avertissement
-- Message : « {nombre} » alors que l’année précédente donne {autre}
-- Remède : vérifier l’unité et la virgule
select net.ligne, 'valeur' as colonne, net.valeur, p.valeur as autre
from net
join precedente as p on p.cle = list_value({cle_sans_annee}) and p.annee::integer = try_cast(net.annee as integer) - 1
where try_cast(p.valeur as double) > 0 and try_cast(net.valeur as double) > 0
    and (try_cast(net.valeur as double) > 10 * try_cast(p.valeur as double)
        or try_cast(net.valeur as double) * 10 < try_cast(p.valeur as double))
