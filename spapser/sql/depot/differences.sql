-- Lignes ajoutées, modifiées et retirées entre deux états d'un jeu et d'une année. Grain : un seul compte.
-- {cle} et {contenu} sont des listes de colonnes du catalogue ; les lignes de même clé sont appariées dans leur ordre.
with avant as (
    select list_value({cle}) as cle, row_number() over (partition by list_value({cle}) order by ligne) as rang,
        hash({contenu}) as contenu
    from {avant}
),
apres as (
    select list_value({cle}) as cle, row_number() over (partition by list_value({cle}) order by ligne) as rang,
        hash({contenu}) as contenu
    from {apres}
)
select
    count(*) filter (where avant.contenu is null) as ajoutees,
    count(*) filter (where avant.contenu <> apres.contenu) as modifiees,
    count(*) filter (where apres.contenu is null) as retirees
from avant
full join apres using (cle, rang)
