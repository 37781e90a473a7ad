"""Texts meant to harm, in every tongue that a page or a spreadsheet might run, and an edition whose every free text is one."""

import csv
import io
import json
import re

from playwright.sync_api import Page

from spapser.acces import operator
from spapser.depot.apercu import preview
from spapser.depot.parcours import Demande, examine, publish_examen
from spapser.store import Base, Edition, load_edition

TEXTES = (
    "<img src=x onerror=alert(1)>", "<script>alert(2)</script>", "</style><style>*{color:red}</style>",
    "<a href=javascript:alert(3)>a</a>", "[x](javascript:alert(4))", "[y](http://pirate.example)",
    "![z](http://pirate.example/a.png)", "https://pirate.example/b", "www.pirate.example", ":red[a]", ":material/home:",
    ":streamlit:", ":smile:", "a -> b -- c", "**gras** `code` ~~barre~~", "$x^2$", r"$$\frac{1}{2}$$", "=cmd|'/C calc'!A0",
    "+cmd", "-2+3", "@SUM(1)", "=HYPERLINK(\"http://pirate.example\")", "'; drop table marches; --", "../../etc/passwd",
    "&lt;b&gt;&#60;i", "{{7*7}} ${7*7} %s %(x)s", "# titre", "> bloc", "1. liste")
NOM = "<img src=x onerror=alert(5)> :material/home: $x^2$ [y](http://pirate.example) www.pirate.example :streamlit: &lt;b"
MOTIF = f"{NOM} =cmd|'/C calc'!A0 '; drop table marches; --"
AUTEUR = "<b>Camille</b> :red[a] $x$"
ANNEE = 2025

# What a hostile text would have made of the page: elements that no page of ours holds.
VIVANTS = """() => [...document.querySelectorAll(`
    main img, section img, body > img, .katex, iframe, object, embed, math, del, script:not([src]):not(head script),
    a[href*="pirate"], a[href^="javascript" i], [src*="pirate"], [onerror], [aria-label="home icon"], [style*="rgb(255, 43"]`)]
    .map(noeud => noeud.outerHTML.slice(0, 200))"""


def bare(texte: str) -> str:
    """The text without its spaces, which our typography may bind, nor the invisible signs that keep it inert."""
    return re.sub(r"[\s\u00a0\u202f\u2060\u200b]+", "", texte)


def list_missing(page: Page, textes=TEXTES) -> list[str]:
    """The texts that the page does not show as they are."""
    montre = bare(page.evaluate("document.body.innerText"))
    return [texte for texte in textes if bare(texte) not in montre]


def list_alive(page: Page) -> list[str]:
    """What on the page is no text any more."""
    return page.evaluate(VIVANTS)


def write_csv(titres: tuple[str, ...], lignes: list[tuple[str, ...]]) -> bytes:
    """A file as a spreadsheet writes it."""
    flux = io.StringIO()
    csv.writer(flux, delimiter=";").writerows([titres, *lignes])
    return flux.getvalue().encode()


def write_structures() -> bytes:
    """One structure of each text."""
    return write_csv(("Structure", "Nom dans le bilan", "Lien avec l’EPT", "Année", "Source"),
                     [(texte, texte, "titulaire d’un marché réservé", str(ANNEE), texte) for texte in TEXTES])


def write_marches() -> bytes:
    """One named contract of each text."""
    return write_csv(("Marché", "Lot", "Titulaire", "Situation", "Fiche", "Réservation", "Année", "Source"),
                     [(texte, texte, texte, "en cours d’exécution", "fa09", "EA", str(ANNEE), texte) for texte in TEXTES])


def write_contrats() -> bytes:
    """One contract whose object is each text, then one that holds them all."""
    objets = [*TEXTES, " ".join(TEXTES)]
    return json.dumps({"marches": {"marche": [
        {"id": f"2025H{rang:03d}", "acheteur": {"id": "20005801400016"}, "nature": "Marché", "objet": objet,
         "codeCPV": "90511000", "dureeMois": 6,
         "dateNotification": f"{ANNEE}-{rang // 28 + 3:02d}-{rang % 28 + 1:02d}",
         "procedure": "Procédure adaptée", "montant": 1000 + rang, "titulaires": [{"titulaire": {
             "typeIdentifiant": "SIRET", "id": "55204599900869", "denominationSociale": objet}}]}
        for rang, objet in enumerate(objets)]}}, ensure_ascii=False).encode()


def deposit(jeu: str, nom: str, contenu: bytes) -> Edition:
    """Read, judge and publish a file, every warning being accepted."""
    with_base = Base(load_edition())
    examen = examine(Demande(jeu, nom, contenu, (ANNEE,)), with_base)
    assert examen.rapport.accepte, [(c.message, c.colonne) for c in examen.rapport.bloquantes]
    return publish_examen(examen, preview(examen, with_base), operator(AUTEUR), MOTIF,
                          tuple(cause.cle for cause in examen.rapport.avertissements))


def publish_hostile() -> Edition:
    """Publish the three files."""
    deposit("structures", f"{NOM}.csv", write_structures())
    deposit("marches", f"../../{NOM}.csv", write_marches())
    return deposit("contrats", f"{NOM}.json", write_contrats())
