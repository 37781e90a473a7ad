-- Salariés habitant un quartier prioritaire : le total du marché s’il est donné, sinon la somme de ses structures. Grain : une ligne par année.
with retenues as (
    select *
    from insertion_publics
    where perimetre = 'marchés réservés' and retenue and nature = 'realise' and dimension = 'QPV'
    qualify structure = '' or not bool_or(structure = '') over (partition by annee, marche)
)
select
    annee,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from retenues
group by annee
