-- Entreprises du territoire parmi les titulaires de plus de 1 M€. Grain : une ligne par année.
select
    annee,
    100.0 * max(valeur) filter (where indicateur = 'fa03_entreprises_1m_territoire') / nullif(max(valeur) filter (where indicateur = 'fa03_entreprises_1m'), 0) as valeur,
    max(valeur) filter (where indicateur = 'fa03_entreprises_1m_territoire') as numerateur,
    max(valeur) filter (where indicateur = 'fa03_entreprises_1m') as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from observations
where indicateur in ('fa03_entreprises_1m', 'fa03_entreprises_1m_territoire') and retenue and nature in ('realise', 'reference')
group by annee
having valeur is not null
