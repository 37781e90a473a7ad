-- Mots communs aux requêtes : la fiabilité la plus faible d'un groupe, ses lignes sources triées, oui et non.
create macro pire_fiabilite(f) as
    case
        when bool_or(f = 'douteuse') then 'douteuse'
        when bool_or(f = 'deduite') then 'deduite'
        else 'sure'
    end;
create macro lignes(l) as list_sort(list(distinct l) filter (where l is not null));
create macro est_oui(v) as case v when 'oui' then true when 'non' then false end;
