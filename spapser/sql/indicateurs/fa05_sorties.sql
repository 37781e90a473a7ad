-- Sorties de parcours par marché et nature. Grain : une ligne par année, marché et nature de sortie.
select
    annee as annee,
    marche as dimension,
    modalite as modalite,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'marchés réservés' and retenue and nature = 'realise' and dimension = 'sortie'
group by all
