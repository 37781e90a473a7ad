-- Nom d'un titulaire qui a demandé à l'Insee de ne pas être diffusé (statut partiel, « [ND] ») : jamais repris, nulle part.
create macro if not exists nom_diffusible(nom) as if(regexp_matches(nom, '(?i)\[ND\]|^\s*ND\s*$|non[- ]diffusible|diffusion partielle'),
    'entreprise non diffusible', nom);
-- Le même nom dans une liste en JSON, guillemets et barres obliques compris.
create macro if not exists liste_diffusible(liste) as regexp_replace(liste,
    '(?i)("nom"\s*:\s*")(?:\s*ND\s*|(?:[^"\\]|\\.)*(?:\[ND\]|non[- ]diffusible|diffusion partielle)(?:[^"\\]|\\.)*)"',
    '\1entreprise non diffusible"', 'g');
