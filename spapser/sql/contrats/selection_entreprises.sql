-- Condition de la sélection : un seul titulaire, dont le total de l'année répond à la condition. Grain : un contrat.
nombre_titulaires = 1 and (annee, numero_entreprise(membres[1].type, membres[1].id)) in (
    select (annee, entreprise) from entreprises where {condition})
