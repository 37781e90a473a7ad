-- Lignes jugées de la déclaration AGEC, rendues au jeu du réemploi. Grain : une ligne par catégorie déclarée et par montant.
-- {montants} est la liste des montants, chacun avec son opération ; le commentaire reste avec la dépense totale.
-- L’unité, la nature et la fiabilité sont les valeurs données en paramètres.
select
    ligne,
    montant.operation as operation,
    type_produit_acquis as produit,
    type_produit_acquis,
    siret,
    raison_sociale as acheteur,
    annee,
    montant.valeur as valeur,
    ? as unite,
    ? as nature,
    ? as fiabilite,
    if(rang = 1, commentaires, null) as note
from (
    select *, unnest([{montants}]) as montant, generate_subscripts([{montants}], 1) as rang
    from net
)
order by ligne, rang
