-- Lignes ajoutées, modifiées (avant, puis après) et retirées entre deux états d'un jeu et d'une année. Grain : une ligne d'un état.
-- {cle}, {contenu} et {noms} sont des listes de colonnes du catalogue ; les lignes de même clé sont appariées dans leur ordre.
with avant as (
    select list_value({cle}) as cle, row_number() over (partition by list_value({cle}) order by ligne) as rang,
        hash({contenu}) as contenu, ligne, {noms}
    from {avant}
),
apres as (
    select list_value({cle}) as cle, row_number() over (partition by list_value({cle}) order by ligne) as rang,
        hash({contenu}) as contenu, ligne, {noms}
    from {apres}
),
changees as (
    select 'retirée' as etat, 1 as ordre, avant.* from avant anti join apres using (cle, rang)
    union all
    select 'ajoutée', 1, apres.* from apres anti join avant using (cle, rang)
    union all
    select 'modifiée, avant', 1, avant.* from avant semi join apres on avant.cle = apres.cle and avant.rang = apres.rang
        and avant.contenu <> apres.contenu
    union all
    select 'modifiée, après', 2, apres.* from apres semi join avant on avant.cle = apres.cle and avant.rang = apres.rang
        and avant.contenu <> apres.contenu
)
select etat, ligne, {noms}
from changees
order by cle, rang, ordre
limit {limite}
