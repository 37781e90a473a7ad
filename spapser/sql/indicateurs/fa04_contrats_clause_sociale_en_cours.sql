-- Marchés et lots en cours au 31 décembre avec une clause sociale, durée modifiée comprise. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(si_connue(fin, clause_sociale)), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from en_cours
group by annee
