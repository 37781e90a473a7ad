-- À quoi ressemble une cellule : courriel, numéro de sécurité sociale à la clé juste, téléphone, date de naissance. Grain : une cellule.
-- « case » avant tout : l'épreuve coûteuse ne se fait que sur les cellules qui passent la première.
create macro if not exists est_courriel(v) as case when contains(v, '@')
    then regexp_matches(v, '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}') else false end;
create macro if not exists chiffres(v) as translate(v, ' .-' || chr(160) || chr(8239), '');
create macro if not exists a_forme_de_nir(v) as
    regexp_matches(v, '^[12][0-9]{2}(0[1-9]|1[0-2]|[2-9][0-9])([0-9]{2}|2[AB])[0-9]{8}$');
create macro if not exists a_cle_de_nir(v) as
    97 - (try_cast(replace(replace(left(v, 13), '2A', '19'), '2B', '18') as bigint) % 97) = try_cast(right(v, 2) as bigint);
create macro if not exists est_nir(v) as case when strlen(v) between 15 and 26 and (starts_with(v, '1') or starts_with(v, '2'))
    then case when a_forme_de_nir(chiffres(v)) then a_cle_de_nir(chiffres(v)) else false end else false end;
create macro if not exists est_telephone(v) as case when strlen(v) between 10 and 26
    then regexp_matches(chiffres(v), '^((\+|00)33(\(0\))?|0)[1-9][0-9]{8}$') else false end;
create macro if not exists est_naissance(v) as case when strlen(v) between 8 and 19
    then regexp_matches(v, '^([0-3]?[0-9][/.-][01]?[0-9][/.-](19[3-9][0-9]|200[0-9])$|(19[3-9][0-9]|200[0-9])-[01][0-9]-[0-3][0-9])')
    else false end;
