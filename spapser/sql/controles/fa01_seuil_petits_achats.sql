-- Seuil des petits achats : donnée et simplification des dossiers
-- Famille : même fait écrit deux fois
-- Fiche : fa01
-- Lecture : Un écart signale que les deux passages ne parlent pas du même seuil.
with resume as (
    select
        annee,
        regexp_extract(realisation, 'moins de ([0-9]+).([0-9]+).€', ['milliers', 'reste']) as montant,
        ligne_source
    from suivi_actions
    where objectif = 'fa01_o07'
)
select
    annee,
    o.valeur as publie,
    try_cast(montant.milliers || montant.reste as double) as recalcule,
    o.unite,
    0 as tolerance,
    list_sort(list_distinct([o.ligne_source, resume.ligne_source])) as lignes
from observations as o
join resume using (annee)
where o.indicateur = 'fa01_seuil_petits_achats' and o.retenue
