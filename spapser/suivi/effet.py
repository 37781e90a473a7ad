"""What changes between two editions: every figure and every status, before and after, as a person reads them."""

from collections.abc import Iterator

from spapser.store import Effet
from spapser.suivi.action import Action
from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Mesure

ABSENT = "–"


def compare_suivis(avant: Suivi, apres: Suivi) -> tuple[Effet, ...]:
    """Figures whose value or status changes, in the order of the catalogue and of years, then statuses of objectives."""
    annees = sorted({*avant.annees, *apres.annees}, reverse=True)
    effets = [effet for indicateur in apres.catalogue.indicateurs for annee in annees
              for effet in compare_indicateur(avant, apres, indicateur.code, annee)]
    return (*effets, *compare_actions(avant, apres))


def compare_indicateur(avant: Suivi, apres: Suivi, code: str, annee: int) -> Iterator[Effet]:
    """Differences of one indicator in one year, category by category for a breakdown."""
    anciennes = {(m.dimension, m.modalite): m for m in avant.graphique((code,), annee)}
    nouvelles = {(m.dimension, m.modalite): m for m in apres.graphique((code,), annee)}
    for cle in dict.fromkeys([*nouvelles, *anciennes]):
        ancienne, nouvelle = describe(anciennes.get(cle)), describe(nouvelles.get(cle))
        if ancienne != nouvelle:
            libelle = apres.catalogue.indicateur(code).libelle
            yield Effet(code, libelle, annee, cle[1], ancienne[0], nouvelle[0], ancienne[1], nouvelle[1])


def describe(mesure: Mesure | None) -> tuple[str, str]:
    """Value and status of a measure as they are shown; a breakdown has no status of its own."""
    if mesure is None:
        return ABSENT, ""
    return mesure.texte, "" if mesure.modalite else mesure.statut.value


def compare_actions(avant: Suivi, apres: Suivi) -> Iterator[Effet]:
    """Objectives whose declared or proposed status changes."""
    titres = {objectif.code: objectif.titre for fiche in apres.catalogue.fiches for objectif in fiche.objectifs}
    for code, annee in sorted({*avant.actions, *apres.actions}):
        ancien, nouveau = (describe_action(suivi.action(code, annee)) for suivi in (avant, apres))
        if ancien != nouveau and code in titres:
            yield Effet(code, titres[code], annee, "", "", "", ancien, nouveau)


def describe_action(action: Action | None) -> str:
    """« atteint », « atteint (proposé) », « sans statut »."""
    if action is None:
        return "sans suivi"
    return f"{action.statut} (proposé)" if action.propose else action.statut
