"""How each figure of a fiche is computed."""

from spapser.catalogue.model import Indicateur
from spapser.store import definition
from spapser.suivi import Mesure
from spapser.suivi.phrase import describe_statut
from spapser.suivi.rapprochement import find_rapprochement, list_raisons, write_ecart
from spapser.suivi.source import write_cible, write_lecture
from spapser.ui.balises import t
from spapser.ui.marches.adresse import link_contrats
from spapser.ui.mesures import write_decomptes


def write_calcul(mesure: Mesure) -> str:
    """How one indicator is computed, with all its readings."""
    indicateur = mesure.indicateur
    lectures = [v for v in (mesure.tenue, *mesure.autres) if v]
    lignes = [write_regle(indicateur)]
    lignes += [f"<em>{'Valeur retenue' if i == 0 else 'Autre lecture'}&nbsp;:</em> {t(write_lecture(mesure, v))}."
               for i, v in enumerate(lectures)]
    lignes += list_ecarts(mesure)
    lignes += [f"<em>Requête&nbsp;:</em> {t(definition(f'indicateurs/{indicateur.code}'))} ({indicateur.code}.sql)"
               ] if any(v.origine == "calculee" for v in lectures) else []
    lignes += [lien] if (lien := link_contrats(mesure)) else []
    lignes += [f"<em>Cible&nbsp;:</em> {t(write_cible(mesure, mesure.cible))}. {t(describe_statut(mesure))}"
               ] if mesure.cible else []
    lignes += [f"<em>Repère&nbsp;:</em> {t(write_cible(mesure, c))}, {c.annee}. {t(c.note)}" for c in mesure.reperes]
    if indicateur.comparable_depuis:
        lignes.append(f"<em>Série&nbsp;:</em> comparable à partir de {indicateur.comparable_depuis} seulement.")
    if not lectures:
        lignes.append("Aucune valeur publiée pour cette année.")
    return f"<dt>{t(indicateur.libelle)}</dt>{''.join(f'<dd>{ligne}</dd>' for ligne in lignes)}"


def write_regle(indicateur: Indicateur) -> str:
    """Definition, perimeter and computation."""
    return (f"{t(indicateur.definition)} <em>Périmètre&nbsp;:</em> {t(indicateur.perimetre)} "
            f"<em>Calcul&nbsp;:</em> {t(indicateur.calcul)}")


def write_definition(indicateur: Indicateur) -> str:
    """What an indicator without any value will count."""
    return f"<dt>{t(indicateur.libelle)}</dt><dd>{write_regle(indicateur)}</dd>"


def list_ecarts(mesure: Mesure) -> list[str]:
    """The other counts of a figure on contracts; the published figure beside the recomputed one, with the known reasons."""
    decomptes, rapprochement = write_decomptes(mesure), find_rapprochement(mesure)
    lignes = [f"<em>Contrats&nbsp;:</em> {t(decomptes)}."] if decomptes else []
    raisons = list_raisons(mesure)
    if rapprochement and rapprochement.ecart and raisons:
        lignes.append(f"<em>Publié et recalculé&nbsp;:</em> {t(write_ecart(rapprochement))}. Raisons connues&nbsp;: "
                      f"{t(' ; '.join(raisons))}.")
    return lignes
