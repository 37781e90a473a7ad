"""Write again the fictitious files of this folder: `python -m data.exemples.fabriquer` from the root of the project.

Every name and every number in them is invented, and says so. The templates come from the catalogue, so do the examples.
"""

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from data.exemples.contrats_fictifs import list_complements, write_decp
from spapser.catalogue.declaration import load_agec
from spapser.exports.modele import Gabarit, build_gabarit, write_xlsx
from spapser.store import Base, load_edition

DOSSIER = Path(__file__).parent
ANNEE = 2025
NOTE = "Exemple fictif : tout y est inventé."
STATUTS = ("atteint", "partiellement atteint", "non atteint")
CATEGORIES = (0, 1, 4, 8, 13)


def write_heures(base: Base) -> bytes:
    """The template of insertion hours, filled: thirteen operations that do not exist."""
    def fill(rang: int, ligne: dict) -> dict:
        return ligne | {"operation": f"Opération fictive n° {rang}", "periode": "2025/2028", "commune": "",
                        "valeur": str(900 + 137.5 * rang), "note": NOTE}
    return write_xlsx(fill_gabarit(build_gabarit(base, "insertion_operations", ANNEE), fill))


def write_observations(base: Base) -> bytes:
    """The template of observations, twenty indicators filled with last year's figure made smaller."""
    gabarit = build_gabarit(base, "observations", ANNEE)
    avant = {rangee["indicateur"]: rangee["valeur"] for rangee in gabarit.rappel if rangee["valeur"]}
    lignes = tuple(ligne for ligne in gabarit.lignes if ligne["indicateur"] in avant)[:20]
    return write_xlsx(fill_gabarit(replace(gabarit, lignes=lignes), lambda rang, ligne: ligne | {
        "valeur": f"{float(avant[ligne['indicateur']]) * 0.9:.0f}", "note": NOTE}))


def write_suivi(base: Base) -> bytes:
    """The template of the follow-up, a status declared for each objective."""
    return write_xlsx(fill_gabarit(build_gabarit(base, "suivi_actions", ANNEE), lambda rang, ligne: ligne | {
        "realisation": f"Exemple fictif n° {rang} : rien de ceci n’a eu lieu.", "statut_declare": STATUTS[rang % 3],
        "motif_declare": NOTE, "declare_par": "Service fictif", "declare_le": "2026-01-15", "note": NOTE}))


def fill_gabarit(gabarit: Gabarit, fill: Callable[[int, dict], dict]) -> Gabarit:
    """A template whose rows are filled one by one; nothing of last year is left to look at."""
    lignes = tuple(fill(rang, dict(ligne)) for rang, ligne in enumerate(gabarit.lignes, 1))
    return replace(gabarit, lignes=lignes, rappel=(), annee_rappel=0)


def write_heures_abimees(base: Base) -> bytes:
    """What really comes: cp1252, titles above, French numbers, a total below, and the defects that LISEZMOI.md lists."""
    lignes = [["EXEMPLE FICTIF : heures d'insertion, chiffres inventés"], ["Service fictif, le 15/01/2026"], [],
              ["OPÉRATION", "Type", "Exercice", "Nombre", "Unité", "Commune", "Couleur du dossier"],
              ["Opération fictive A", "Services", "2025", "1 927,04", "heures", "Villejuif", "bleu"],
              ["Opération fictive B", "Travaux", "2025", "3\u00a0974,31", "heures", "", "vert"],
              ["Opération fictive C", "Service", "2025", "120", "heures", "", ""],
              ["Opération fictive D", "Travaux", "2025", "environ 300", "heures", "", ""],
              ["Opération fictive E", "Travaux", "2025", "-12", "heures", "", ""],
              ["Opération fictive F", "", "2025", "85", "heures", "", ""],
              ["Opération fictive G", "Travaux", "2024", "40", "heures", "", ""],
              [],
              ["Opération fictive A", "Services", "2025", "10", "heures", "Villejuif", "bleu"],
              ["Total", "", "", "9 999", "heures", "", ""]]
    return write_lines(lignes, ";").encode("cp1252")


