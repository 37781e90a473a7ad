"""The slide of a fiche: its finding, its chart or its milestones, two sentences."""

from spapser.catalogue.model import Presentation
from spapser.exports.bilan import Bilan, GraphiqueBilan, SectionFiche
from spapser.exports.diapositives.modele import Diapositive
from spapser.exports.diapositives.notes import describe_section, read_source
from spapser.suivi import Statut, Suivi
from spapser.suivi.action import count_declares, count_proposes
from spapser.suivi.comparaison import Comparaison, build_comparaison
from spapser.suivi.jalon import sort_jalons
from spapser.suivi.tableau import Tableau, table_jalons
from spapser.suivi.titre import write_ligne
from spapser.typographie import enumere

LIGNES = 2
JALONS = 5
RIEN = "–"


def build_fiche(bilan: Bilan, section: SectionFiche) -> Diapositive:
    """One slide, whatever the year publishes: without any chart it says so."""
    fiche = section.fiche
    graphique = find_graphique(bilan.suivi, section, bilan.annee)
    lignes = write_lignes(bilan.suivi, section, bilan.annee)
    comparaison, tableau = build_dessin(graphique, bilan.annee)
    return Diapositive(
        fiche.code, "fiche", write_titre(bilan, section, graphique), f"Fiche {fiche.numero} · {fiche.titre_court}", lignes,
        statut=find_statut(graphique, bilan.annee), graphique=graphique, comparaison=comparaison, tableau=tableau,
        source=read_source(graphique) if graphique else "", notes=describe_section(section, graphique, bilan.annee),
        vide=graphique is None)


def find_graphique(suivi: Suivi, section: SectionFiche, annee: int) -> GraphiqueBilan | None:
    """The chart that the catalogue chose for the slide, else the first one with something to show."""
    choisi = find_presentation(suivi, section).graphique
    pleins = [g for g in section.graphiques if has_contenu(g, annee)]
    return next((g for g in pleins if g.code == choisi), pleins[0] if pleins else None)


def write_titre(bilan: Bilan, section: SectionFiche, graphique: GraphiqueBilan | None) -> str:
    """The finding: the title that the catalogue gives to the slide with this chart, else the chart's own."""
    fiche, presentation = section.fiche, find_presentation(bilan.suivi, section)
    if graphique is None:
        return f"{fiche.titre_court} : rien de publié pour {bilan.annee}"
    propre = presentation.titre if graphique.code == presentation.graphique else ""
    return write_ligne(propre, bilan.suivi, bilan.annee, fiche.code) or graphique.titre


def find_presentation(suivi: Suivi, section: SectionFiche) -> Presentation:
    """The words of the slide of a fiche; no chart and no sentence when the catalogue has none."""
    code = section.fiche.code
    return next((p for p in suivi.catalogue.presentations if p.code == code), Presentation(code, ""))


def has_contenu(graphique: GraphiqueBilan, annee: int) -> bool:
    """True when the chart has a value or a target of the year, or a milestone that is not all in later years."""
    commences = [jalon for jalon in graphique.jalons if jalon.debut[:4] <= str(annee)]
    return bool(commences) or any(m.annee == annee and (m.dite or m.cible) for m in graphique.mesures)


def build_dessin(graphique: GraphiqueBilan | None, annee: int) -> tuple[Comparaison | None, Tableau | None]:
    """Bars for figures, a table for milestones (the last ones when there are many)."""
    if graphique is None:
        return None, None
    if graphique.jalons:
        return None, drop_vides(table_jalons(sort_jalons(graphique.jalons)[-JALONS:]))
    return build_comparaison(graphique.genre, graphique.mesures, annee), None


def drop_vides(tableau: Tableau) -> Tableau:
    """The table without the columns that no row fills."""
    gardees = [i for i in range(len(tableau.colonnes)) if any(ligne[i] != RIEN for ligne in tableau.lignes)]
    return Tableau(tuple(tableau.colonnes[i] for i in gardees),
                   tuple(tuple(ligne[i] for i in gardees) for ligne in tableau.lignes),
                   tuple(gardees.index(i) for i in tableau.nombres if i in gardees))


def find_statut(graphique: GraphiqueBilan | None, annee: int) -> Statut | None:
    """Status of the first measure of the chart that has a target for the year."""
    cibles = [m for m in graphique.mesures if m.cible and m.annee == annee] if graphique else []
    return cibles[0].statut if cibles else None


def write_lignes(suivi: Suivi, section: SectionFiche, annee: int) -> tuple[str, ...]:
    """The first sentences that can be filled, then the objectives if there is room."""
    modeles = find_presentation(suivi, section).lignes
    lignes = [ligne for ligne in (write_ligne(m, suivi, annee, section.fiche.code) for m in modeles) if ligne]
    lignes.append(describe_objectifs(section, annee))
    return tuple(ligne for ligne in lignes if ligne)[:LIGNES]


def describe_objectifs(section: SectionFiche, annee: int) -> str:
    """« 3 objectifs : 1 atteint, 2 partiellement atteints (statuts proposés, à confirmer). »"""
    actions = [o.action for o in section.objectifs if o.action]
    total = len(section.objectifs)
    if not actions:
        return f"Aucun suivi des objectifs n’est publié pour {annee}."
    declares, proposes = count_declares(actions), count_proposes(actions)
    compte = declares or proposes
    mots = [f"{nombre} {accord(statut, nombre)}" for statut, nombre in sorted(compte.items())]
    reste = total - sum(compte.values())
    mots += [f"{reste} sans statut"] if reste else []
    suite = " (statuts proposés, à confirmer)" if compte and not declares else ""
    return f"{total} objectif{'s' if total > 1 else ''} : {enumere(mots)}{suite}."


def accord(statut: str, nombre: int) -> str:
    """A status in the plural from two on: « partiellement atteints »."""
    return f"{statut}s" if nombre > 1 and statut.endswith("atteint") else statut
