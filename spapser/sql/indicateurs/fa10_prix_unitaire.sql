-- Montant de l’achat reconditionné rapporté au nombre d’unités. Grain : une ligne par année.
select
    annee,
    sum(valeur) filter (where unite = 'euros') / nullif(sum(valeur) filter (where unite = 'unités'), 0) as valeur,
    sum(valeur) filter (where unite = 'euros') as numerateur,
    sum(valeur) filter (where unite = 'unités') as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from reemploi
where operation = 'achat reconditionné' and produit ilike 'smartphone%' and nature = 'realise'
group by annee
having valeur is not null
