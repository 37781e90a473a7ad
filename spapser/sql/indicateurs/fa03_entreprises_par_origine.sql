-- Titulaires de plus de 1 M€, du territoire ou d’ailleurs. Grain : une ligne par année et implantation.
with paires as (
    select
        annee,
        max(valeur) filter (where indicateur = 'fa03_entreprises_1m') as total,
        max(valeur) filter (where indicateur = 'fa03_entreprises_1m_territoire') as territoire,
        lignes(ligne_source) as lignes,
        pire_fiabilite(fiabilite) as fiabilite
    from observations
    where indicateur in ('fa03_entreprises_1m', 'fa03_entreprises_1m_territoire') and retenue and nature in ('realise', 'reference')
    group by annee
)
select annee, '' as dimension, 'Du territoire' as modalite, territoire as valeur, lignes, fiabilite from paires
union all
select annee, '', 'Hors du territoire', total - territoire, lignes, if(fiabilite = 'douteuse', fiabilite, 'deduite') from paires
