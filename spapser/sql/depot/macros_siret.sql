-- Clé de Luhn d'un SIREN ou d'un SIRET ; ceux de La Poste ont la somme de leurs chiffres multiple de 5. Grain : un identifiant.
-- Les chiffres se comptent depuis la droite : un rang impair compte double, moins neuf à partir de 5 (n // 50 % 2 vaut alors 1).
create macro rangs_pairs(n) as n % 10 + n // 100 % 10 + n // 10000 % 10 + n // 1000000 % 10 + n // 100000000 % 10 + n // 10000000000 % 10
    + n // 1000000000000 % 10;
create macro rangs_impairs(n) as n // 10 % 10 + n // 1000 % 10 + n // 100000 % 10 + n // 10000000 % 10 + n // 1000000000 % 10 + n // 100000000000 % 10
    + n // 10000000000000 % 10;
create macro moities(n) as n // 50 % 2 + n // 5000 % 2 + n // 500000 % 2 + n // 50000000 % 2 + n // 5000000000 % 2 + n // 500000000000 % 2
    + n // 50000000000000 % 2;
create macro somme_luhn(n) as rangs_pairs(n) + 2 * (rangs_impairs(n)) - 9 * (moities(n));
create macro est_luhn(v) as case when regexp_full_match(v, '[0-9]{9}|[0-9]{14}')
    then list_transform([try_cast(v as bigint)], lambda n: somme_luhn(n) % 10 = 0)[1] else false end;
create macro somme_chiffres(n) as rangs_pairs(n) + rangs_impairs(n);
create macro est_siret(v) as est_luhn(v) or (case when v like '356000000%' and strlen(v) = 14
    then list_transform([try_cast(v as bigint)], lambda n: coalesce((somme_chiffres(n)) % 5 = 0, false))[1] else false end);
create macro est_siret_ou_siren(v) as est_siret(v)
    or (case when regexp_full_match(v, '[0-9]{14}') then est_luhn(left(v, 9)) else false end);
create macro est_cpv(v) as regexp_full_match(v, '[0-9]{8}(-[0-9])?');
create macro siret_propre(v) as case when regexp_full_match(v, '[0-9]{14}') then v when v is not null
    then list_transform([replace(serrer(v), '.', '')], lambda x: case when est_inconnu(rogner(v)) then null
        when regexp_full_match(x, '[0-9]{13}') and est_luhn('0' || x) then '0' || x else x end)[1] end;
create macro cpv_propre(v) as case when est_cpv(v) then v when v is not null
    then list_transform([replace(serrer(v), '.', '')], lambda x: case when est_inconnu(rogner(v)) then null
        when regexp_full_match(x, '[0-9]{7}') then '0' || x else x end)[1] end;
