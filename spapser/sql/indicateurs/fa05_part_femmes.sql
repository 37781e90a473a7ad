-- Part des femmes parmi les salariés dont le sexe est connu. Grain : une ligne par année.
select
    annee,
    100.0 * sum(valeur) filter (where modalite = 'Femmes') / sum(valeur) as valeur,
    sum(valeur) filter (where modalite = 'Femmes') as numerateur,
    sum(valeur) as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'marchés réservés' and retenue and nature = 'realise' and dimension = 'sexe'
group by annee
having sum(valeur) > 0
