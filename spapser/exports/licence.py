"""Under which licence the data and documents are given, in words and in the terms of a data package."""

NOM = "Licence Ouverte 2.0 (Etalab)"
CODE = "etalab-2.0"
ADRESSE = "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf"
MENTION = "Réutilisation libre, y compris commerciale, à condition de citer la source et la date de mise à jour."


def describe_licence() -> dict[str, str]:
    """The licence as a Data Package states it: name, path, title."""
    return {"name": CODE, "path": ADRESSE, "title": NOM}
