-- Achat reconditionné : observations et jeu du réemploi
-- Famille : même fait écrit deux fois
-- Fiche : fa10
-- Lecture : Un écart signale deux jeux de données qui ne disent pas le même nombre ou montant.
with achats as (
    select
        annee,
        unite,
        if(unite = 'euros', 'fa10_montant_reconditionne', 'fa10_smartphones_reconditionnes') as indicateur,
        sum(valeur) as valeur,
        lignes(ligne_source) as lignes
    from reemploi
    where operation = 'achat reconditionné'
    group by annee, unite
)
select
    annee,
    if(unite = 'euros', 'montant', 'nombre') as objet,
    o.valeur as publie,
    achats.valeur as recalcule,
    unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(achats.lignes, o.ligne_source))) as lignes
from observations as o
join achats using (annee, indicateur, unite)
where o.retenue
order by annee, objet
