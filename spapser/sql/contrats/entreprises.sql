-- Entreprises seules titulaires et total de leurs contrats de l'année. Grain : une entreprise, une année.
select
    annee,
    numero_entreprise(type, id) as entreprise,
    sum(montant_compte) as montant,
    bool_or(est_du_territoire({'commune': commune, 'nom_commune': nom_commune})) as du_territoire,
    bool_and(commune = '' and nom_commune = '') as lieu_inconnu
from titulaires
where nombre_titulaires = 1 and id <> ''
group by all
having montant is not null
