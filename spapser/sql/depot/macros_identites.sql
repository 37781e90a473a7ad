-- Ce qui, dans un texte, désigne une personne : civilité et nom, naissance, numéro de sécurité sociale, adresse. Grain : une cellule.
-- « case » avant tout : l’épreuve coûteuse ne se fait que sur les cellules qui passent la première.
create macro if not exists est_voie_ou_enseigne(v) as regexp_matches(v,
    '(?i)\b(rue|avenue|av\.?|boulevard|bd|place|all[ée]e|square|impasse|quai|cours|[ée]cole|coll[èe]ge|lyc[ée]e|cr[èe]che|h[ôo]pital)\s+(de\s+|du\s+)?(mme|madame|monsieur|m\.)\s')
    or regexp_matches(v, '(?i)\b(mr\.?|monsieur|madame)\s+(bricolage|store|meubles?)\b');
create macro if not exists nomme_quelqu_un(v) as case when contains(v, 'M') then regexp_matches(v,
    '(^|[^\pL])(M\.|MM\.|Mr\.?|Mmes?|MMES?|Mlles?|MLLES?|Monsieur|MONSIEUR|Madame|MADAME|Mademoiselle|Messieurs|Mesdames)\s+\p{Lu}[\pL’''-]+')
    and not est_voie_ou_enseigne(v) else false end;
create macro if not exists dit_une_naissance(v) as case when contains(lower(v), 'né') then regexp_matches(v,
    '(?i)(^|[^\pL])née?(\(e\))?\s+le\s+[0-3]?[0-9](er)?([/. -][01]?[0-9][/. -]|\s+\pL+\s+)(19[3-9][0-9]|20[0-2][0-9])') else false end;
create macro if not exists nir_du_texte(v) as upper(chiffres(regexp_extract(v,
    '(?:^|[^0-9])([12][ .\x{a0}\x{202f}-]?[0-9]{2}[ .\x{a0}\x{202f}-]?(?:0[1-9]|1[0-2]|[2-9][0-9])[ .\x{a0}\x{202f}-]?(?:[0-9]{2}|2[ABab])[ .\x{a0}\x{202f}-]?[0-9]{3}[ .\x{a0}\x{202f}-]?[0-9]{3}[ .\x{a0}\x{202f}/-]{0,3}[0-9]{2})(?:[^0-9]|$)', 1)));
create macro if not exists contient_nir(v) as case when strlen(v) > 15 then coalesce(a_cle_de_nir(nir_du_texte(v)), false)
    or regexp_matches(v, '(?i)(\bnir\b|s[ée]cu|\bn°\s*ss\b)[^0-9]{0,30}[12]\s?[0-9]{2}\s?(0[1-9]|1[0-2])\s?([0-9]{2}|2[ab])\s?[0-9]{3}\s?[0-9]{3}([^0-9]|$)')
    else false end;
create macro if not exists est_nir_sans_cle(v) as case when v >= '1' and v < '3' and strlen(v) between 13 and 22
    then regexp_matches(upper(chiffres(v)), '^[12][0-9]{2}(0[1-9]|1[0-2])([0-9]{2}|2[AB])[0-9]{6}$') and not est_luhn('0' || chiffres(v))
    else false end;
create macro if not exists est_adresse(v) as regexp_matches(v,
    '(?i)^\s*[0-9]{1,4}\s*(bis|ter|quater)?,?\s+(rue|avenue|av\.?|boulevard|bd|all[ée]es?|impasse|place|chemin|square|quai|cours|route|passage|sentier|villa|cit[ée]|r[ée]sidence)\s+\pL');
create macro if not exists est_auteur(v) as list_transform([trim(split_part(v, ':', 1))], lambda x: est_identite(x) and not regexp_matches(x,
    '(?i)\b(users?|utilisat\w+|microsoft|office|windows|admin\w*|services?|direction|apache|poi|openpyxl|agent|bureau|mairie|ville|ept)\b'))[1];
