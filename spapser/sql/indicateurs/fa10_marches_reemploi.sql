-- Marchés ciblés pour le réemploi et le recyclage, doublon écarté. Grain : une ligne par année.
select
    annee as annee,
    count(distinct marche) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from marches
where clause = 'réemploi et recyclage'
group by all
