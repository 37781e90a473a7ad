"""What one must know before relying on the figures of a fiche."""

from spapser.catalogue import Fiche
from spapser.suivi.lecture import Suivi
from spapser.suivi.source import write_sources


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
