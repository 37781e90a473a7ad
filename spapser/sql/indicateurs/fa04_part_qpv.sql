-- Habitants d’un quartier prioritaire parmi les bénéficiaires du territoire. Grain : une ligne par année.
select
    annee,
    100.0 * sum(valeur) filter (where dimension = 'QPV') / sum(valeur) filter (where dimension = 'territoire') as valeur,
    sum(valeur) filter (where dimension = 'QPV') as numerateur,
    sum(valeur) filter (where dimension = 'territoire') as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension in ('territoire', 'QPV')
group by annee
having sum(valeur) filter (where dimension = 'territoire') > 0
