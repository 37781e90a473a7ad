-- Publics, les nombres au secret remplacés par une note. Grain : une ligne du fichier.
select
    e.* exclude (rang, document)
        replace (if(s.rang is null, e.valeur, null) as valeur, coalesce(s.note, e.note) as note)
from effectifs as e
left join publics_secrets as s using (rang)
order by e.rang
