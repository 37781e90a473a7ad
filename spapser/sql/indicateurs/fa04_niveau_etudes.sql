-- Part des bénéficiaires par niveau d’études. Grain : une ligne par année et niveau.
select
    annee as annee,
    '' as dimension,
    modalite as modalite,
    max(valeur) as valeur,
    lignes(ligne_source) as lignes,
    pire_fiabilite(fiabilite) as fiabilite
from insertion_publics
where perimetre = 'clauses d’insertion' and retenue and nature = 'realise' and dimension = 'niveau d’études' and unite = '%'
group by all
