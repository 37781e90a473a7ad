-- Ce qui change d'un état à l'autre d'un contrat. Grain : une ligne du fichier et un état (0 : la notification).
create or replace table decp_lignes as {etats}
