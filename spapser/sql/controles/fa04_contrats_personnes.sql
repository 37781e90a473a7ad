-- CDI et alternances : contrats signés et personnes au 31 décembre
-- Famille : comparaisons
-- Fiche : fa04
-- Lecture : Un écart dit que les personnes sorties en emploi ne sont pas toutes dans le total des contrats.
with personnes as (
    select annee, modalite, sum(valeur) as valeur, lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'situation au 31 décembre' and retenue
    group by annee, modalite
)
select
    annee,
    contrat.modalite as objet,
    contrat.valeur as publie,
    personnes.valeur as recalcule,
    contrat.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(personnes.lignes, contrat.ligne_source))) as lignes
from insertion_publics as contrat
join personnes using (annee, modalite)
where contrat.perimetre = 'clauses d’insertion' and contrat.dimension = 'contrat' and contrat.retenue
    and contrat.modalite in ('CDI', 'Alternance')
order by annee, objet
