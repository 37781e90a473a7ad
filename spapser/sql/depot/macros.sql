-- Écritures françaises ramenées à une seule : oui/non, textes. Ce qui ne se lit pas reste tel quel. Grain : une cellule.
-- Jamais de liste « in » : la base la ferait chercher pour toutes les cellules, hors du « case » qui les trie.
create macro est_entier(v) as regexp_full_match(v, '-?[0-9]{1,9}');
create macro est_nombre(v) as regexp_full_match(v, '-?[0-9]{1,15}(\.[0-9]{1,15})?');
create macro est_jour(v) as case when regexp_full_match(v, '(19[5-9]|20[0-9])[0-9]-[0-9]{2}-[0-9]{2}')
    then try_cast(v as date) is not null else false end;
create macro est_annee(v) as regexp_full_match(v, '[0-9]{4}');
create macro est_oui_non(v) as v in ('oui', 'non');
create macro blancs() as '\s\p{Zs}\x{2060}\x{feff}';
create macro rogner(v) as nullif(regexp_replace(v, '^[' || blancs() || ']+|[' || blancs() || ']+$', '', 'g'), '');
create macro serrer(v) as regexp_replace(v, '[' || blancs() || '''’]', '', 'g');
create macro est_inconnu(v) as regexp_full_match(lower(v),
    'n\.?d\.?|n\.?c\.?|#?n/?a|nan|[-–—?]|mq|cdl|inconnue?|non (communiqué|connu|renseigné)e?');
create macro oui_non_mot(v) as case v when 'oui' then 'oui' when 'non' then 'non' when 'Oui' then 'oui' when 'Non' then 'non' when 'x' then 'oui'
    when '1' then 'oui' when '0' then 'non' when 'X' then 'oui' when 'o' then 'oui' when 'n' then 'non' when 'vrai' then 'oui'
    when 'faux' then 'non' when 'true' then 'oui' when 'false' then 'non' when 'yes' then 'oui' when 'no' then 'non' when 'v' then 'oui'
    when '✓' then 'oui' when '✔' then 'oui' end;
create macro oui_non_ecrit(v) as list_transform([rogner(v)], lambda x:
    case when est_inconnu(x) then null else coalesce(oui_non_mot(lower(x)), x) end)[1];
create macro oui_non_propre(v) as coalesce(oui_non_mot(v), case when v is null then null else oui_non_ecrit(v) end);
create macro est_soigne(v) as not (v < '!' or v >= chr(8192) or (v >= chr(160) and v < chr(161)) or contains(v, chr(10)) or contains(v, chr(9))
    or contains(v, chr(13)) or ends_with(v, ' ') or ends_with(v, chr(160)));
create macro texte_propre(v) as case when est_soigne(v) then v else regexp_replace(rogner(v), '\s+', ' ', 'g') end;
