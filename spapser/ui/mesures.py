"""Headline measures: number, target and trend as two separate marks, and the source."""

from collections.abc import Sequence

from spapser.suivi import Mesure, Tendance, Valeur
from spapser.suivi.phrase import describe_base, describe_evolution, format_taux
from spapser.suivi.rapprochement import describe_en_valeur, describe_inconnues, find_rapprochement, write_ecart
from spapser.suivi.source import write_renvois, write_source
from spapser.typographie import SYMBOLES, enumere, format_nombre, format_quantite
from spapser.ui.balises import badge_court, t
from spapser.ui.marches.adresse import link_contrats

FLECHES = {Tendance.HAUSSE: "▲", Tendance.BAISSE: "▼", Tendance.STABLE: "="}

EXPLICATION = ("Secret statistique : un petit nombre de personnes, ou un nombre qui en redonnerait un petit, n’est pas montré. "
               "La règle est dans « Méthode ».")
SENS = {True: ", évolution favorable", False: ", évolution défavorable", None: ""}


def write_mesures(mesures: Sequence[Mesure], grille: str = "quatre") -> str:
    """A grid of headline measures, up to four or three in a row, as HTML."""
    return f'<ul class="mesures {grille}">{"".join(f"<li>{write_mesure(m)}</li>" for m in mesures)}</ul>'


def write_mesure(mesure: Mesure) -> str:
    """One headline measure as HTML."""
    lignes = [f'<p class="libelle">{t(mesure.indicateur.libelle)}</p>', write_valeur(mesure), write_face(mesure),
              write_tendance(mesure), link_contrats(mesure), write_origine(mesure)]
    return "".join(lignes)


def write_valeur(mesure: Mesure) -> str:
    """The number large, its unit small; « non publié » when missing."""
    if mesure.secret is not None:
        grand = f'<p class="valeur">{t(mesure.texte)}</p>' if mesure.secret else '<p class="valeur manque">nombre caché</p>'
        return (f'{grand}<p class="face"><abbr title="{t(EXPLICATION)}">Secret statistique</abbr>&nbsp;: '
                '<a href="methode#secret-statistique">pourquoi ?</a></p>')
    if mesure.valeur is None:
        return '<p class="valeur manque">non publié</p>'
    if mesure.indicateur.unite in SYMBOLES:
        return f'<p class="valeur">{t(mesure.texte)}</p>'
    nombre = format_nombre(mesure.valeur, mesure.indicateur.decimales)
    return f'<p class="valeur">{t(nombre)} <small>{t(mesure.texte.removeprefix(nombre).strip())}</small></p>'


def write_face(mesure: Mesure) -> str:
    """Status against the target, with the target printed; the base of a share otherwise."""
    if mesure.cible:
        suite = f" · {format_taux(mesure)}" if mesure.taux is not None else ""
        return (f'<p class="face">{badge_court(mesure.statut)}<br>Cible&nbsp;: '
                f"{t(mesure.cible.comparaison)} {t(mesure.texte_cible)}{t(suite)}</p>")
    base = describe_base(mesure)
    return f'<p class="face">{t(base)}</p>' if base else ""


def write_origine(mesure: Mesure) -> str:
    """Source of the leading value, then every other reading that differs from it."""
    autres = list(dict.fromkeys(write_autre(mesure, v) for v in mesure.autres if differs(mesure, v)))
    suite = "".join(f"<br>{t(autre)}" for autre in [*autres, write_decomptes(mesure)] if autre)
    return f'<p class="origine">{t(write_source(mesure))}{suite}</p>'


def differs(mesure: Mesure, lecture: Valeur) -> bool:
    """True when another reading is not the leading value at the precision shown."""
    return format_nombre(lecture.valeur, 2) != format_nombre(mesure.valeur, 2)


def write_autre(mesure: Mesure, lecture: Valeur) -> str:
    """« Recalculé : 97 972,42 heures », « Autre lecture, ligne 23 : 3 marchés », or the deposited file in its place."""
    rapprochement = find_rapprochement(mesure)
    texte = format_quantite(lecture.valeur, mesure.indicateur.unite, 2)
    if rapprochement and lecture in (rapprochement.publie, rapprochement.recalcule):
        texte += f", {write_ecart(rapprochement)}"
    if lecture.document:
        return f"{'Calculé' if lecture.origine == 'calculee' else 'Autre lecture'}, {lecture.document} : {texte}"
    lignes = enumere([str(n) for n in lecture.lignes])
    quoi = "Recalculé" if lecture.origine == "calculee" else f"Autre lecture, ligne {lignes}"
    return f"{quoi} : {texte}"


def write_decomptes(mesure: Mesure) -> str:
    """« 34 % en valeur, 12 réponses inconnues sur 400 »: what contracts say besides the share; empty without contracts."""
    return ", ".join(mot for mot in (describe_en_valeur(mesure), describe_inconnues(mesure)) if mot)


def write_reponse(mesure: Mesure) -> str:
    """The value for a table, with the other reading and the unknown answers below it, as HTML."""
    autres = dict.fromkeys(write_autre(mesure, v) for v in mesure.autres if differs(mesure, v) and v.origine == "calculee")
    lignes = [*autres, write_decomptes(mesure)] if mesure.inconnues else []
    return t(mesure.texte) + "".join(f'<br><span class="source">{t(ligne)}</span>' for ligne in lignes if ligne)


def write_renvoi(mesures: Sequence[Mesure]) -> str:
    """Under a table, the files that its sources name by their editions, as HTML; empty without any."""
    renvois = write_renvois(mesures)
    return f'<p class="source">{t(renvois)}</p>' if renvois else ""


def write_tendance(mesure: Mesure) -> str:
    """The movement since last year, in words, apart from the status."""
    evolution = mesure.evolution
    if evolution is None:
        return ""
    return (f'<p class="tendance"><span aria-hidden="true">{FLECHES[evolution.tendance]}</span> '
            f"{t(describe_evolution(mesure))} ({t(mesure.texte_precedente)}){SENS[evolution.favorable]}</p>")
