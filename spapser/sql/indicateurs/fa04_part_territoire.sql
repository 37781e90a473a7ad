-- Habitants du territoire parmi les bénéficiaires. Grain : une ligne par année.
select
    annee,
    100.0 * sum(valeur) filter (where dimension = 'territoire') / sum(valeur) filter (where dimension = 'total') as valeur,
    sum(valeur) filter (where dimension = 'territoire') as numerateur,
    sum(valeur) filter (where dimension = 'total') as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension in ('territoire', 'total')
group by annee
having sum(valeur) filter (where dimension = 'total') > 0
