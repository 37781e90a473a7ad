-- Contrats notifiés auxquels une réponse manque, question par question. Grain : une ligne par année et par question.
select
    annee,
    unnest([
        {'modalite': 'Considérations sociales', 'valeur': count_if(consideration_sociale is null)},
        {'modalite': 'Considérations environnementales', 'valeur': count_if(consideration_environnementale is null)},
        {'modalite': 'Clause d’insertion', 'valeur': count_if(clause_insertion is null)},
        {'modalite': 'Taille du titulaire', 'valeur': count_if(titulaire_pme is null)},
        {'modalite': 'Commune du titulaire', 'valeur': count_if(titulaire_territoire is null)},
        {'modalite': 'Nombre d’offres', 'valeur': count_if(offres_recues is null)},
        {'modalite': 'Avance', 'valeur': count_if(avance is null)},
        {'modalite': 'Délai de publicité', 'valeur': count_if(jours_gagnes is null)},
        {'modalite': 'Montant', 'valeur': count_if(montant_compte is null)}
    ], recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
group by annee
