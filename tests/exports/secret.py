"""A year with small numbers, and how to find those that must be hidden in whatever is told of it."""

from spapser.typographie import format_quantite

ANNEE = 2025
# Numbers written nowhere else, fractions of people that they are: to find one in a file is to find what was hidden. In each
# breakdown, a small count and one that would give it back. (Widths of columns of a workbook end in .140625.)
PETIT, AUTRE, COMPLEMENT, TOTAL = 3.171875, 2.640625, 17.359375, 123.390625
LIGNES = [("total", "", "Bénéficiaires", TOTAL), ("QPV", "", "Résidents QPV", 53.390625),
          ("commune QPV", "", "Cachan", PETIT), ("commune QPV", "", "Orly", COMPLEMENT),
          ("commune QPV", "", "Ivry-sur-Seine", 53.390625 - PETIT - COMPLEMENT),
          ("situation au 31 décembre", "En parcours", "CDD", AUTRE),
          ("situation au 31 décembre", "En parcours", "CDI", COMPLEMENT + 1),
          ("situation au 31 décembre", "Sortis du dispositif", "CDI", TOTAL - AUTRE - COMPLEMENT - 1)]
SECRETS = (PETIT, AUTRE, COMPLEMENT, COMPLEMENT + 1)


def make_row(dimension: str, groupe: str, modalite: str, valeur: float) -> dict:
    return {"perimetre": "clauses d’insertion", "dimension": dimension, "groupe": groupe, "modalite": modalite,
            "annee": str(ANNEE), "valeur": repr(valeur), "unite": "personnes", "nature": "realise",
            "retenue": "oui", "fiabilite": "sure"}


def write_formes(valeur: float) -> set[str]:
    """A number as a file may hold it, then as a sentence writes it with its unit."""
    return {f"{valeur:.4f}", f"{valeur:.4f}".replace(".", ","), *(
        format_quantite(valeur, "personnes", decimales) for decimales in (1, 2, 4))}


def list_leaks(texte: str) -> list[str]:
    return [forme for secret in SECRETS for forme in write_formes(secret) if forme in texte]
