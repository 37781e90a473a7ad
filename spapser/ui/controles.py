"""The blocks of the coherence page: counts by verdict, filters in the address, one table per verdict."""

from collections.abc import Sequence

import streamlit as st

from spapser.suivi.controle import Controle, Verdict
from spapser.suivi.rapprochement import Rapprochement, list_raisons, list_rapprochements, write_ecart
from spapser.suivi.source import write_sources
from spapser.typographie import format_nombre, format_quantite
from spapser.ui.annee import current_annee
from spapser.ui.balises import fold, show, t, tableau
from spapser.ui.cache import open_controles, open_suivi

CLASSES = {Verdict.ECART: "partiel", Verdict.ARRONDI: "atteint", Verdict.CONCORDANT: "atteint",
           Verdict.COMPARAISON: "sans-cible", Verdict.INVERIFIABLE: "non-evalue"}
TITRES = {Verdict.ECART: "Écarts à expliquer", Verdict.COMPARAISON: "À rapprocher, sans égalité attendue",
          Verdict.ARRONDI: "Concordants à l’arrondi près",
          Verdict.CONCORDANT: "Concordants", Verdict.INVERIFIABLE: "Invérifiables"}
TOUTES = "Toutes"


def choose_controles() -> list[Controle]:
    """Counts by verdict, then the checks kept by the two filters."""
    annee = current_annee()
    tous = [c for c in open_controles() if c.annee == annee]
    if not tous:
        show(f'<p class="sp-aide">Trop peu de chiffres sont publiés pour contrôler {annee}.</p>')
        return []
    comptes = "".join(f"<li><strong>{sum(c.verdict is v for c in tous)}</strong> {write_verdict(v)}</li>" for v in TITRES)
    show(f'<p class="sp-aide">{t(format_quantite(len(tous), "contrôles", 0))} recalculés depuis les données. Un écart n’est '
         "pas une faute&nbsp;: c’est une question à poser. Les deux lectures restent visibles.</p>"
         f'<ul class="comptes">{comptes}</ul>')
    gauche, droite = st.columns(2)
    fiches = sorted({c.fiche for c in tous})
    fiche = gauche.selectbox("Fiche", [TOUTES, *(nom_fiche(f) for f in fiches)], key="fiche", bind="query-params")
    famille = droite.selectbox("Famille", [TOUTES, *sorted({c.famille for c in tous})], key="famille", bind="query-params")
    retenus = [c for c in tous if fiche in (TOUTES, nom_fiche(c.fiche)) and famille in (TOUTES, c.famille)]
    if not retenus:
        show('<p class="sp-aide" role="status">Aucun contrôle ne répond à ces deux choix.</p>')
    return retenus


def nom_fiche(code: str) -> str:
    """« Fiche 4 »."""
    return f"Fiche {int(code[2:])}"


def write_verdict(verdict: Verdict) -> str:
    """A verdict as icon and word."""
    return f'<span class="badge {CLASSES[verdict]}">{t(verdict.value)}</span>'


def render_controles(controles: Sequence[Controle]) -> None:
    """One table per verdict: the gaps first and open, what agrees folded."""
    for verdict, titre in TITRES.items():
        retenus = [c for c in controles if c.verdict is verdict]
        if retenus and verdict is Verdict.ECART:
            show(f'<h2 class="sp-titre2">{titre}</h2>{write_table(retenus)}')
        elif retenus:
            show(fold(f"{titre} ({len(retenus)})", write_table(retenus)))


def write_table(controles: Sequence[Controle]) -> str:
    """Checks of one verdict as a table."""
    return tableau(format_quantite(len(controles), "contrôles", 0), ("Contrôle", "Publié", "Recalculé", "Écart", "Source"),
                   [write_ligne(c) for c in controles], (1, 2, 3))


def write_ligne(controle: Controle) -> tuple[str, ...]:
    """One check as a row: title, object and reading, both figures, gap, verdict, source lines."""
    objet = f" · {t(controle.objet)}" if controle.objet else ""
    titre = (f"{t(controle.titre)}<br><span class=\"source\">{nom_fiche(controle.fiche)} · {controle.annee}{objet}. "
             f"{t(controle.lecture)}</span>")
    signe = "+" if (controle.ecart or 0) > 0 else ""
    ecart = f"{signe}{format_nombre(controle.ecart)}" if controle.ecart is not None else "–"
    return (titre, t(format_quantite(controle.publie, controle.unite)), t(format_quantite(controle.recalcule, controle.unite)),
            t(ecart), t(write_sources([controle])))


def render_rapprochements() -> None:
    """The indicators of the year and of the chosen fiche both published and recomputed: by contracts, then by detailed rows."""
    annee, fiche = current_annee(), st.session_state.get("fiche", TOUTES)
    trouves = [r for r in list_rapprochements(open_suivi(), annee) if fiche in (TOUTES, nom_fiche(r.mesure.indicateur.fiche))]
    contrats = [r for r in trouves if r.contrats]
    autres = [r for r in trouves if not r.contrats]
    if trouves:
        show(f'<h2 class="sp-titre2">Publié et recalculé</h2><p class="sp-aide">Les deux lectures de {annee}. '
             "L’écart est la valeur recalculée moins la valeur publiée&nbsp;; pour une part, il est en points.</p>")
    if contrats:
        show(write_rapprochements(contrats))
    if autres:
        show(fold(f"Recalculés des données détaillées ({len(autres)})", write_rapprochements(autres)))


def write_rapprochements(rapprochements: Sequence[Rapprochement]) -> str:
    """Indicators with both readings as a table."""
    colonnes = ("Indicateur", "Publié", "Recalculé", "Écart", "Source")
    return tableau(format_quantite(len(rapprochements), "indicateurs", 0), colonnes,
                   [write_rapprochement(r) for r in rapprochements], (1, 2, 3))


def write_rapprochement(rapprochement: Rapprochement) -> tuple[str, ...]:
    """One indicator as a row: both readings, the gap and, when contracts recompute it, the known reasons."""
    indicateur = rapprochement.mesure.indicateur
    raisons = list_raisons(rapprochement.mesure) if rapprochement.ecart else []
    suite = f"<br><span class=\"source\">{nom_fiche(indicateur.fiche)}"
    suite += f". Raisons connues&nbsp;: {t(' ; '.join(raisons))}.</span>" if raisons else "</span>"
    valeurs = [t(format_quantite(v.valeur, indicateur.unite, 2)) for v in (rapprochement.publie, rapprochement.recalcule)]
    return (t(indicateur.libelle) + suite, *valeurs, t(write_ecart(rapprochement).removeprefix("écart ")),
            t(write_sources([rapprochement.publie, rapprochement.recalcule])))
