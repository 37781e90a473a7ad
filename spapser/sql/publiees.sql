-- Valeurs lues dans le bilan ou saisies. Grain : un indicateur, une année, une modalité, une lecture.
select
    indicateur,
    annee,
    dimension,
    modalite,
    valeur,
    numerateur,
    denominateur,
    'publiee' as origine,
    retenue,
    if(ligne_source is null, [], [ligne_source]) as lignes,
    fiabilite,
    note
from observations
where nature in ('realise', 'reference', 'engage')
