-- Entreprises du territoire dont le total des contrats dépasse un million d'euros. Grain : une ligne par année et par décompte.
select
    annee,
    unnest(nombre(if(lieu_inconnu, null, du_territoire)), recursive := true),
    [] as lignes,
    'sure' as fiabilite
from entreprises
where montant > 1000000
group by annee
