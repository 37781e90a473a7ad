-- Cellules d'un CSV régulier, telles quelles. Grain : un enregistrement.
create or replace table enregistrements as
select *
from read_csv(?, delim=?, skip=?, header=false, columns={{{colonnes}}}, auto_detect=false, quote='"', escape='"', comment='',
    nullstr='', strict_mode=true, null_padding=false, max_line_size=8000000)
