-- Une ligne d'un jeu de nombres dit un nombre. Grain : une ligne sans valeur.
-- Jeux : cibles, insertion_operations, insertion_publics, observations, reemploi
-- Gravité : avertissement
-- Message : la ligne n’a pas de valeur
-- Remède : la remplir ; rien à faire si la valeur est inconnue
select ligne, 'valeur' as colonne, '' as valeur from muettes
