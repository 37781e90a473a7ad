-- Réserves sur les données détaillées : lignes douteuses, déduites ou écartées. Grain : une réserve, une fiche.
with lignes_notees as (
    select 'insertion_publics' as jeu, if(perimetre = 'marchés réservés', 'fa05', 'fa04') as fiche, annee, modalite as objet,
        note, ligne_source, fiabilite
    from insertion_publics
    union all
    select 'insertion_operations', 'fa04', annee, operation, note, ligne_source, fiabilite from insertion_operations
    union all
    select 'evenements', fiche, annee, titre, note, ligne_source, fiabilite from evenements
    union all
    select 'marches', fiche, annee, marche, note, ligne_source, fiabilite from marches
    union all
    select 'programmation', fiche, annee - 1, achat, note, ligne_source, fiabilite from programmation
    union all
    select 'structures', 'fa02', annee, structure, note, ligne_source, fiabilite from structures
    where lien = 'Matinale des achats responsables' or lien like '%marché réservé%'
    union all
    select 'reemploi', 'fa10', annee, produit, note, ligne_source, fiabilite from reemploi
)
select distinct fiche, annee, objet, note, ligne_source, jeu, annee + if(jeu = 'programmation', 1, 0) as annee_jeu
from lignes_notees
where fiabilite <> 'sure' and note <> ''
order by fiche, annee, ligne_source, objet
