-- Part de l’embauche directe. Grain : une ligne par année.
select
    annee,
    100.0 * sum(valeur) filter (where groupe = 'Embauche directe') / sum(valeur) as valeur,
    sum(valeur) filter (where groupe = 'Embauche directe') as numerateur,
    sum(valeur) as denominateur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'contrat'
group by annee
having sum(valeur) > 0
