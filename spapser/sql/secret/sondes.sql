-- Les lignes d'une année, répétées : dans la copie de rang n, la ligne n vaut 2 et les autres 1 ; dans la copie 0, toutes valent 1.
-- Ce qu'un indicateur y gagne d'une copie à l'autre dit combien il compte cette ligne. Grain : une copie, une ligne.
select
    e.* exclude (annee, valeur, rang, document),
    copies.rang as annee,
    if(copies.rang = e.rang, 2, 1)::double as valeur
from effectifs as e
cross join (select 0 as rang union all select rang from effectifs where annee = annee_sondee()) as copies
where e.annee = annee_sondee()
