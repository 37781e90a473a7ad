"""One slide of the deck, laid out as on stage: title, then by kind."""

import io
from collections.abc import Callable, Sequence

from pptx.dml.color import RGBColor
from pptx.util import Inches

from spapser.exports.diaporama.carte import add_carte
from spapser.exports.diaporama.chiffres import add_chiffres
from spapser.exports.diaporama.fond import BLANC, HAUTEUR, LARGEUR, MARGE, NUIT, TEAL, place
from spapser.exports.diaporama.graphique import add_graphique
from spapser.exports.diaporama.table import add_table
from spapser.exports.diaporama.texte import add_boite, describe, style
from spapser.exports.diapositives import Diapositive
from spapser.exports.qr import draw_qr_png
from spapser.typographie import INSECABLE

UTILE = LARGEUR - 2 * MARGE
HAUT = Inches(1.95)
CORPS = (MARGE, HAUT, UTILE, HAUTEUR - HAUT - Inches(0.85))
LISTE = (MARGE, Inches(1.5), UTILE, HAUTEUR - Inches(2.35))
TEXTE = (MARGE, HAUT, Inches(4.1), CORPS[3])
DESSIN = (MARGE + Inches(4.4), HAUT, UTILE - Inches(4.4), CORPS[3])


def add_titre(page, diapositive: Diapositive) -> None:
    """The title in its placeholder, what it belongs to above."""
    page.shapes.title.text_frame.clear()
    style(page.shapes.title.text_frame.paragraphs[0].add_run(), diapositive.titre, 30, gras=True)
    if diapositive.surtitre:
        add_boite(page, (MARGE, Inches(0.3), UTILE, Inches(0.35)), [diapositive.surtitre], 18, TEAL, gras=True)


def add_lignes(page, diapositive: Diapositive) -> None:
    """Its sentences across the slide."""
    add_boite(page, CORPS, diapositive.lignes, 26, ancre="milieu", espace=14)


def add_phrase(page, diapositive: Diapositive) -> None:
    """The sentence of the year, one paragraph a sentence."""
    phrases = diapositive.lignes[0].replace(". ", ".\n").splitlines() if diapositive.lignes else []
    add_boite(page, CORPS, phrases, 32, ancre="milieu", espace=18)


def add_cartes(page, diapositive: Diapositive) -> None:
    """Key figures, or the sentence that says that there is none."""
    if diapositive.chiffres:
        add_chiffres(page, diapositive, CORPS)
    else:
        add_lignes(page, diapositive)


def add_fiche(page, diapositive: Diapositive) -> None:
    """Sentences on one side, chart or milestones on the other."""
    add_boite(page, TEXTE, diapositive.lignes, 22, ancre="haut" if diapositive.tableau else "milieu", espace=18)
    if diapositive.comparaison:
        add_graphique(page, diapositive, DESSIN)
    elif diapositive.tableau:
        add_tableau(page, diapositive, DESSIN, (0.45, 0.34, 0.21), 18)


def add_tableau(page, diapositive: Diapositive, cadre, parts, taille: int) -> None:
    """Its table, text in points; columns beyond those of `parts` are left to the other formats."""
    tableau, nombre = diapositive.tableau, len(parts)
    lignes = [ligne[:nombre] for ligne in tableau.lignes]
    add_table(page, cadre, tableau.colonnes[:nombre], lignes, parts, diapositive.titre, taille)


def add_achats(page, diapositive: Diapositive) -> None:
    """Purchases as a table, or the sentence that says that there is none."""
    if diapositive.tableau:
        add_tableau(page, diapositive, LISTE, (0.58, 0.21, 0.21), 16)
    else:
        add_lignes(page, diapositive)


def add_territoire(page, diapositive: Diapositive) -> None:
    """The map and its sentence on one side, the bars on the other."""
    if not diapositive.comparaison:
        add_lignes(page, diapositive)
        return
    gauche, haut, largeur, hauteur = TEXTE
    add_carte(page, diapositive, (gauche, haut, largeur, hauteur - Inches(0.9)))
    add_boite(page, (gauche, haut + hauteur - Inches(0.8), largeur, Inches(0.8)), diapositive.lignes, 18)
    add_graphique(page, diapositive, DESSIN)


def add_structures(page, diapositive: Diapositive) -> None:
    """Names by what links them to the EPT."""
    lignes = [(groupe.titre, join_noms(groupe.elements)) for groupe in diapositive.groupes]
    if len(lignes) == 1:
        (titre, noms), (gauche, haut, largeur, hauteur) = lignes[0], CORPS
        add_boite(page, (gauche, haut, largeur, Inches(0.5)), [titre], 22, TEAL, gras=True)
        add_boite(page, (gauche, haut + Inches(0.6), largeur, hauteur - Inches(0.6)), [noms], 26)
    elif lignes:
        add_table(page, LISTE, ("Lien avec l’EPT", "Structures"), lignes, (0.32, 0.68), diapositive.titre, 16)
    else:
        add_lignes(page, diapositive)


def join_noms(noms: Sequence[str]) -> str:
    """Names with a dot between them; a line breaks between two names, never inside one."""
    return f"{INSECABLE}· ".join(nom.replace(" ", INSECABLE) for nom in noms)


def add_couverture(page, diapositive: Diapositive) -> None:
    """Opening and closing: dark, large words, the address and its code when there is one."""
    page.background.fill.solid()
    page.background.fill.fore_color.rgb = RGBColor.from_string(NUIT)
    place(page.shapes.title, MARGE, Inches(2.1), Inches(11.6), Inches(1.9))
    page.shapes.title.text_frame.clear()
    style(page.shapes.title.text_frame.paragraphs[0].add_run(), diapositive.titre, 50, BLANC, gras=True)
    add_boite(page, (MARGE, Inches(1.6), UTILE, Inches(0.4)), [diapositive.surtitre], 20, BLANC, gras=True)
    adresse = [diapositive.adresse] if diapositive.adresse else []
    add_boite(page, (MARGE, Inches(4.2), Inches(8.4), Inches(2)), [*diapositive.lignes, *adresse], 24, BLANC, espace=12)
    if diapositive.adresse:
        image = page.shapes.add_picture(io.BytesIO(draw_qr_png(diapositive.adresse)), LARGEUR - MARGE - Inches(2.9),
                                        Inches(3.6), Inches(2.9), Inches(2.9))
        describe(image, "QR code", f"QR code vers {diapositive.adresse}")


GENRES: dict[str, Callable] = {
    "ouverture": add_couverture, "cloture": add_couverture, "phrase": add_phrase, "chiffres": add_cartes, "fiche": add_fiche,
    "territoire": add_territoire, "achats": add_achats, "structures": add_structures}
