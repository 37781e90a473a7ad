-- Personnes en parcours et contrats signés, par nature
-- Famille : comparaisons
-- Fiche : fa04
-- Lecture : Un écart dit que plus de personnes sont en parcours que de contrats de cette nature signés.
with contrats as (
    select
        annee,
        if(groupe = 'Embauche directe', modalite, replace(groupe, 'Contrats', 'Contrat')) as nature_contrat,
        sum(valeur) as valeur,
        lignes(ligne_source) as lignes
    from insertion_publics
    where perimetre = 'clauses d’insertion' and dimension = 'contrat' and retenue
    group by all
)
select
    p.annee,
    p.modalite as objet,
    p.valeur as publie,
    if(contrats.valeur is null, null, least(p.valeur, contrats.valeur)) as recalcule,
    p.unite,
    0 as tolerance,
    list_sort(list_distinct(list_append(contrats.lignes, p.ligne_source))) as lignes
from insertion_publics as p
left join contrats on contrats.annee = p.annee and contrats.nature_contrat = p.modalite
where p.perimetre = 'clauses d’insertion' and p.dimension = 'situation au 31 décembre' and p.retenue
    and p.groupe = 'En parcours'
order by p.annee, objet
