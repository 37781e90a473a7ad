"""How each figure of a fiche is computed, and what one must know before relying on it."""

from spapser.catalogue import Fiche
from spapser.store import definition
from spapser.suivi import Mesure, Suivi
from spapser.suivi.phrase import describe_statut
from spapser.ui.balises import t
from spapser.ui.source import write_cible, write_lecture, write_sources


def write_calcul(mesure: Mesure) -> str:
    """How one indicator is computed, with all its readings."""
    indicateur = mesure.indicateur
    lectures = [v for v in (mesure.tenue, *mesure.autres) if v]
    lignes = [f"{t(indicateur.definition)} <em>Périmètre&nbsp;:</em> {t(indicateur.perimetre)} "
              f"<em>Calcul&nbsp;:</em> {t(indicateur.calcul)}"]
    lignes += [f"<em>{'Valeur retenue' if i == 0 else 'Autre lecture'}&nbsp;:</em> {t(write_lecture(mesure, v))}."
               for i, v in enumerate(lectures)]
    lignes += [f"<em>Requête&nbsp;:</em> {t(definition(f'indicateurs/{indicateur.code}'))} ({indicateur.code}.sql)"
               ] if any(v.origine == "calculee" for v in lectures) else []
    lignes += [f"<em>Cible&nbsp;:</em> {t(write_cible(mesure, mesure.cible))}. {t(describe_statut(mesure))}"
               ] if mesure.cible else []
    lignes += [f"<em>Repère&nbsp;:</em> {t(write_cible(mesure, c))}, {c.annee}. {t(c.note)}" for c in mesure.reperes]
    if indicateur.comparable_depuis:
        lignes.append(f"<em>Série&nbsp;:</em> comparable à partir de {indicateur.comparable_depuis} seulement.")
    if not lectures:
        lignes.append("Aucune valeur publiée pour cette année.")
    return f"<dt>{t(indicateur.libelle)}</dt>{''.join(f'<dd>{ligne}</dd>' for ligne in lignes)}"


def list_notes(suivi: Suivi, fiche: Fiche, annee: int) -> list[str]:
    """Notes of doubtful, deduced or contradicted readings, and of targets set aside."""
    notes: list[str] = []
    for indicateur in fiche.indicateurs:
        for mesure in suivi.graphique((indicateur.code,), annee):
            for lecture in (mesure.tenue, *mesure.autres):
                if lecture and lecture.note and (lecture.fiabilite != "sure" or not lecture.retenue):
                    notes.append(f"{indicateur.libelle}\u00a0: {lecture.note} ({write_sources([lecture])})")
    notes += [f"{i.libelle}\u00a0: {c.note} ({write_sources([c])})" for i, c in suivi.cibles_ecartees(fiche, annee)]
    notes += [f"{r['objet']}\u00a0: {r['note']} ({write_sources([r])})"
              for r in suivi.reserves_fiche(fiche.code, annee)]
    return list(dict.fromkeys(notes))
