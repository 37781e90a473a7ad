-- Ce que l'on trouve à redire. Grain : une cellule ou une ligne, une règle.
create or replace table anomalies (
    ligne integer, colonne varchar, regle varchar, valeur varchar, message varchar, remede varchar, bloquante boolean)
