-- Cellules d'un fichier tabulaire de données essentielles : sentinelles vidées, listes à plat, objets JSON courts. Grain : une cellule.
create macro if not exists est_sentinelle(v) as case when left(v, 1) in ('N', 'n', 'M', 'C', 'I', '[')
    then regexp_full_match(v, '(?is)NC|MQ|CDL|INX(\s.*)?|nan|none|null|\[\s*((''|")?(NC|MQ|CDL|nan|none)?(''|")?)\s*\]') else false end;
create macro if not exists decp_net(v) as case when est_sentinelle(v) then null else v end;
create macro if not exists decp_liste(v) as case when left(v, 1) = '['
    then nullif(array_to_string(list_filter(list_transform(regexp_extract_all(v, '''[^'']*''|"[^"]*"'),
        lambda x: substr(x, 2, length(x) - 2)), lambda x: not est_sentinelle(x)), ', '), '') else v end;
create macro if not exists decp_jour(v) as regexp_replace(v, '^(\d{4}-\d{2}-\d{2})(Z|[T ].*|[+-]\d{2}:?\d{2})$', '\1');
create macro if not exists decp_an(v) as coalesce(nullif(regexp_extract(v, '^(\d{4})-\d', 1), ''), nullif(regexp_extract(v, '/(\d{4})$', 1), ''));
create macro if not exists decp_oui(v) as lower(v) in ('true', 'oui', 'vrai', '1', 't', 'yes');
create macro if not exists decp_paire(cle, v) as if(v is null, null, '"' || cle || '":' || to_json(v)::varchar);
create macro if not exists decp_objet(paires) as if(paires = '', null, '{' || paires || '}');
create macro if not exists decp_change(avant, apres) as case when apres is null then null
    when try_cast(apres as double) is not distinct from try_cast(avant as double) and (try_cast(apres as double) is not null
        or apres is not distinct from avant) then null else apres end;
