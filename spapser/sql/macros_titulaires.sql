-- Nom d'un titulaire qui a demandé à l'Insee de ne pas être diffusé (statut partiel, « [ND] ») : jamais repris, nulle part.
create macro nom_diffusible(nom) as if(regexp_matches(nom, '(?i)\[ND\]|^\s*ND\s*$|non[- ]diffusible|diffusion partielle'),
    'entreprise non diffusible', nom);
create macro liste_diffusible(liste) as regexp_replace(liste,
    '("nom"\s*:\s*")[^"]*(\[ND\]|[Nn][Oo][Nn][- ][Dd][Ii][Ff][Ff][Uu][Ss][Ii][Bb][Ll][Ee]|[Dd]iffusion partielle)[^"]*"',
    '\1entreprise non diffusible"', 'g');
