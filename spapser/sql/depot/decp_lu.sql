-- Lignes d'un fichier tabulaire ramenées aux contrats. Grain : un contrat, sous la première ligne du fichier qui en parle.
create or replace table decp_lu as
select c.ligne::integer as ligne, {champs}
from decp_contrats as c
join decp_brut as b on b.ligne = c.ligne_initiale and b.numero = c.numero
