-- La somme d'une colonne est celle que le fichier annonce sous le tableau. Grain : un total qui diffère.
-- Jeux : tous
-- Gravité : avertissement
-- Message : le total annoncé est {nombre}, la somme des lignes lues est {autre}
-- Remède : vérifier qu’aucune ligne ne manque et qu’aucune n’est comptée deux fois
select t.ligne, t.colonne, t.annonce as valeur, s.somme as autre
from totaux_lus as t
join sommes_lues as s using (colonne)
where t.ligne = (select max(ligne) from totaux_lus where totaux_lus.colonne = t.colonne)
    and abs(try_cast(t.annonce as double) - try_cast(s.somme as double)) > 0.51
