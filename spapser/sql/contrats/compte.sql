-- Nombre de contrats retenus, leur montant, les montants écartés ou absents, et les trois réponses possibles. Grain : une ligne.
select
    count_if(reponse = $reponse) as nombre,
    coalesce(sum(montant_compte) filter (where reponse = $reponse), 0)::double as montant,
    count_if(montant_ecarte and reponse = $reponse) as ecartes,
    count_if(montant_actuel is null and reponse = $reponse) as sans_montant,
    count_if(reponse = 'oui') as oui,
    count_if(reponse = 'non') as non,
    count_if(reponse = 'inconnu') as inconnu
from ({selection})
