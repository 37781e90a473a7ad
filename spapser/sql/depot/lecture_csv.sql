-- Cellules d'un CSV régulier ou d'un extrait, telles quelles. Grain : un enregistrement.
create or replace table {table} as
select *
from read_csv(?, delim=?, skip=?, header=false, columns={{{colonnes}}}, auto_detect=false, quote='"', escape='"', comment='',
    nullstr='', strict_mode=true, ignore_errors={tolere}, null_padding=false, max_line_size=8000000)
