-- Parts des contrats, par groupe : parts publiées et contrats comptés
-- Famille : parts et effectifs
-- Fiche : fa04
-- Lecture : Un écart dirait que la part a été calculée sur un autre total.
with groupes as (
    select
        annee,
        groupe as objet,
        case groupe
            when 'Embauche directe' then 'fa04_part_embauche_directe'
            when 'Contrats d’insertion' then 'fa04_part_contrats_insertion'
        end as indicateur,
        sum(valeur) as valeur,
        lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'contrat' and retenue
    group by annee, groupe
)
select
    annee,
    groupes.objet,
    part.valeur as publie,
    100 * groupes.valeur / total.valeur as recalcule,
    part.unite,
    0.05 as tolerance,
    list_sort(list_distinct(groupes.lignes || [part.ligne_source, total.ligne_source])) as lignes
from observations as part
join groupes using (annee, indicateur)
join observations as total using (annee)
where part.retenue and total.indicateur = 'fa04_contrats' and total.retenue and total.valeur > 0
order by annee, objet
