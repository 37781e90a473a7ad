-- Lignes d'un CSV régulier, numérotées comme dans un tableur ; {gardees} : le texte de chaque cellule, et le code de celles qui en ont un.
-- Grain : une ligne du fichier.
create or replace view lu as select (rowid + 1 + {entete})::integer as ligne, {gardees} from enregistrements
