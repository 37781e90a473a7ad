-- Lignes de l'acheteur, cellules mises à plat, avec le numéro de leur contrat. Grain : une ligne du fichier.
create or replace table decp_brut as
with lignes as (select ligne, {colonnes} from lu where {garde})
select
    *,
    md5_number(concat_ws(chr(31), coalesce(acheteur, ''), coalesce({identifiant}, ''), coalesce({cpv}, ''), coalesce(objet, ''))) as numero
from lignes
