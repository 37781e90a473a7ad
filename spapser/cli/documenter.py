"""`documenter`: the generated documentation, written from the catalogue."""

import argparse
from pathlib import Path

from spapser.catalogue import load_catalogue
from spapser.exports.accessibilite import write_accessibilite
from spapser.exports.dictionnaire import write_dictionnaire, write_indicateurs

DOCS = Path(__file__).parents[2] / "docs"


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("documenter", help="écrit indicateurs.md, dictionnaire.md et accessibilite.md dans docs/")
    analyseur.set_defaults(commande=write_docs)


def write_docs(options: argparse.Namespace) -> None:
    """Write the generated documentation from the catalogue."""
    catalogue = load_catalogue()
    for nom, texte in (("indicateurs", write_indicateurs(catalogue)), ("dictionnaire", write_dictionnaire(catalogue)),
                       ("accessibilite", write_accessibilite())):
        (DOCS / f"{nom}.md").write_text(texte, encoding="utf-8")
        print(f"docs/{nom}.md écrit")
