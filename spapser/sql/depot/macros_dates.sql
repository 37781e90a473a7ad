-- Dates françaises, ISO ou d'Excel ramenées à AAAA-MM-JJ. Ce qui ne se lit pas reste tel quel. Grain : une cellule.
create macro jour_lu(v) as coalesce(
    case when regexp_full_match(v, '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}')
        then try_strptime(translate(v, '.-', '//'), '%d/%m/%y')::date end,
    try_strptime(v, ['%d/%m/%Y', '%d-%m-%Y', '%d.%m.%Y', '%Y/%m/%d', '%Y-%m-%d %H:%M:%S', '%d/%m/%Y %H:%M:%S',
        '%d/%m/%Y %H:%M'])::date, try_cast(left(v, 10) as date));
create macro jour_excel(v) as case when regexp_full_match(v, '[2-6][0-9]{4}(\.[0-9]+)?')
    then date '1899-12-30' + try_cast(floor(try_cast(v as double)) as integer) end;
create macro jour_ecrit(v) as list_transform([rogner(v)], lambda x: case when est_inconnu(x) then null
    else coalesce(strftime(coalesce(jour_excel(x), jour_lu(x)), '%Y-%m-%d'), x) end)[1];
create macro jour_francais(v) as strftime(try_strptime(v, '%d/%m/%Y'), '%Y-%m-%d');
create macro annee_du_jour(v) as case when est_jour(v) then left(v, 4) end;
create macro jour_propre(v) as case when v is null then null when est_jour(v) then v
    when regexp_full_match(v, '[0-9]{2}/[0-9]{2}/[0-9]{4}') then coalesce(jour_francais(v), v) else jour_ecrit(v) end;
