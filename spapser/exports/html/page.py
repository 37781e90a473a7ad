"""The skeleton of the standalone edition: one file, French, without script and without any request."""

import base64
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from spapser.exports.composition import POLICE
from spapser.exports.contexte import Contexte
from spapser.exports.html.balises import t
from spapser.exports.licence import ADRESSE, MENTION, NOM
from spapser.suivi.source import name_documents
from spapser.typographie import insecables

# Nothing may be fetched, nothing may run: the file says it itself, wherever it is opened.
POLITIQUE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'"
ICONE = ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%2300626b' "
         "d='M1 9h4v6H1zM6 5h4v10H6zM11 1h4v14h-4z'/%3E%3C/svg%3E")


@lru_cache(maxsize=1)
def read_style() -> str:
    """The style sheet beside this module."""
    return Path(__file__).with_name("style.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def write_polices() -> str:
    """The face of the documents inside the file: the texts of the charts keep their width on every machine."""
    graisses = {"400": "Regular", "700": "Bold"}
    octets = {poids: (files(POLICE) / "files" / f"SourceSansPro-{nom}.otf").read_bytes() for poids, nom in graisses.items()}
    return "".join(f'@font-face{{font-family:"Source Sans Pro";font-weight:{poids};'
                   f'src:url(data:font/otf;base64,{base64.b64encode(contenu).decode()}) format("opentype")}}'
                   for poids, contenu in octets.items())


def write_document(contexte: Contexte, titre: str, sommaire: str, corps: str) -> str:
    """The whole file; `sommaire` and `corps` are markup already made safe."""
    document = contexte.suivi.catalogue.document
    tete = (f'<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>{t(titre)}</title>'
            f'<meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<meta http-equiv="Content-Security-Policy" content="{POLITIQUE}">'
            f'<meta name="author" content="{t(document["auteur"])}">'
            f'<meta name="description" content="{t(contexte.bilan.phrase)}"><meta name="color-scheme" content="light dark">'
            f'<link rel="icon" href="{ICONE}"><style>{write_polices()}{read_style()}</style></head>')
    return tete + insecables(
        '<body><a class="evitement" href="#contenu">Aller au contenu</a><div class="page">'
        f'{sommaire}<main id="contenu" tabindex="-1">{corps}</main>{write_pied(contexte)}</div></body></html>\n')


def write_pied(contexte: Contexte) -> str:
    """Source, edition, date, licence."""
    bilan = contexte.bilan
    return (f'<footer><p>Source : {t(name_documents(contexte.base.edition))}. {t(write_identite(contexte))}</p>'
            f'<p>{t(NOM)} (<a href="{ADRESSE}">texte</a>). {t(MENTION)}</p><p>Ce document ne charge rien et fonctionne sans '
            f"réseau. Ses figures portent l’année {bilan.annee} et leur édition.</p></footer>")


def write_identite(contexte: Contexte) -> str:
    """« Année 2024, édition 0, bilan 2024, 3 mars 2025. »"""
    bilan = contexte.bilan
    return f"{', '.join(mot for mot in (f'Année {bilan.annee}', bilan.edition, bilan.date) if mot)}."
