-- Écritures françaises ramenées à une seule : nombres, dates, oui/non, années. Ce qui ne se lit pas reste tel quel. Grain : une cellule.
create macro est_entier(v) as regexp_full_match(v, '-?[0-9]{1,9}');
create macro est_nombre(v) as regexp_full_match(v, '-?[0-9]{1,15}(\.[0-9]{1,15})?');
create macro est_jour(v) as case when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}') then try_cast(v as date) is not null
    else false end;
create macro est_annee(v) as regexp_full_match(v, '[0-9]{4}');
create macro est_oui_non(v) as v in ('oui', 'non');
create macro rogner(v) as regexp_replace(v, '^[\s\x{a0}\x{202f}\x{2009}]+|[\s\x{a0}\x{202f}\x{2009}]+$', '', 'g');
create macro serrer(v) as regexp_replace(v, '[\s\x{a0}\x{202f}\x{2009}''’]', '', 'g');
create macro est_inconnu(v) as lower(rogner(v)) in ('n.d.', 'nd', 'n.d', 'nc', 'n.c.', 'n/a', 'na', '-', '–', '—', '?', 'inconnu',
    'non communiqué', 'non connu', 'non renseigné');
create macro sans_symbole(v) as regexp_replace(regexp_replace(replace(serrer(v), '−', '-'), '(?i)(€|%|eur|euros?|ht|h|heures?)+$', ''),
    '^\((.*)\)$', '-\1');
create macro point_decimal(v) as case
    when regexp_full_match(v, '[-+]?[0-9]*\.?[0-9]+[eE][-+]?[0-9]{1,2}') then try_cast(try_cast(v as decimal(38, 6)) as varchar)
    when contains(v, ',') and contains(v, '.') then if(instr(v, ',') < instr(v, '.'), replace(v, ',', ''),
        replace(replace(v, '.', ''), ',', '.'))
    when regexp_matches(v, ',.*,') then replace(v, ',', '')
    when regexp_matches(v, '\..*\.') then replace(v, '.', '')
    else replace(v, ',', '.') end;
create macro arrondir_zeros(v) as case when ends_with(v, '0') and contains(v, '.') then regexp_replace(v, '\.?0+$', '') else v end;
create macro nombre_lu(v) as arrondir_zeros(regexp_replace(point_decimal(sans_symbole(v)), '^\+', ''));
create macro nombre_ecrit(v) as if(est_inconnu(v), null, if(est_nombre(nombre_lu(v)), nombre_lu(v), rogner(v)));
create macro nombre_propre(v) as case when est_nombre(v) then v
    when regexp_full_match(v, '-?[0-9]{1,15},[0-9]{1,15}') then arrondir_zeros(replace(v, ',', '.')) else nombre_ecrit(v) end;
create macro entier_propre(v) as case when est_entier(v) then v else nombre_propre(v) end;
create macro annee_propre(v) as case when est_annee(v) then v when est_annee(nombre_lu(v)) then nombre_lu(v) else rogner(v) end;
create macro oui_non_propre(v) as case when v in ('oui', 'non') then v when est_inconnu(v) then null
    when lower(rogner(v)) in ('oui', 'o', 'x', '1', 'vrai', 'true', 'yes', 'v', '✓', '✔') then 'oui'
    when lower(rogner(v)) in ('non', 'n', '0', 'faux', 'false', 'no') then 'non' else rogner(v) end;
create macro est_soigne(v) as not (contains(v, chr(10)) or contains(v, chr(9)) or contains(v, chr(13)) or starts_with(v, ' ')
    or ends_with(v, ' ') or starts_with(v, chr(160)) or ends_with(v, chr(160)));
create macro texte_propre(v) as case when est_soigne(v) then v else regexp_replace(rogner(v), '\s+', ' ', 'g') end;
