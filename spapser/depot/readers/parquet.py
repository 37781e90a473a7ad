"""Parquet, through the database: every column as text, the rank of the row as its number."""

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.readers.cadrage import COLONNES_MAXIMUM
from spapser.depot.table import ColonneLue, TableLue, name_letter
from spapser.errors import FichierIllisible, RequeteRefusee
from spapser.store import Atelier, read_sql


def read_parquet(nom: str, contenu: bytes, jeu: Jeu, atelier: Atelier, avancement: Avancement) -> TableLue:
    """A Parquet file in the workshop. FichierIllisible when it is cut, nested or far too wide."""
    chemin = atelier.write_file("depot.parquet", contenu)
    try:
        titres = [ligne[0] for ligne in atelier.query("select column_name from (describe select * from read_parquet(?))",
                                                      [str(chemin)])]
        if len(titres) > COLONNES_MAXIMUM:
            raise FichierIllisible(f"Le fichier « {nom} » a {len(titres)} colonnes : ne garder que les colonnes utiles.")
        colonnes = tuple(ColonneLue(f"c{rang}", titre, name_letter(rang)) for rang, titre in enumerate(titres, 1))
        avancement(0.4, "Lecture des lignes")
        textes = ", ".join(f"nullif({quote(c.titre)}::varchar, '') as {c.champ}" for c in colonnes)
        vide = " and ".join(f"{c.champ} is null" for c in colonnes)
        atelier.execute(read_sql("depot/lecture_parquet").format(textes=textes, vide=vide), [str(chemin)])
        atelier.execute("create or replace table totaux as select * from lu limit 0")
        lignes = atelier.query("select count(*) from lu")[0][0]
    except RequeteRefusee:
        raise FichierIllisible(f"Le fichier Parquet « {nom} » est coupé ou abîmé : l’exporter de nouveau.") from None
    finally:
        chemin.unlink(missing_ok=True)
    return TableLue(nom, "Parquet", "", atelier, colonnes, 0, lignes)


def quote(titre: str) -> str:
    """The name of a column as SQL wants it."""
    return '"' + titre.replace('"', '""') + '"'
