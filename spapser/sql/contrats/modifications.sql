-- Modifications publiées des contrats. Grain : un contrat, une modification.
select
    contrat,
    annee,
    unnest(from_json(modifications, '[{"id": "VARCHAR", "date": "VARCHAR", "montant": "VARCHAR", "duree": "VARCHAR",
        "titulaires": "JSON"}]'), max_depth := 2)
from contrats
where modifications is not null
