-- Lignes des publics, dans l'ordre du fichier, et le fichier déposé dont elles viennent (vide : le bilan). Grain : une ligne.
select p.*, row_number() over ()::integer as rang, coalesce(d.document, '') as document
from insertion_publics as p
left join depots as d on d.jeu = 'insertion_publics' and d.annee = p.annee
