"""A year of contracts as a spreadsheet writes them in French: the file of the measure of the deposit."""

import random
from collections.abc import Iterator
from pathlib import Path

ENTETE = ("Identifiant du marché", "Marché", "Lot", "Titulaire", "SIRET du titulaire", "Code CPV", "Date de notification",
          "Montant (€ HT)", "Part de l’effort d’insertion (%)", "Situation", "Réservation", "Clause ou critère",
          "Nouveau dans l’année", "Fiche", "Année")
OBJETS = ("Nettoyage des locaux", "Entretien des espaces verts", "Collecte des déchets", "Travaux de voirie", "Restauration",
          "Fournitures de bureau", "Rénovation thermique", "Mobilier urbain")
SITUATIONS = ("conclu dans l’année", "Conclu dans l'année", "en cours d’exécution", "EN COURS D'EXECUTION", "prestation confiée")
CLAUSES = ("insertion", "Insertion", "matériaux du réemploi", "alimentation durable", "")
RESERVATIONS = ("", "", "", "SIAE", "EA", "esat")
OUI_NON = ("oui", "non", "Oui", "x", "1", "0", "")
CPV = 9_454  # codes in the nomenclature
FICHES = tuple(f"fa{numero:02}" for numero in range(1, 12))


def write_contrats(chemin: Path, lignes: int, fautes: int = 0) -> None:
    """A CSV file of 15 columns (`;`, UTF-8 with its mark, CRLF); one row out of `lignes / fautes` holds a wrong amount."""
    with chemin.open("w", encoding="utf-8-sig", newline="\r\n") as flux:
        flux.write(";".join(ENTETE) + "\n")
        flux.writelines(iter_contrats(lignes, fautes))


def iter_contrats(lignes: int, fautes: int) -> Iterator[str]:
    """The rows, always the same."""
    hasard = random.Random(20)
    sirets = [draw_siret(hasard) for _ in range(20_000)]
    cpv = [f"{hasard.randrange(10_000_000, 99_999_999)}" for _ in range(CPV)]
    pas = lignes // fautes if fautes else 0
    for rang in range(lignes):
        objet, siret = hasard.choice(OBJETS), hasard.randrange(len(sirets))
        montant = f"environ {rang}" if pas and rang % pas == 0 else write_montant(hasard.randrange(100_000, 500_000_000))
        yield ";".join((
            f"2025{rang:07}", f"{objet} n° {rang % 5000}", f"Lot {rang % 7}" if rang % 3 else "", f"Entreprise fictive {siret}",
            sirets[siret], hasard.choice(cpv), f"{rang % 28 + 1:02}/{rang % 12 + 1:02}/2025",
            montant, f"{rang % 21} %" if rang % 2 else "", hasard.choice(SITUATIONS), hasard.choice(RESERVATIONS),
            hasard.choice(CLAUSES), hasard.choice(OUI_NON), hasard.choice(FICHES), "2025")) + "\n"


def write_montant(centimes: int) -> str:
    """« 31 107,86 € » with the narrow no-break space of a spreadsheet, or plain « 31107,86 »."""
    euros = f"{centimes // 100:,}".replace(",", "\u202f")
    return f"{euros},{centimes % 100:02} €" if centimes % 2 else f"{centimes // 100},{centimes % 100:02}"


def draw_siret(hasard: random.Random) -> str:
    """A SIRET with a true key."""
    debut = f"{hasard.randrange(10**12, 10**13)}"
    return debut + str(-sum(n - 9 * (n > 9) for n in (int(c) * (2 - rang % 2) for rang, c in enumerate(reversed(debut)))) % 10)
