-- Part des bénéficiaires encore en parcours au 31 décembre. Grain : une ligne par année.
select
    annee,
    100.0 * sum(valeur) filter (where groupe = 'En parcours') / sum(valeur) as valeur,
    sum(valeur) filter (where groupe = 'En parcours') as numerateur,
    sum(valeur) as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'situation au 31 décembre'
group by annee
having sum(valeur) > 0
