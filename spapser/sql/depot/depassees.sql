-- Répétitions d'une même clé, sauf la dernière publiée. Grain : une ligne à laisser de côté.
-- {cle} est la liste des colonnes de la clé.
select ligne
from net
qualify row_number() over (partition by hash({cle}), {cle} order by date_publication desc nulls last, ligne desc) > 1
