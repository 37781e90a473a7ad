"""How French writings are read, made known to the base of a workshop: numbers, days, yes and no, identifiers."""

from spapser.store import Etabli


def learn_ecritures(atelier: Etabli) -> None:
    """The macros that put a cell into canonical text (`nombre_propre`…), and those that recognise one (`est_nombre`…)."""
    atelier.learn("depot/macros", "depot/macros_nombres", "depot/macros_dates", "depot/macros_siret")
