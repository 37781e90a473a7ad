-- Clé de Luhn d'un SIREN ou d'un SIRET ; ceux de La Poste ont la somme de leurs chiffres multiple de 5. Grain : un identifiant.
create macro chiffre(v, rang) as (ascii(substr(v, rang, 1)) - 48);
create macro double_chiffre(n) as if(n > 4, 2 * n - 9, 2 * n);
create macro somme_paire(v) as chiffre(v, 2) + chiffre(v, 4) + chiffre(v, 6) + chiffre(v, 8);
create macro somme_impaire(v) as chiffre(v, 1) + chiffre(v, 3) + chiffre(v, 5) + chiffre(v, 7) + chiffre(v, 9);
create macro double_paire(v) as double_chiffre(chiffre(v, 2)) + double_chiffre(chiffre(v, 4)) + double_chiffre(chiffre(v, 6))
    + double_chiffre(chiffre(v, 8));
create macro double_impaire(v) as double_chiffre(chiffre(v, 1)) + double_chiffre(chiffre(v, 3)) + double_chiffre(chiffre(v, 5))
    + double_chiffre(chiffre(v, 7)) + double_chiffre(chiffre(v, 9));
create macro luhn_siren(v) as (somme_impaire(v) + double_paire(v)) % 10 = 0;
create macro luhn_siret(v) as (somme_paire(v) + chiffre(v, 10) + chiffre(v, 12) + chiffre(v, 14)
    + double_impaire(v) + double_chiffre(chiffre(v, 11)) + double_chiffre(chiffre(v, 13))) % 10 = 0;
create macro somme_chiffres(v) as somme_paire(v) + somme_impaire(v) + chiffre(v, 10) + chiffre(v, 11) + chiffre(v, 12)
    + chiffre(v, 13) + chiffre(v, 14);
create macro est_luhn(v) as case when regexp_full_match(v, '[0-9]{9}') then luhn_siren(v)
    when regexp_full_match(v, '[0-9]{14}') then luhn_siret(v) else false end;
create macro est_siret(v) as est_luhn(v) or (case when v like '356000000%' and strlen(v) = 14
    then somme_chiffres(v) % 5 = 0 else false end);
create macro est_siret_ou_siren(v) as est_siret(v)
    or (case when regexp_full_match(v, '[0-9]{14}') then luhn_siren(left(v, 9)) else false end);
create macro est_cpv(v) as regexp_full_match(v, '[0-9]{8}(-[0-9])?');
create macro siret_propre(v) as case when regexp_full_match(v, '[0-9]{14}') then v when v is not null
    then list_transform([replace(serrer(v), '.', '')], lambda x: case when est_inconnu(rogner(v)) then null
        when regexp_full_match(x, '[0-9]{13}') and est_luhn('0' || x) then '0' || x else x end)[1] end;
create macro cpv_propre(v) as case when est_cpv(v) then v when v is not null
    then list_transform([replace(serrer(v), '.', '')], lambda x: case when est_inconnu(rogner(v)) then null
        when regexp_full_match(x, '[0-9]{7}') then '0' || x else x end)[1] end;
