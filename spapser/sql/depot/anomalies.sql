-- Ce que l'on trouve à redire. Grain : une cellule ou une ligne, une règle.
-- `objet` et `autre` sont ce que nomme la phrase d'une règle de lignes : elle s'écrit quand on la montre, `message` est alors vide.
create or replace table anomalies (
    ligne integer, colonne varchar, regle varchar, valeur varchar, objet varchar, autre varchar, message varchar, remede varchar,
    bloquante boolean)
