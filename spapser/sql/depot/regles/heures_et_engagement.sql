-- Les heures réalisées restent dans l'ordre de grandeur des heures engagées. Grain : une opération à plus de cinq fois son engagement.
-- Jeux : insertion_operations
-- Gravité : avertissement
-- Message : {nombre} heures réalisées pour {autre} engagées
-- Remède : vérifier les deux nombres
select r.ligne, 'valeur' as colonne, r.valeur, e.valeur as autre
from net as r
join net as e on e.operation = r.operation and e.annee = r.annee and e.nature = 'engage'
where r.nature = 'realise' and try_cast(r.valeur as double) > 5 * try_cast(e.valeur as double)
