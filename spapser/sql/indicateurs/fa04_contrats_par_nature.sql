-- Contrats de travail par nature. Grain : une ligne par année et modalité.
select
    annee as annee,
    groupe as dimension,
    modalite as modalite,
    sum(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'contrat'
group by all