def write_marches(base: Base) -> bytes:
    """Contracts as a finance application exports them: UTF-16, tabs, the names of the essential data."""
    lignes = [["id", "Marché", "siret", "Titulaire", "codeCPV", "dateNotification", "Montant HT", "Fiche", "Clause", "Année",
               "Note"]]
    for rang in range(1, 13):
        montant = f"{12_000 + 1_500.5 * rang:.2f}".replace(".", ",")
        siret, titulaire = close_siret(f"99900000{rang:05}"), f"Entreprise fictive {rang}"
        lignes.append([f"2025FICTIF{rang:03}", f"Marché fictif n° {rang}", siret, titulaire, "90911200", f"{rang:02}/03/2025",
                       montant, "fa04", "insertion", "2025", NOTE])
    return write_lines(lignes, "\t").encode("utf-16")


def write_agec(base: Base) -> bytes:
    """The national AGEC declaration of a buyer that does not exist."""
    declaration = load_agec()
    categories = next(colonne.enumeration for colonne in declaration.colonnes if colonne.nom == "type_produit_acquis")
    lignes = [[colonne.nom for colonne in declaration.colonnes]]
    for rang, place in enumerate(CATEGORIES, 1):
        lignes.append([str(ANNEE), close_siret("9990000000001"), "Acheteur fictif", categories[place].replace("’", "'"),
                       str(10_000 * rang), f"{1_500.5 * rang:g}", "0", str(700 * rang), NOTE])
    return write_lines(lignes, ",").encode()


def write_personnes(base: Base) -> bytes:
    """What must never be deposited: one row a person. These persons do not exist."""
    lignes = [["Opération", "Type", "Année", "Valeur", "Nom", "Prénom", "Date de naissance"],
              ["Opération fictive A", "Services", "2025", "120", "FICTIF", "Exemple", "01/01/1900"],
              ["Opération fictive A", "Services", "2025", "80", "INVENTÉ", "Exemple", "02/01/1900"]]
    return write_lines(lignes, ";").encode("utf-8-sig")


def write_lines(lignes: Iterable[Iterable[str]], separateur: str) -> str:
    """Lines of a CSV file."""
    flux = io.StringIO()
    csv.writer(flux, delimiter=separateur, lineterminator="\r\n").writerows(lignes)
    return flux.getvalue()


def close_siret(treize: str) -> str:
    """Thirteen digits and the fourteenth that Luhn's rule wants."""
    somme = sum(sum(divmod(int(chiffre) * (1 + rang % 2), 10)) for rang, chiffre in enumerate(reversed(treize), 1))
    return f"{treize}{-somme % 10}"


def write_contrats(base: Base) -> bytes:
    """Four hundred contracts in the official format, with nine planted defects."""
    return write_decp(close_siret)


def write_complements(base: Base) -> bytes:
    """What the spreadsheet of an authority adds to these contracts."""
    return write_lines(list_complements(close_siret), ";").encode("utf-8-sig")


FICHIERS: dict[str, Callable[[Base], bytes]] = {
    f"exemple-fictif-heures-{ANNEE}.xlsx": write_heures,
    f"exemple-fictif-heures-abimees-{ANNEE}.csv": write_heures_abimees,
    f"exemple-fictif-observations-{ANNEE}.xlsx": write_observations,
    f"exemple-fictif-suivi-actions-{ANNEE}.xlsx": write_suivi,
    f"exemple-fictif-marches-{ANNEE}.csv": write_marches,
    f"exemple-fictif-declaration-agec-{ANNEE}.csv": write_agec,
    f"exemple-fictif-contrats-{ANNEE}.json": write_contrats,
    f"exemple-fictif-complements-{ANNEE}.csv": write_complements,
    f"exemple-fictif-personnes-{ANNEE}.csv": write_personnes,
}


def main() -> None:
    """Write every file."""
    base = Base(load_edition(0))
    for nom, write in FICHIERS.items():
        (DOSSIER / nom).write_bytes(write(base))
        print(f"data/exemples/{nom} écrit")
    base.close()


if __name__ == "__main__":
    main()
