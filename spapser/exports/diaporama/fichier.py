"""The deck from the slides: pages, notes, footers, properties."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Inches

from spapser.exports.bilan import Bilan
from spapser.exports.diaporama.fond import BLANC, DOUX, HAUTEUR, LANGUE, LARGEUR, MARGE, open_fond
from spapser.exports.diaporama.page import GENRES, add_couverture, add_titre
from spapser.exports.diaporama.texte import add_boite
from spapser.exports.diapositives import Diapositive, build_diapositives, choose_diapositives

PIED = (MARGE, HAUTEUR - Inches(0.55), LARGEUR - 2 * MARGE - Inches(1), Inches(0.3))
NUMERO = (LARGEUR - MARGE - Inches(0.8), PIED[1], Inches(0.8), PIED[3])


def export_pptx(bilan: Bilan, adresse: str = "", codes: Sequence[str] = ()) -> bytes:
    """The slides of a year as PPTX; `codes` chooses and orders them, by default all those that say something."""
    presentation = open_fond()
    for diapositive in choose_diapositives(build_diapositives(bilan, adresse), codes):
        add_page(presentation, diapositive, bilan)
    describe_fichier(presentation, bilan)
    sortie = io.BytesIO()
    presentation.save(sortie)
    return sortie.getvalue()


def add_page(presentation, diapositive: Diapositive, bilan: Bilan) -> None:
    """One slide with its footer and its notes."""
    page = presentation.slides.add_slide(presentation.slide_layouts[0])
    dessine = GENRES[diapositive.genre]
    sombre = dessine is add_couverture
    if not sombre:
        add_titre(page, diapositive)
    dessine(page, diapositive)
    couleur = BLANC if sombre else DOUX
    add_boite(page, PIED, [write_pied(diapositive, bilan)], 12, couleur)
    add_numero(page, couleur)
    write_notes(page.notes_slide.notes_text_frame, diapositive)


def write_pied(diapositive: Diapositive, bilan: Bilan) -> str:
    """Source, edition, date and identifier of the figure: « Bilan 2024, ligne 38 · édition 0 · fa04-heures-2024-e0 »."""
    return " · ".join(mot for mot in (diapositive.source, bilan.edition, bilan.date, diapositive.identifiant) if mot)


def add_numero(page, couleur: str) -> None:
    """The number of the slide as a field: it follows when slides are moved."""
    boite = add_boite(page, NUMERO, [" "], 12, couleur)
    trait = boite.text_frame.paragraphs[0].runs[0]._r
    champ = etree.SubElement(trait.getparent(), qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}",
                                                             "type": "slidenum"})
    champ.extend(list(trait))
    trait.getparent().replace(trait, champ)


def write_notes(cadre, diapositive: Diapositive) -> None:
    """What the speaker keeps for the questions, heading by heading."""
    cadre.clear()
    phrases = [*diapositive.lignes]
    for groupe in diapositive.notes:
        phrases += [groupe.titre.upper(), *(f"– {phrase}" for phrase in groupe.elements)]
    for rang, phrase in enumerate(phrases):
        paragraphe = cadre.paragraphs[0] if rang == 0 else cadre.add_paragraph()
        trait = paragraphe.add_run()
        trait.text = phrase
        trait.font._rPr.set("lang", LANGUE)


def describe_fichier(presentation, bilan: Bilan) -> None:
    """Title, author, language and edition in the properties of the file."""
    document, proprietes = bilan.suivi.catalogue.document, presentation.core_properties
    proprietes.title = f"Achats publics responsables : le bilan {bilan.annee}"
    proprietes.author, proprietes.last_modified_by = document["auteur"], document["auteur"]
    proprietes.subject, proprietes.language = f"{document['titre']} · {bilan.edition}", LANGUE
    proprietes.keywords, proprietes.comments = "SPAPSER, achats responsables", ""
    proprietes.created = proprietes.modified = datetime.now(UTC).replace(tzinfo=None)
