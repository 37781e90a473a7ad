"""A slide as HTML, laid out by its kind. Text of files is never markup."""

from collections.abc import Callable

from spapser.exports.diapositives import Diapositive, Groupe
from spapser.exports.qr import draw_qr_svg
from spapser.suivi import Mesure, Statut
from spapser.suivi.jalon import ETATS
from spapser.suivi.phrase import FEMININ, describe_evolution, format_taux
from spapser.ui.balises import badge, t, tableau
from spapser.ui.presenter.barres import write_barres
from spapser.ui.presenter.carte import write_carte


def write_diapositive(diapositive: Diapositive, numero: int, total: int, mention: str) -> str:
    """The slide with its place among the others; `mention` says which edition it shows."""
    corps = CORPS.get(diapositive.genre, write_lignes)(diapositive)
    surtitre = f'<p class="surtitre">{t(diapositive.surtitre)}</p>' if diapositive.surtitre else ""
    pied = " · ".join(texte for texte in (diapositive.source, mention) if texte)
    vide = " vide" if diapositive.vide else ""
    return (f'<section class="sp-scene {diapositive.genre}{vide}" data-diapo="{numero}" data-total="{total}" '
            f'aria-label="Diapositive {numero} sur {total}"><header>{surtitre}<h1>{t(diapositive.titre)}</h1></header>'
            f'<div class="corps">{corps}</div><p class="mention">{t(pied)}</p></section>')


def write_lignes(diapositive: Diapositive) -> str:
    """Its sentences."""
    return "".join(f'<p class="ligne">{t(ligne)}</p>' for ligne in diapositive.lignes)


def write_phrase(diapositive: Diapositive) -> str:
    """The sentence of the year, one paragraph a sentence."""
    phrases = diapositive.lignes[0].replace(". ", ".\n").splitlines() if diapositive.lignes else []
    return "".join(f'<p class="phrase">{t(phrase)}</p>' for phrase in phrases)


def write_chiffres(diapositive: Diapositive) -> str:
    """A grid of large figures."""
    cartes = "".join(f"<li>{write_chiffre(mesure)}</li>" for mesure in diapositive.chiffres)
    return f'<ul class="grands">{cartes}</ul>' if cartes else write_lignes(diapositive)


def write_chiffre(mesure: Mesure) -> str:
    """A figure, what it counts, and its target or its movement."""
    suite = format_taux(mesure) if mesure.taux is not None else describe_evolution(mesure)
    return (f'<span class="valeur">{t(mesure.texte)}</span><span class="quoi">{t(mesure.indicateur.libelle)}</span>'
            f'<span class="suite">{t(suite)}</span>')


def write_fiche(diapositive: Diapositive) -> str:
    """Sentences on one side, the chart or the milestones on the other."""
    statut = f'<p class="statut">{badge(diapositive.statut, write_statut(diapositive.statut))}</p>' if diapositive.statut else ""
    dessin = write_dessin(diapositive)
    return f'<div class="texte">{statut}{write_lignes(diapositive)}</div><div class="dessin">{dessin}</div>'


def write_statut(statut: Statut) -> str:
    """« cible atteinte », « cible non évaluée »: the status said of the target."""
    return f"cible {FEMININ.get(statut, 'non évaluée')}"


def write_dessin(diapositive: Diapositive) -> str:
    """Bars or a table; nothing when the year publishes nothing."""
    if diapositive.comparaison:
        return write_barres(diapositive.comparaison, diapositive.graphique.alternative)
    if diapositive.graphique and diapositive.graphique.jalons:
        return write_jalons(diapositive)
    return write_table(diapositive) if diapositive.tableau else ""


def write_jalons(diapositive: Diapositive) -> str:
    """The milestones of its table along a line, each with its date and its state in words."""
    etats = {mot: code for code, mot in ETATS.items()}
    etapes = "".join(
        f'<li class="{etats.get(etat, "")}"><span class="date">{t(date)}</span><span class="quoi">{t(titre)}'
        f' <span class="etat">{t(etat)}</span></span></li>' for titre, date, etat, *_ in diapositive.tableau.lignes)
    return f'<ol class="jalons" aria-label="{t(diapositive.graphique.alternative)}">{etapes}</ol>'


def write_territoire(diapositive: Diapositive) -> str:
    """The map and its sentence on one side, the bars on the other."""
    if not diapositive.comparaison:
        return write_lignes(diapositive)
    carte = write_carte(diapositive.points, diapositive.graphique.alternative) if diapositive.points else ""
    return f'<div class="texte">{carte}{write_lignes(diapositive)}</div><div class="dessin">{write_dessin(diapositive)}</div>'


def write_table(diapositive: Diapositive) -> str:
    """A list as a table, or the sentence that says that there is none."""
    valeurs = diapositive.tableau
    if valeurs is None:
        return write_lignes(diapositive)
    return tableau(diapositive.titre, valeurs.colonnes, [[t(c) for c in ligne] for ligne in valeurs.lignes], valeurs.nombres)


def write_structures(diapositive: Diapositive) -> str:
    """Names under what links them to the EPT."""
    groupes = "".join(write_groupe(groupe) for groupe in diapositive.groupes)
    seul = " seul" if len(diapositive.groupes) == 1 else ""
    return f'<dl class="groupes{seul}">{groupes}</dl>' if groupes else write_lignes(diapositive)


def write_groupe(groupe: Groupe) -> str:
    """A heading and its names."""
    noms = " ".join(f"<li>{t(nom)}</li>" for nom in groupe.elements)
    return f"<div><dt>{t(groupe.titre)}</dt><dd><ul>{noms}</ul></dd></div>"


def write_cloture(diapositive: Diapositive) -> str:
    """The last words, and the public address with its code when there is one."""
    if not diapositive.adresse:
        return write_lignes(diapositive)
    code = f'<img class="qr" src="{draw_qr_svg(diapositive.adresse)}" alt="QR code vers {t(diapositive.adresse)}">'
    return f'<div>{write_lignes(diapositive)}<p class="adresse">{t(diapositive.adresse)}</p></div>{code}'


CORPS: dict[str, Callable[[Diapositive], str]] = {
    "phrase": write_phrase, "chiffres": write_chiffres, "fiche": write_fiche, "territoire": write_territoire,
    "achats": write_table, "structures": write_structures, "cloture": write_cloture}
