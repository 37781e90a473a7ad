-- CDI de la collecte des ordures ménagères, somme des employeurs. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'CDI par employeur' and groupe = 'Collecte'
group by all
