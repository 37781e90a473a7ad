-- Lignes d'un fichier Parquet, en texte, numérotées à partir de 1. Grain : une ligne du fichier.
create or replace table lu as
with lignes as (
    select file_row_number + 1 as ligne, {textes} from read_parquet(?, file_row_number=true)
)
select ligne::integer as ligne, * exclude (ligne) from lignes where not ({vide})
