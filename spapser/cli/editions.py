"""`editions`: the journal of what was published."""

import argparse
from dataclasses import asdict

from spapser.cli.constats import describe_effet
from spapser.cli.sortie import print_json
from spapser.errors import SpapserError
from spapser.store import Edition, list_numeros, load_edition

NATURES = {"depot": "dépôt", "saisie": "saisie", "annulation": "annulation"}


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("editions", help="montre le journal des éditions, ou une édition en détail")
    analyseur.add_argument("numero", type=int, nargs="?", metavar="N", help="numéro d’une édition")
    analyseur.add_argument("--json", action="store_true", help="sortie JSON")
    analyseur.set_defaults(commande=print_editions)


def print_editions(options: argparse.Namespace) -> None:
    """One line an edition, oldest first, or everything about one."""
    if options.numero is not None:
        edition = load_edition(options.numero)
        print_json(describe_edition(edition)) if options.json else print("\n".join(write_detail(edition)))
    elif options.json:
        print_json([describe_numero(numero) for numero in list_numeros()])
    else:
        print("\n".join(write_line(numero) for numero in list_numeros()))


def describe_numero(numero: int) -> dict:
    """An edition as plain values; the reason when its manifest cannot be read."""
    try:
        return describe_edition(load_edition(numero))
    except SpapserError as erreur:
        return {"numero": numero, "erreur": str(erreur)}


def describe_edition(edition: Edition) -> dict:
    """An edition as plain values; `publication` is null for edition 0."""
    publication = asdict(edition.publication) if edition.publication else None
    return {"numero": edition.numero, "libelle": edition.libelle, "publication": publication,
            "parties": [asdict(partie) for partie in edition.parties]}


def write_line(numero: int) -> str:
    """« 3  édition 3, publiée le … · dépôt de … : motif »."""
    try:
        edition = load_edition(numero)
    except SpapserError as erreur:
        return f"{numero:>4}  {erreur}"
    publication = edition.publication
    if publication is None:
        return f"{numero:>4}  {edition.libelle}"
    return (f"{numero:>4}  {edition.libelle}, {NATURES.get(publication.nature, publication.nature)} par {publication.auteur} : "
            f"{publication.motif}")


def write_detail(edition: Edition) -> list[str]:
    """The lines that tell everything about an edition."""
    lignes = [write_line(edition.numero).strip()]
    if edition.publication is None:
        return lignes
    for c in edition.publication.changements:
        lignes.append(f"    {c.jeu} {c.annee} : {c.lignes} lignes ({c.ajoutees} ajoutées, {c.modifiees} modifiées, "
                      f"{c.retirees} retirées)")
    for partie in edition.parties:
        if partie.edition == edition.numero:
            lignes.append(f"    {partie.document}, SHA-256 {partie.original}")
    lignes += [f"    Avertissement accepté : {avertissement}" for avertissement in edition.publication.avertissements]
    return lignes + [f"    {describe_effet(effet)}" for effet in edition.publication.effets]
