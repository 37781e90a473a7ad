"""What must be said before anything else: this very file was deposited already, this year is published already."""

from collections.abc import Iterable

from spapser.errors import SpapserError
from spapser.store import Base, Partie, list_numeros, load_edition
from spapser.typographie import enumere, format_quantite


def find_redite(demande, annees: Iterable[int], courante: Base) -> str:
    """One or two French sentences, empty when file and years are new."""
    phrases = [describe_file(demande.original.empreinte)] + [describe_year(demande.jeu, annee, courante) for annee in annees]
    return " ".join(phrase for phrase in phrases if phrase)


def describe_file(empreinte: str) -> str:
    """The editions that this very content already gave."""
    trouvees = [partie for partie in list_published() if partie.original == empreinte]
    if not trouvees:
        return ""
    numeros = sorted({partie.edition for partie in trouvees})
    mot = "l’édition" if len(numeros) == 1 else "les éditions"
    return (f"Ce fichier a déjà été déposé, à l’identique, sous le nom « {trouvees[0].document} » : il a donné "
            f"{mot} {enumere([str(numero) for numero in numeros])}.")


def list_published() -> list[Partie]:
    """Every part that an edition brought, each once; an edition that cannot be read is passed over."""
    parties = []
    for numero in list_numeros()[1:]:
        try:
            parties += [partie for partie in load_edition(numero).parties if partie.edition == numero]
        except SpapserError:
            continue
    return parties


def describe_year(jeu: str, annee: int, courante: Base) -> str:
    """The rows that the deposit would replace."""
    partie = courante.edition.partie(jeu, annee)
    lignes = partie.lignes if partie else len(courante.query(f"select 1 from {jeu} where annee = ?", [annee]))
    if not lignes:
        return ""
    source = f"« {partie.document} », édition {partie.edition}" if partie else "données livrées avec le produit"
    nombre = format_quantite(lignes, "lignes", 0)
    return f"L’année {annee} est déjà publiée ({nombre}, {source}) : ce dépôt la remplacerait tout entière."
