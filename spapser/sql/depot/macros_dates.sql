-- Dates françaises, ISO ou d'Excel ramenées à AAAA-MM-JJ. Ce qui ne se lit pas reste tel quel. Grain : une cellule.
create macro jour_lu(v) as coalesce(
    if(regexp_full_match(v, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}'), try_strptime(v, '%d/%m/%y')::date, null),
    try_strptime(v, ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%Y/%m/%d', '%Y-%m-%d %H:%M:%S', '%d/%m/%Y %H:%M:%S',
        '%d/%m/%Y %H:%M'])::date, try_cast(left(v, 10) as date));
create macro jour_excel(v) as case when regexp_full_match(v, '[2-6][0-9]{4}(\.[0-9]+)?')
    then date '1899-12-30' + try_cast(floor(try_cast(v as double)) as integer) end;
create macro retourner(v) as substr(v, 7, 4) || '-' || substr(v, 4, 2) || '-' || substr(v, 1, 2);
create macro jour_ecrit(v) as if(est_inconnu(v), null,
    coalesce(strftime(coalesce(jour_excel(rogner(v)), jour_lu(rogner(v))), '%Y-%m-%d'), rogner(v)));
create macro jour_propre(v) as case when est_jour(v) then v
    when regexp_full_match(v, '[0-9]{2}/[0-9]{2}/[0-9]{4}') then if(est_jour(retourner(v)), retourner(v), v) else jour_ecrit(v) end;
