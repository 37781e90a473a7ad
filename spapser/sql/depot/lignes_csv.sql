-- Lignes d'un CSV régulier, numérotées comme dans un tableur. Grain : une ligne du fichier.
create or replace view lu as select (rowid + 1 + {entete})::integer as ligne, {gardees} from enregistrements
