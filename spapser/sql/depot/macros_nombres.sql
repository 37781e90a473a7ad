-- Nombres français, anglais ou de tableur ramenés à des chiffres et un point. Ce qui ne se lit pas reste tel quel. Grain : une cellule.
-- « case » avant tout : les écritures courantes (« 31107,86 », « 31 107,86 € », « 75 % ») passent par le chemin court.
-- Un argument répété est calculé autant de fois : ce qui est long n’en a qu’un.
create macro sans_zeros(v) as case when ends_with(v, '0') and contains(v, '.') then regexp_replace(v, '\.0+$|(\.[0-9]*[1-9])0+$', '\1')
    else v end;
create macro sans_espaces(v) as replace(replace(replace(replace(v, chr(8239), ''), chr(160), ''), chr(8201), ''), ' ', '');
create macro est_courant(v) as
    regexp_full_match(v, '-?[0-9][0-9 \x{a0}\x{202f}\x{2009}]{0,14}(,[0-9]{1,15})?[ \x{a0}\x{202f}\x{2009}]{0,2}[€%]?');
create macro sans_fin(v) as rtrim(rtrim(v, '0'), '.');
create macro est_simple(v) as regexp_full_match(v, '-?[0-9]{1,15}([.,][0-9]{1,15})?');
create macro nombre_simple(v) as case when ends_with(v, '0') and (contains(v, ',') or contains(v, '.')) then sans_fin(replace(v, ',', '.'))
    else replace(v, ',', '.') end;
create macro chiffres_courants(v) as replace(replace(replace(sans_espaces(v), '€', ''), '%', ''), ',', '.');
create macro a_zero_final(v) as regexp_matches(v, '0[ \x{a0}\x{202f}\x{2009}€%]*$');
create macro nombre_courant(v) as case when contains(v, ',') and a_zero_final(v) then sans_fin(chiffres_courants(v))
    else chiffres_courants(v) end;
create macro sans_symbole(v) as regexp_replace(regexp_replace(replace(serrer(v), '−', '-'), '(?i)(€|%|eur|euros?|ht|h|heures?)+$', ''),
    '^\((.*)\)$', '-\1');
create macro point_decimal(v) as case
    when regexp_full_match(v, '[-+]?[0-9]*[.,]?[0-9]+[eE][-+]?[0-9]{1,2}')
        then try_cast(try_cast(replace(v, ',', '.') as decimal(38, 6)) as varchar)
    when contains(v, ',') and contains(v, '.') then if(instr(v, ',') < instr(v, '.'), replace(v, ',', ''),
        replace(replace(v, '.', ''), ',', '.'))
    when regexp_matches(v, ',.*,') then replace(v, ',', '')
    when regexp_matches(v, '\..*\.') then replace(v, '.', '')
    else replace(v, ',', '.') end;
create macro nombre_lu(v) as list_transform([sans_symbole(v)], lambda x: sans_zeros(regexp_replace(point_decimal(x), '^\+', '')))[1];
create macro nombre_ecrit(v) as list_transform([nombre_lu(v)], lambda x: case when est_nombre(x) then x
    when est_inconnu(rogner(v)) then null else rogner(v) end)[1];
create macro nombre_propre(v) as case when est_simple(v) then nombre_simple(v) when est_courant(v) then nombre_courant(v)
    when v is not null then nombre_ecrit(v) end;
create macro entier_propre(v) as case when est_entier(v) then v else nombre_propre(v) end;
create macro annee_propre(v) as case when est_annee(v) then v else nombre_ecrit(v) end;
