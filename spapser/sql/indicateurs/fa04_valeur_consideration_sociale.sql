-- Part du montant des contrats qui ont une clause sociale, un critère social ou une réservation au moins. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part_en_valeur(consideration_sociale, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
