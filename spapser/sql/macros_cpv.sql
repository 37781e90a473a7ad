-- Type d'achat, d'après la nomenclature européenne des marchés (CPV), sinon d'après le CCAG. Grain : un code CPV.
create macro type_achat(code, ccag) as case
    when starts_with(code, '45') then 'Travaux'
    when code < '45' and code >= '01' or starts_with(code, '48') then 'Fournitures'
    when code >= '50' then 'Services'
    when ccag = 'Travaux' then 'Travaux'
    else 'Type inconnu' end;
