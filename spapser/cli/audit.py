"""`audit`: the log of every write and every refusal; whether it is whole."""

import argparse

from spapser.acces.audit import read_entries, verify_chain
from spapser.cli.sortie import print_json
from spapser.store.ancrage import find_loose


def declare(commandes) -> None:
    """The command and its options."""
    analyseur = commandes.add_parser("audit", help="montre le journal d’audit, ou vérifie qu’il est entier")
    analyseur.add_argument("--verifier", action="store_true", help="suit la chaîne jusqu’au bout ; statut 1 si elle est rompue")
    analyseur.add_argument("--dernieres", type=int, default=0, metavar="N", help="les N dernières lignes seulement")
    analyseur.add_argument("--json", action="store_true", help="sortie JSON")
    analyseur.set_defaults(commande=audit)


def audit(options: argparse.Namespace) -> int:
    """List the lines, oldest first, or verify them: 0 when whole, 1 with the sentence that says where it breaks."""
    if options.verifier:
        return verify(options.json)
    lignes = read_entries()[-options.dernieres:]
    if options.json:
        print_json(lignes)
    elif lignes:
        print("\n".join(write_line(ligne) for ligne in lignes))
    else:
        print("Le journal d’audit est vide : rien n’a été publié ni refusé.")
    return 0


def verify(en_json: bool) -> int:
    """Chain, head, then every edition against its line."""
    verdict = verify_chain()
    faute = verdict.faute or find_loose(read_entries())
    if en_json:
        print_json({"entier": not faute, "lignes": verdict.lignes, "tete": verdict.tete, "faute": faute})
    else:
        print(faute or f"Le journal d’audit est entier : {verdict.lignes} lignes, chaque édition a la sienne. Empreinte de la "
                       f"dernière, à garder ailleurs : {verdict.tete}.")
    return 1 if faute else 0


def write_line(ligne: dict) -> str:
    """« 12  2026-11-27 10:00  publication, Camille Durand (compte local) : edition 3… »."""
    qui = f"{ligne['qui'] or 'personne'} ({ligne['origine']})"
    objet = ", ".join(f"{nom} {', '.join(map(str, v)) if isinstance(v, list) else v}" for nom, v in ligne["objet"].items()
                      if nom not in ("sceau", "ligne"))
    return f"{ligne['rang']:>5}  {ligne['date'][:16].replace('T', ' ')}  {ligne['acte']}, {qui}{f' : {objet}' if objet else ''}"
