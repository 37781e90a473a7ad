"""docs/accessibilite.md: the 106 criteria with their state, their evidence and their test."""

from spapser.catalogue.accessibilite import ETATS, Critere, count_etats, load_criteres, load_declaration, load_themes


def write_accessibilite() -> str:
    """The table of the criteria by theme, in Markdown and in French."""
    declaration, compte = load_declaration(), count_etats(load_criteres())
    lignes = ["# Accessibilité : les 106 critères du RGAA", "",
              f"Écrit par `make docs`. {declaration.motif} L’état de chaque critère est ce que l’équipe en sait : une preuve "
              "automatique n’est pas un audit.", "", "| état | critères |", "|---|---:|",
              *(f"| {etat} | {compte[etat]} |" for etat in ETATS), ""]
    for theme in load_themes():
        lignes += [f"## {theme.rang}. {theme.titre}", "",
                   "| critère | ce qu’il demande | état | preuve | test |", "|---|---|---|---|---|",
                   *(write_ligne(critere) for critere in theme.criteres), ""]
    return "\n".join(lignes)


def write_ligne(critere: Critere) -> str:
    """One row of the table."""
    test = f"`{critere.test}`" if critere.test else ""
    return f"| {critere.numero} | {critere.titre} | {critere.etat} | {critere.preuve} | {test} |"
