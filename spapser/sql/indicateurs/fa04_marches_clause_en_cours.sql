-- Marchés et lots en cours au 31 décembre avec une clause d'insertion, durée modifiée comprise. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(taire_partiel(nombre(si_connue(fin, clause_insertion)), si_connue(fin, clause_insertion)), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from en_cours
group by annee
