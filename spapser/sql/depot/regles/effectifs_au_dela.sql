-- Les catégories d'un dénombrement ne dépassent pas leur total ; une personne peut cumuler des statuts, non des âges. Grain : une dimension.
-- Jeux : insertion_publics
-- Gravité : avertissement
-- Message : la somme de « {objet} » ({nombre}) dépasse le total publié ({autre})
-- Remède : vérifier qu’aucune catégorie n’est comptée deux fois
with totaux as (
    select perimetre, coalesce(marche, '') as support, annee, sum(try_cast(valeur as double)) as total
    from net
    where dimension = 'total' and retenue = 'oui' and nature = 'realise' and unite = 'personnes'
    group by all
)
select min(ligne) as ligne, 'valeur' as colonne, sum(try_cast(valeur as double))::varchar as valeur, dimension as objet,
    any_value(total)::varchar as autre
from net
join totaux on totaux.perimetre = net.perimetre and totaux.annee = net.annee and totaux.support = coalesce(net.marche, '')
where dimension in ('âge', 'sexe', 'niveau d’études', 'commune QPV', 'situation au 31 décembre') and retenue = 'oui'
    and nature = 'realise' and unite = 'personnes'
group by net.perimetre, totaux.support, net.annee, dimension
having sum(try_cast(valeur as double)) > any_value(total)
