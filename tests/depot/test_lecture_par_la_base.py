"""What the verification accepts, the database reads alike: as many rows, the same cells."""

from spapser.depot.lecture import read_csv
from spapser.store import Base


def read_both(brouillon, jeu: str) -> tuple[list, list]:
    """Cells as the verification sees them, then as the database does (an empty cell is None there)."""
    assert not brouillon.check(jeu).anomalies
    fichier = brouillon.fichier(jeu)
    table = read_csv("", fichier.read_bytes())
    entete = table.entete.cellules
    absentes = {colonne.nom: None for colonne in brouillon.catalogue.jeu(jeu).colonnes if colonne.nom not in entete}
    vues = [{nom: cellule or None for nom, cellule in zip(entete, ligne.cellules, strict=True)} for ligne in table.lignes]
    return [vue | absentes for vue in vues], Base(brouillon.edition).query(f"select * from brut.{jeu}")


def test_shipped_files(brouillon):
    base = Base(brouillon.edition)
    for jeu in brouillon.catalogue.jeux:
        nombre = base.query(f"select count(*) as nombre from brut.{jeu.nom}")[0]["nombre"]
        assert nombre == len(brouillon.lignes(jeu.nom)) - 1


def test_quoted_line_ends_blank_lines_and_byte_order_mark(brouillon):
    brouillon.change("reemploi", 3, "note", 'deux\nlignes, une virgule et des "guillemets"')
    chemin = brouillon.fichier("reemploi")
    chemin.write_bytes(b"\xef\xbb\xbf" + chemin.read_bytes() + b"\n\n")
    vues, lues = read_both(brouillon, "reemploi")
    assert vues == lues


def test_a_cell_that_begins_with_a_hash(brouillon):
    brouillon.write("programmation", brouillon.lignes("programmation")[:3])
    brouillon.change("programmation", 3, "achat", "# Vélos")
    vues, lues = read_both(brouillon, "programmation")
    assert vues == lues
