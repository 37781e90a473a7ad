-- Lignes d'un CSV régulier, numérotées comme dans un tableur ; {gardees} : le texte de chaque cellule, ou son code.
-- Grain : une ligne du fichier.
create or replace view {vue} as select (rowid + 1 + {entete})::integer as ligne, {gardees} from enregistrements
