"""Parquet, through the database: every column as text, the rank of the row as its number."""

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.readers import decp
from spapser.depot.readers.cadrage import check_width, name_title
from spapser.depot.readers.tri import LIGNES_MAXIMUM
from spapser.depot.table import ColonneLue, TableLue, name_letter
from spapser.errors import FichierIllisible, RequeteRefusee
from spapser.store import Atelier, read_sql

TEXTE_MAXIMUM, TEXTE_NATIONAL = 1 << 30, 1 << 32
# How a type is written as a person would type it.
ECRITURES = {"BOOLEAN": "case {c} when true then 'oui' when false then 'non' end",
             "DOUBLE": "regexp_replace({c}::varchar, '\\.0$', '')",
             "FLOAT": "regexp_replace({c}::varchar, '\\.0$', '')", "TIMESTAMP": "regexp_replace({c}::varchar, ' 00:00:00$', '')"}


def read_parquet(nom: str, contenu: bytes, jeu: Jeu, atelier: Atelier, avancement: Avancement) -> TableLue:
    """A Parquet file in the workshop. FichierIllisible when it is cut, or out of proportion."""
    chemin = str(atelier.write_file("depot.parquet", contenu))
    atelier.learn("depot/macros_blancs")
    try:
        colonnes, textes = describe_columns(nom, chemin, atelier)
        inutiles = decp.list_useless(colonnes, jeu) if jeu.nom == decp.JEU else ()
        textes = [texte for c, texte in zip(colonnes, textes, strict=True) if c.champ not in inutiles]
        colonnes = tuple(c for c in colonnes if c.champ not in inutiles)
        check_size(nom, chemin, textes, atelier, TEXTE_NATIONAL if inutiles else TEXTE_MAXIMUM)
        avancement(0.4, "Lecture des lignes")
        atelier.execute(read_sql("depot/lecture_parquet").format(
            textes=", ".join(f"plein({texte}) as {c.champ}" for c, texte in zip(colonnes, textes, strict=True)),
            vide=" and ".join(f"{c.champ} is null" for c in colonnes)), [chemin])
        atelier.execute("create or replace table totaux as select * from lu limit 0")
        lignes = atelier.query("select count(*) from lu")[0][0]
    except RequeteRefusee:
        raise FichierIllisible(f"Le fichier Parquet « {nom} » est coupé ou abîmé : l’exporter de nouveau.") from None
    atelier.create_text("hors_tableau", ["texte"], ((0, colonne.titre) for colonne in colonnes))
    (atelier.dossier / "depot.parquet").unlink(missing_ok=True)
    return TableLue(nom, "Parquet", "", atelier, colonnes, 0, lignes)


def describe_columns(nom: str, chemin: str, atelier: Atelier) -> tuple[tuple[ColonneLue, ...], list[str]]:
    """Columns of the file, and the SQL that writes each as text."""
    decrites = atelier.query("select column_name, column_type from (describe select * from read_parquet(?))", [chemin])
    check_width(nom, len(decrites))
    colonnes = tuple(ColonneLue(f"c{rang}", name_title(titre, rang - 1), name_letter(rang))
                     for rang, (titre, _) in enumerate(decrites, 1))
    return colonnes, [write_text(titre, genre) for titre, genre in decrites]


def write_text(titre: str, genre: str) -> str:
    """SQL that writes a column of a type as text; a decimal number without the zeros at its end."""
    ecriture = ECRITURES.get(genre.split(" ")[0].split("_")[0], "{c}::varchar")
    if genre.startswith("DECIMAL"):
        ecriture = "if(contains({c}::varchar, '.'), regexp_replace({c}::varchar, '\\.?0+$', ''), {c}::varchar)"
    return ecriture.format(c=quote(titre))


def check_size(nom: str, chemin: str, textes: list[str], atelier: Atelier, maximum: int) -> None:
    """FichierIllisible when a small file would become an enormous table: it is measured, not kept."""
    lignes = atelier.query("select count(*) from read_parquet(?)", [chemin])[0][0]
    if lignes <= LIGNES_MAXIMUM:
        longueur = " + ".join(f"coalesce(strlen({texte}), 0)" for texte in textes)
        if (atelier.query(f"select sum({longueur}) from read_parquet(?)", [chemin])[0][0] or 0) <= maximum:
            return
    raise FichierIllisible(f"Le fichier « {nom} » devient démesuré une fois ouvert ({lignes} lignes) : le découper en plusieurs "
                           "fichiers.")


def quote(titre: str) -> str:
    """The name of a column as SQL wants it."""
    return '"' + titre.replace('"', '""') + '"'
