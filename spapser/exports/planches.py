"""The charts as images, one by one or all together; their drawing is in `exports.images`."""

from collections.abc import Callable, Iterator, Sequence

from spapser.errors import CodeInconnu
from spapser.exports.archive import build_zip
from spapser.exports.bilan import Bilan, GraphiqueBilan
from spapser.exports.contexte import Contexte

MIMES = {"svg": "image/svg+xml", "png": "image/png"}


def name_image(fiche: str, graphique: str, annee: int, forme: str) -> str:
    """The stable public name of an image: « figure-fa04-heures-2024.svg »."""
    return f"figure-{fiche}-{graphique}-{annee}.{forme}"


def draw(graphiques: Sequence[GraphiqueBilan], bilan: Bilan, forme: str) -> list[bytes]:
    """Charts with their title, source and date, as « svg » or « png », in the same order."""
    from spapser.exports.images import draw_pngs, draw_svg

    if forme == "png":
        return draw_pngs(graphiques, bilan)
    return [draw_svg(graphique, bilan).encode() for graphique in graphiques]


def draw_image(contexte: Contexte, fiche: str, code: str, forme: str) -> bytes:
    """The chart of that code; CodeInconnu when the year has nothing to draw for it."""
    for section in contexte.bilan.sections:
        for graphique in section.graphiques:
            if (section.fiche.code, graphique.code) == (fiche, code):
                return draw((graphique,), contexte.bilan, forme)[0]
    raise CodeInconnu(f"La figure « {fiche}-{code} » n’existe pas pour {contexte.annee} : ses données ne sont pas publiées.")


def list_images(contexte: Contexte) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Name, type and maker of every image that the catalogue plans for the context, drawn or not this year."""
    for fiche in contexte.fiches:
        for graphique in fiche.graphiques:
            for forme, mime in MIMES.items():
                yield (name_image(fiche.code, graphique.code, contexte.annee, forme), mime,
                       lambda f=fiche.code, g=graphique.code, forme=forme: draw_image(contexte, f, g, forme))


def export_images(contexte: Contexte, forme: str) -> bytes:
    """Every chart of the context in one zip."""
    graphiques = [graphique for section in contexte.bilan.sections for graphique in section.graphiques]
    noms = [name_image(graphique.fiche, graphique.code, contexte.annee, forme) for graphique in graphiques]
    return build_zip(dict(zip(noms, draw(graphiques, contexte.bilan, forme), strict=True)))
