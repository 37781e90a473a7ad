-- Part des bénéficiaires par statut ; une personne peut en cumuler. Grain : une ligne par année et statut.
select
    annee as annee,
    '' as dimension,
    modalite as modalite,
    max(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'statut' and unite = '%'
group by all
