-- Part du montant des contrats dont un titulaire au moins est une SIAE, une entreprise adaptée ou un ESAT. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(part_en_valeur(titulaire_insertion, montant_compte), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
where marche_public
group by annee
