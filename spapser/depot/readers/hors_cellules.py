"""What a workbook holds outside its cells is kept with it: comments and properties hold no personal data either."""

from collections.abc import Iterable

from spapser.depot.coordonnees import COORDONNEES, load_macros
from spapser.depot.rapport import Anomalie, Lieu
from spapser.depot.readers.cadrage import Rangee
from spapser.errors import DonneesPersonnelles
from spapser.store import Atelier

LIEUX = {"commentaire": "un commentaire", "propriete": "une propriété (auteur, dernier enregistrement)"}
NOMS = "nomme_quelqu_un(texte) or dit_une_naissance(texte) or est_auteur(texte)"
RETIRER = "Fichier, Informations, Inspecter le document"


def judge_textes(nom: str, textes: Iterable[Rangee], atelier: Atelier) -> tuple[Anomalie, ...]:
    """Remarks on the persons that are named there. DonneesPersonnelles for an e-mail, a phone or a social security number."""
    atelier.create_text("textes", ["genre", "texte"], ((rang, *texte) for rang, texte in textes))
    load_macros(atelier)
    trouvees = find_genres(atelier, COORDONNEES)
    if trouvees:
        raise DonneesPersonnelles(f"Le fichier contient des données personnelles et n’a pas été gardé : {LIEUX[trouvees[0]]} du "
                                  "classeur porte une adresse électronique, un téléphone ou un numéro de sécurité sociale. Les "
                                  f"retirer dans le tableur ({RETIRER}), puis déposer de nouveau le fichier.")
    return tuple(report_name(nom, genre) for genre in find_genres(atelier, NOMS))


def find_genres(atelier: Atelier, condition: str) -> list[str]:
    """Where a condition is true: in comments, in properties."""
    return [genre for (genre,) in atelier.query(f"select distinct genre from textes where {condition} order by genre")]


def report_name(nom: str, genre: str) -> Anomalie:
    """A person is named: it is said, for the file is kept as it is."""
    message = f"{LIEUX[genre]} du classeur semble nommer une personne, et le fichier est gardé tel quel"
    return Lieu(nom).report("auteur", message, f"si c’est le cas, la retirer dans le tableur ({RETIRER})", False)
