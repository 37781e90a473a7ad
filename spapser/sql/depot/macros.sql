-- Mots communs aux requêtes du dépôt. Grain : une cellule.
create macro est_vide(v) as v is null or trim(v) = '';
