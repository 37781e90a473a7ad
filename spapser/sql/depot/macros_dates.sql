-- Dates françaises, ISO ou d'Excel ramenées à AAAA-MM-JJ. Ce qui ne se lit pas reste tel quel. Grain : une cellule.
create macro jour_lu(v) as coalesce(
    case when regexp_full_match(v, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}')
        then try_strptime(translate(v, '.-', '//'), '%d/%m/%y')::date end,
    try_strptime(v, ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%Y/%m/%d', '%Y-%m-%d %H:%M:%S', '%d/%m/%Y %H:%M:%S',
        '%d/%m/%Y %H:%M'])::date, try_cast(left(v, 10) as date));
create macro jour_excel(v) as case when regexp_full_match(v, '[2-6][0-9]{4}(\.[0-9]+)?')
    then date '1899-12-30' + try_cast(floor(try_cast(v as double)) as integer) end;
create macro mois_lu(v) as case when regexp_full_match(v, 'janv?(ier)?') then '1' when regexp_full_match(v, 'fevr?(ier)?') then '2'
    when regexp_full_match(v, 'mars?') then '3' when regexp_full_match(v, 'avri?l?') then '4' when v = 'mai' then '5' when v = 'juin' then '6'
    when regexp_full_match(v, 'juil(let)?') then '7' when regexp_full_match(v, 'aout?') then '8' when regexp_full_match(v, 'sept?(embre)?') then '9'
    when regexp_full_match(v, 'octo?(bre)?') then '10' when regexp_full_match(v, 'nove?(mbre)?') then '11'
    when regexp_full_match(v, 'dece?(mbre)?') then '12' end;
create macro jour_en_lettres(v) as list_transform([regexp_extract(strip_accents(lower(v)), '^(?:[a-z]+[' || blancs() || ']+)?([0-9]{1,2})(?:er)?['
    || blancs() || './-]+([a-z]+)[' || blancs() || './-]+([0-9]{4}|[0-9]{2})$', ['jour', 'mois', 'an'])], lambda d:
    case when strlen(d.an) = 2 then try_strptime(d.jour || '/' || mois_lu(d.mois) || '/' || d.an, '%d/%m/%y')::date
    else try_strptime(d.jour || '/' || mois_lu(d.mois) || '/' || d.an, '%d/%m/%Y')::date end)[1];
create macro jour_ecrit(v) as list_transform([rogner(v)], lambda x: case when est_inconnu(x) then null
    else coalesce(strftime(coalesce(jour_excel(x), jour_lu(x), jour_en_lettres(x)), '%Y-%m-%d'), x) end)[1];
create macro jour_francais(v) as strftime(try_strptime(v, '%d/%m/%Y'), '%Y-%m-%d');
create macro annee_du_jour(v) as case when est_jour(v) then left(v, 4) end;
create macro jour_propre(v) as case when v is null then null when est_jour(v) then v
    when regexp_full_match(v, '[0-9]{2}/[0-9]{2}/[0-9]{4}') then coalesce(jour_francais(v), v) else jour_ecrit(v) end;
