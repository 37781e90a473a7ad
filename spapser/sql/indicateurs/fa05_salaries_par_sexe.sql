-- Femmes et hommes par marché réservé. Grain : une ligne par année, marché et sexe.
select
    annee as annee,
    marche as dimension,
    modalite as modalite,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'marchés réservés' and retenue and nature = 'realise' and dimension = 'sexe'
group by all
