"""Two plain pages without script: the list of the public files, and the sentence that says that one does not exist."""

from collections.abc import Iterable
from html import escape

from spapser.exports.fichiers import Fichier
from spapser.exports.licence import ADRESSE, MENTION, NOM
from spapser.typographie import insecables

FAMILLES = ("Documents", "Résultats", "Données")
STYLE = """:root { color-scheme: light dark }
body { font: 1.06rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 3rem;
  color: light-dark(#1b2a2e, #e8eff0); background: light-dark(#fff, #10191b) }
h1 { font-size: 1.7rem; line-height: 1.2; color: light-dark(#00626b, #5ec4cd) } h2 { font-size: 1.2rem; margin-top: 1.8rem }
a { color: light-dark(#005a8c, #8cc8f0); text-underline-offset: 3px; overflow-wrap: anywhere }
li { margin: .35rem 0 } code { font-size: .95em; overflow-wrap: anywhere }"""


def write_page(titre: str, corps: str) -> str:
    """A whole page of French HTML; `corps` is markup already made safe."""
    return insecables(f'<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{escape(titre)} – SPAPSER</title>'
                      f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
                      f"<body><main><h1>{escape(titre)}</h1>{corps}</main></body></html>")


def write_index(fichiers: Iterable[Fichier], suite: str = "") -> str:
    """The list of the files by family; `suite` is what every address ends with (« ?edition=3 »)."""
    listes = list(fichiers)
    blocs = "".join(f"<h2>{famille}</h2><ul>{write_liens([f for f in listes if f.famille == famille], suite)}</ul>"
                    for famille in FAMILLES)
    return write_page("Données ouvertes du SPAPSER", (
        f"<p>Ces adresses ne changent pas. Pour une édition précise : <code>marches.csv?edition=0</code>. Un document existe "
        "aussi pour une seule fiche : <code>classeur-fa04-2024.xlsx</code>.</p>"
        f'<p>{escape(NOM)} : <a href="{ADRESSE}">texte de la licence</a>. {escape(MENTION)}</p>{blocs}'))


def write_liens(fichiers: Iterable[Fichier], suite: str) -> str:
    """One link per file, its name then what it is."""
    return "".join(f'<li><a href="{escape(f.nom)}{escape(suite)}">{escape(f.nom)}</a> : {escape(f.titre)}</li>' for f in fichiers)


def write_refus(phrase: str, titre: str = "Fichier introuvable") -> str:
    """The page of an address that leads nowhere, or that gives nothing for now."""
    return write_page(titre, f'<p>{escape(phrase)}</p><p><a href="index">Voir tous les fichiers</a></p>')
