-- Part du montant des contrats qui ont une clause ou un critère environnemental au moins. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part_en_valeur(consideration_environnementale, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
