-- Salariés habitant un quartier prioritaire, totaux par marché sans le détail par structure du secteur nord. Grain : une ligne par année.
select
    annee as annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'marchés réservés' and retenue and dimension = 'QPV' and (structure = '' or marche = 'Espaces verts')
group by all
