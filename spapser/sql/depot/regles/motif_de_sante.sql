-- Un effectif ne dit jamais l'état de santé : seule la reconnaissance de travailleur handicapé, statut administratif, peut être comptée. Grain : une ligne qui en parle.
-- Jeux : insertion_publics
-- Gravité : bloquante
-- Message : « {valeur} » parle de la santé des personnes
-- Remède : regrouper ces personnes dans « Autre situation », sans dire le motif
select ligne, colonne, texte as valeur
from (
    select ligne, unnest(['modalite', 'groupe', 'note']) as colonne, unnest([modalite, groupe, note]) as texte from net
)
where regexp_matches(strip_accents(lower(texte)),
    '\b(maladies?|malades?|sante|inaptitudes?|inaptes?|invalid\w*|handicap\w*|pathologi\w*|deces|decede\w*|grossesses?|enceintes?|maternite|addict\w*|hospitali\w*|psych\w*|medica\w*|accidents?|burn.?out|rqth)\b')
    and not regexp_full_match(strip_accents(lower(trim(texte))), '(reconnaissance de )?travailleurs? handicapes?|rqth')
