"""The sheet of a fiche: its indicators, its charts drawn by the spreadsheet, its objectives, what one must know."""

from collections.abc import Sequence

from xlsxwriter.workbook import Workbook

from spapser.exports.bilan import GraphiqueBilan, SectionFiche
from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.graphiques import insert_barres
from spapser.exports.classeur.mesures import COLONNES, LARGEURS, ROLES, row_resultat
from spapser.exports.classeur.styles import ACCENT, GRIS, TEAL, Styles
from spapser.suivi import Action, Mesure
from spapser.suivi.action import describe_declaration
from spapser.suivi.jalon import format_date, format_etat
from spapser.suivi.source import write_source_action
from spapser.suivi.tableau import name_mesure

OBJECTIFS = ("Objectif", "Statut", "Ce qui a été fait", "Motif du statut", "Source")
ETENDUES = (1, 2, 5, 3, 2)
SANS_CATEGORIE = (0, *range(2, len(COLONNES)))
COLONNE_GRAPHIQUE = 5


def write_fiche(classeur: Workbook, styles: Styles, section: SectionFiche, resultats: Sequence[dict], annee: int) -> Feuille:
    """One sheet, its title and the header of its indicators frozen."""
    fiche = section.fiche
    feuille = Feuille(classeur, styles, f"Fiche {fiche.numero:02}", TEAL, [LARGEURS[i] for i in SANS_CATEGORIE])
    feuille.write(f"Fiche {fiche.numero} · {fiche.titre_court} · {annee}", "titre")
    feuille.write(fiche.titre, "sous_titre")
    simples = [row_resultat(r) for r in resultats if r["fiche"] == fiche.code and not r["modalite"]]
    feuille.table([COLONNES[i] for i in SANS_CATEGORIE], [[ligne[i] for i in SANS_CATEGORIE] for ligne in simples],
                  {i - 1: role for i, role in ROLES.items()})
    feuille.page.freeze_panes(3, 1)
    for graphique in section.graphiques:
        write_graphique(feuille, graphique)
    write_objectifs(feuille, section)
    write_notes(feuille, section)
    return feuille


def write_graphique(feuille: Feuille, graphique: GraphiqueBilan) -> None:
    """The values of a chart as a table and, beside it, the chart; milestones have a table only."""
    feuille.ligne += 1
    feuille.write(graphique.titre, "section")
    haut, occupees = feuille.ligne, 0
    if graphique.genre == "frise":
        feuille.table(("Étape", "Date", "État", "Participants"), [
            (j.titre, format_date(j), format_etat(j), j.valeur) for j in graphique.jalons])
    else:
        colonnes, lignes, series = list_series(graphique.mesures)
        bornes = feuille.table(colonnes, lignes)
        if series:
            occupees = insert_barres(feuille, graphique.titre, bornes, series, (haut, COLONNE_GRAPHIQUE),
                                     format_valeurs(graphique.mesures), graphique.alternative)
    feuille.write(f"Figure {graphique.identifiant}. Source : {graphique.source}.", "sous_titre")
    if graphique.lecture:
        feuille.write(graphique.lecture, "sous_titre")
    feuille.ligne = max(feuille.ligne, haut + occupees)


def list_series(mesures: Sequence[Mesure]) -> tuple[list[str], list[list], list[tuple[str, int, str]]]:
    """Titles, rows and the numeric columns to draw: achieved, and target and previous year when some measure has one."""
    unites = {m.indicateur.unite for m in mesures}
    possibles = [("Réalisé", TEAL, [m.valeur if m.secret is None else m.texte for m in mesures]),
                 ("Cible", ACCENT, [m.cible.valeur if m.cible else None for m in mesures]),
                 ("Année précédente", GRIS, [None if m.modalite == str(m.annee) else m.precedente for m in mesures])]
    connues = [serie for serie in possibles if any(valeur is not None for valeur in serie[2])]
    colonnes = ["Mesure", *(nom for nom, _, _ in connues), "Unité"]
    lignes = [[f"{name_mesure(m)} ({m.dimension})" if m.dimension else name_mesure(m),
               *(valeurs[rang] for _, _, valeurs in connues), m.indicateur.unite] for rang, m in enumerate(mesures)]
    series = [(nom, rang + 1, couleur) for rang, (nom, couleur, _) in enumerate(connues)] if len(unites) == 1 else []
    return colonnes, lignes, series


def format_valeurs(mesures: Sequence[Mesure]) -> str:
    """The number format of the labels of a chart: decimals only when some value has some."""
    valeurs = [v for m in mesures for v in (m.valeur, m.precedente) if v is not None]
    return "#,##0" if all(float(valeur).is_integer() for valeur in valeurs) else "#,##0.0"


def write_objectifs(feuille: Feuille, section: SectionFiche) -> None:
    """Objectives with their status, what was done, the reason of a proposed status and the source lines."""
    feuille.ligne += 1
    feuille.write("Objectifs", "section")
    feuille.write(section.fiche.engagement, "texte", len(SANS_CATEGORIE))
    feuille.row(OBJECTIFS, ETENDUES, "entete")
    for suivi in section.objectifs:
        action = suivi.action
        fait = action.realisation if action else "Aucun suivi publié pour l’année."
        motif = (action.motif if action.propose else describe_declaration(action)) if action else ""
        source = write_source_action(action) if action else ""
        feuille.row((suivi.objectif.titre, name_statut(action), fait, motif, source), ETENDUES)


def name_statut(action: Action | None) -> str:
    """The status of an objective; a proposed one says so."""
    if action is None:
        return "sans statut"
    return f"{action.statut} (proposé, à confirmer)" if action.propose else action.statut


def write_notes(feuille: Feuille, section: SectionFiche) -> None:
    """What one must know before relying on the figures."""
    if section.notes:
        feuille.ligne += 1
        feuille.write("Qualité des données", "section")
        for note in section.notes:
            feuille.write(note, "texte", len(SANS_CATEGORIE))
