-- Écritures françaises ramenées à une seule : oui/non, années, textes. Ce qui ne se lit pas reste tel quel. Grain : une cellule.
create macro est_entier(v) as regexp_full_match(v, '-?[0-9]{1,9}');
create macro est_nombre(v) as regexp_full_match(v, '-?[0-9]{1,15}(\.[0-9]{1,15})?');
create macro est_jour(v) as case when regexp_full_match(v, '[0-9]{4}-[0-9]{2}-[0-9]{2}') then try_cast(v as date) is not null
    else false end;
create macro est_annee(v) as regexp_full_match(v, '[0-9]{4}');
create macro est_oui_non(v) as v in ('oui', 'non');
create macro rogner(v) as regexp_replace(v, '^[\s\x{a0}\x{202f}\x{2009}]+|[\s\x{a0}\x{202f}\x{2009}]+$', '', 'g');
create macro serrer(v) as regexp_replace(v, '[\s\x{a0}\x{202f}\x{2009}''’]', '', 'g');
create macro est_inconnu(v) as lower(v) in ('n.d.', 'nd', 'n.d', 'nc', 'n.c.', 'n/a', 'na', '-', '–', '—', '?', 'inconnu', 'mq', 'cdl',
    'nan', '#n/a', 'non communiqué', 'non connu', 'non renseigné');
create macro oui_non_mot(v) as case when v in ('oui', 'Oui', 'x', 'X', '1', 'o', 'vrai', 'true', 'yes', 'v', '✓', '✔') then 'oui'
    when v in ('non', 'Non', '0', 'n', 'faux', 'false', 'no') then 'non' end;
create macro oui_non_ecrit(v) as list_transform([rogner(v)], lambda x:
    case when est_inconnu(x) then null else coalesce(oui_non_mot(lower(x)), x) end)[1];
create macro oui_non_propre(v) as case when v is null then null when oui_non_mot(v) = 'oui' then 'oui' when oui_non_mot(v) = 'non' then 'non'
    else oui_non_ecrit(v) end;
create macro est_soigne(v) as not (contains(v, chr(10)) or contains(v, chr(9)) or contains(v, chr(13)) or starts_with(v, ' ')
    or ends_with(v, ' ') or starts_with(v, chr(160)) or ends_with(v, chr(160)));
create macro texte_propre(v) as case when est_soigne(v) then v else regexp_replace(rogner(v), '\s+', ' ', 'g') end;
