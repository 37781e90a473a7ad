"""The story of a deposit in five steps, on top of the page: what is done, where one stands, what comes next."""

from spapser.typographie import insecables
from spapser.ui.balises import t
from spapser.ui.deposer.examen import Depot

ETAPES = ("Choisir les données", "Déposer le fichier", "Lire le verdict", "Voir l’effet", "Publier")


def render_etapes(place, depot: Depot | None) -> None:
    """Draw the five steps where `place` was kept for them."""
    courante = find_etape(depot)
    items = "".join(write_etape(rang, titre, courante) for rang, titre in enumerate(ETAPES, 1))
    place.html(insecables(f'<ol class="etapes sans-annee" aria-label="Les cinq étapes d’un dépôt">{items}</ol>'))


def find_etape(depot: Depot | None) -> int:
    """Without a file, the choice; with one that cannot be read, the file; then the verdict while it forbids, else the effect."""
    if depot is None or depot.faute:
        return 1 if depot is None else 2
    return 4 if depot.apercu is not None else 3


def write_etape(rang: int, titre: str, courante: int) -> str:
    """One step: done, current or to come."""
    if rang == courante:
        return f'<li aria-current="step">{t(titre)}</li>'
    return f'<li class="{"faite" if rang < courante else "a-venir"}">{t(titre)}</li>'
