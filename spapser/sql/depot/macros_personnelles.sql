-- À quoi ressemble une cellule : courriel, numéro de sécurité sociale à la clé juste, téléphone, date de naissance. Grain : une cellule.
-- « case » avant tout : l’épreuve coûteuse ne se fait que sur les cellules qui passent la première.
create macro if not exists est_courriel(v) as case when contains(v, '@')
    then regexp_matches(v, '[\pL0-9._%+-]+@[\pL0-9-]+(\.[\pL0-9-]+)*\.\pL{2,}') else false end;
create macro if not exists chiffres(v) as translate(v, ' .-/' || chr(160) || chr(8239), '');
create macro if not exists a_forme_de_nir(v) as
    regexp_matches(v, '^[12][0-9]{2}(0[1-9]|1[0-2]|[2-9][0-9])([0-9]{2}|2[AB])[0-9]{8}$');
create macro if not exists a_cle_de_nir(v) as
    97 - (try_cast(replace(replace(left(v, 13), '2A', '19'), '2B', '18') as bigint) % 97) = try_cast(right(v, 2) as bigint);
create macro if not exists est_long(v) as v >= '1' and v < '3' and strlen(v) between 15 and 26 and not contains(v, ',');
create macro if not exists a_nombre_de_nir(v) as case when est_long(v)
    then a_forme_de_nir(upper(chiffres(v))) else false end;
create macro if not exists est_nir(v) as case when a_nombre_de_nir(v) then a_cle_de_nir(upper(chiffres(v))) else false end;
create macro if not exists est_telephone(v) as case when strlen(v) between 10 and 26
    then regexp_matches(chiffres(v), '^((\+|00)33(\(0\))?|0)[1-9][0-9]{8}$') else false end;
create macro if not exists est_coupe(v) as contains(v, ' ') or contains(v, '.') or contains(v, '-') or contains(v, chr(160)) or contains(v, chr(8239));
-- Un entier qui ne commence pas par zéro (un identifiant, un code) n’est pas un téléphone : il s’écarte à peu de frais.
create macro if not exists contient_telephone(v) as case when strlen(v) < 10 or (v < ':' and v = try_cast(v as bigint)::varchar) then false
    when contains(v, '06') or contains(v, '07') or contains(v, '33') or (contains(v, '0') and est_coupe(v))
    then regexp_matches(v, '(?:^|[^0-9])(?:(?:0[1-9]|(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?[1-9])(?:[ .\x{a0}\x{202f}-][0-9]{2}){4}'
        || '|(?:0[67]|\+33[1-9])[0-9]{8})(?:[^0-9]|$)')
    else false end;
create macro if not exists est_naissance(v) as case when strlen(v) between 8 and 19
    then regexp_matches(v, '^([0-3]?[0-9][/.-][01]?[0-9][/.-](19[3-9][0-9]|200[0-9])$|(19[3-9][0-9]|200[0-9])-[01][0-9]-[0-3][0-9])')
    else false end;
create macro if not exists annee_de_naissance(v) as case when est_naissance(v)
    then try_cast(regexp_extract(v, '(19[3-9][0-9]|200[0-9])') as integer) end;
create macro if not exists est_civil(v) as regexp_matches(v, '^(M\.|MM\.|Mr\.?|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+\p{Lu}');
create macro if not exists est_identite(v) as est_civil(v) or regexp_matches(v, '^\p{Lu}[\p{Lu}''’ -]+\s+\p{Lu}\p{Ll}+(-\p{Lu}\p{Ll}+)?$')
    or regexp_matches(v, '^\p{Lu}\p{Ll}+([ -]\p{Lu}\p{Ll}+)?\s+\p{Lu}[\p{Lu}\p{Ll}''’-]+$');
