"""The head of the standalone edition: title, sentence of the year, counts, key figures, targets, table of contents."""

from spapser.exports.contexte import Contexte
from spapser.exports.html.balises import badge, badge_court, section, t, tableau
from spapser.exports.html.page import write_identite
from spapser.suivi import Mesure, Statut
from spapser.suivi.phrase import count_statuts, describe_evolution, format_taux
from spapser.typographie import MANQUANT, format_quantite

JUGES = (Statut.ATTEINT, Statut.PARTIEL, Statut.NON_ATTEINT, Statut.NON_EVALUE, Statut.SECRET)
ANNEXES = (("territoire", "Territoire"), ("achats", "Achats à venir"), ("structures", "Structures citées"),
           ("controles", "Contrôles de cohérence"), ("definitions", "Définitions et méthode"))


def write_titre(contexte: Contexte) -> str:
    """Heading, sentence of the year, identity of the document, and what could not be read."""
    bilan = contexte.bilan
    manques = "".join(f"<li>{t(manque)}</li>" for manque in bilan.manques)
    alerte = (f'<div class="alerte" role="note"><p><strong>Données manquantes ou illisibles</strong></p><ul>{manques}</ul></div>'
              if manques else "")
    return ('<header><p class="surtitre">Schéma de promotion des achats publics socialement et écologiquement responsables '
            f"(SPAPSER) · {t(contexte.suivi.catalogue.document['auteur'])}</p><h1>{t(name_document(contexte))}</h1>"
            f'<p class="chapeau">{t(bilan.phrase)}</p><p class="identite">{t(write_identite(contexte))}</p>{alerte}</header>')


def name_document(contexte: Contexte) -> str:
    """The title of the year, or of the only fiche."""
    if contexte.fiche:
        (fiche,) = contexte.fiches
        return f"Fiche {fiche.numero} · {fiche.titre_court}, {contexte.annee}"
    return f"Où en est le SPAPSER en {contexte.annee} ?"


def write_sommaire(contexte: Contexte) -> str:
    """Links to the year, to each fiche and to each annex."""
    fiches = "".join(f'<li value="{fiche.numero}"><a href="#{fiche.code}">{t(fiche.titre_court)}</a></li>'
                     for fiche in contexte.fiches)
    annexes = "".join(f'<li><a href="#{code}">{t(titre)}</a></li>' for code, titre in list_annexes(contexte))
    return (f'<nav aria-labelledby="sommaire"><h2 id="sommaire" tabindex="-1">Sommaire</h2><p><a href="#annee">L’année '
            f"{contexte.annee} en bref</a></p><h3>Les fiches action</h3><ol>{fiches}</ol>"
            f"<h3>Annexes</h3><ul>{annexes}</ul></nav>")


def list_annexes(contexte: Contexte) -> tuple[tuple[str, str], ...]:
    """The annexes of the document: only the definitions when it is about one fiche."""
    return ANNEXES[-1:] if contexte.fiche else ANNEXES


def write_annee(contexte: Contexte) -> str:
    """Counts by status, key figures, every target of the year."""
    suivi, bilan = contexte.suivi, contexte.bilan
    codes = {fiche.code for fiche in contexte.fiches}
    mesures = [m for m in suivi.resultats(bilan.annee) if m.indicateur.fiche in codes]
    chiffres = "".join(write_chiffre(m) for m in bilan.chiffres_cles if m.dite and m.indicateur.fiche in codes)
    corps = write_comptes(mesures) + (f'<h3>Chiffres clés</h3><ul class="chiffres">{chiffres}</ul>' if chiffres else "")
    return section("annee", f"L’année {bilan.annee} en bref", corps + write_cibles(mesures, bilan.annee))


def write_comptes(mesures: list[Mesure]) -> str:
    """How many indicators by status against their target."""
    compte = count_statuts(mesures)
    lignes = "".join(f"<li><strong>{compte[s]}</strong> {badge(s)}</li>" for s in JUGES if compte[s])
    return f'<h3>Indicateurs face à leur cible</h3><ul class="comptes">{lignes}</ul>' if lignes else ""


def write_chiffre(mesure: Mesure) -> str:
    """A key figure with its status and its movement."""
    suite = f"{badge(mesure.statut)}, {t(format_taux(mesure))}" if mesure.taux is not None else ""
    return (f'<li><p class="valeur">{t(mesure.texte)}</p><p>{t(mesure.indicateur.libelle)}</p><p class="source">{suite}</p>'
            f'<p class="source">{t(describe_evolution(mesure))}</p></li>')


def write_cibles(mesures: list[Mesure], annee: int) -> str:
    """Targets against achieved, those with a value first."""
    cibles = sorted((m for m in mesures if m.cible), key=lambda m: m.taux is None)
    if not cibles:
        return f'<p class="aide">Aucune cible chiffrée n’est fixée pour {annee}.</p>'
    lignes = [(f'<a href="#{m.indicateur.fiche}">{t(m.indicateur.libelle)}</a>', t(m.texte),
               t(f"{m.cible.comparaison} {m.texte_cible}"), t(write_taux(m)), badge_court(m.statut)) for m in cibles]
    return tableau(f"Cibles de {annee} et réalisé", ("Indicateur", "Réalisé", "Cible", "Taux", "Statut"), lignes, (1, 2, 3))


def write_taux(mesure: Mesure) -> str:
    """« 392 % », « n.d. » when it cannot be known."""
    return format_quantite(mesure.taux * 100, "%", 0) if mesure.taux is not None else MANQUANT
