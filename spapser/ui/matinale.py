"""The blocks of the page made for enterprises."""

from collections import defaultdict

import streamlit as st

from spapser.suivi import Suivi
from spapser.suivi.source import write_sources
from spapser.typographie import enumere
from spapser.ui.annee import current_annee
from spapser.ui.balises import show, t, tableau
from spapser.ui.cache import bloc, open_rows, open_suivi
from spapser.ui.feuille import Feuille
from spapser.ui.graphique import illustrate_frise
from spapser.ui.listes import group_achats, join, write_achats
from spapser.ui.mesures import write_mesures

TOUS = "Tous les achats"
FILTRES = {TOUS: lambda f: True, "Réservation envisagée": lambda f: f["reservation"] in ("lot réservé", "à étudier"),
           "À sourcer ou sourçage en cours": lambda f: f["sourcage"] in ("à sourcer", "en cours")}


def render_chiffres() -> None:
    """Attendance, structures, reserved contracts, meetings of the chosen year."""
    suivi, annee = open_suivi(), current_annee()
    mesures = [suivi.mesure(code, annee) for code in (
        "fa02_participants_matinale", "fa02_structures_matinale", "fa02_marches_reserves", "fa01_participants")]
    connues = [m for m in mesures if m.dite]
    if connues:
        show(write_mesures(connues))
    else:
        show(f'<p class="sp-aide">Aucun chiffre n’est publié sur la Matinale de {annee}.</p>')


def render_programmation() -> None:
    """Purchases to come of the programme that the report of the year announces."""
    annee = current_annee() + 1
    show(f'<h2 class="sp-titre2">Achats à venir, programmation {annee}</h2><p class="sp-aide">« À sourcer »&nbsp;: l’EPT '
         "cherche à connaître les fournisseurs avant de rédiger le marché. « Lot réservé » ou « à étudier »&nbsp;: une "
         "réservation aux structures d’insertion ou du handicap est prévue ou examinée.</p>")
    achats = [a for a in open_rows("programmation") if a["annee"] == annee]
    if not achats:
        show(f'<p class="sp-aide">Aucun achat n’est annoncé pour {annee}.</p>')
        return
    choix = st.segmented_control("Montrer", list(FILTRES), default=TOUS, key="achats", bind="query-params", required=True)
    gardes = [nom for nom, faits in group_achats(achats).items() if any(FILTRES[choix](f) for f in faits)]
    show(write_achats([a for a in achats if a["achat"] in gardes], f"{len(gardes)} achats"))


@bloc
def render_evenements(suivi: Suivi, theme: str) -> None:
    """Meetings with enterprises and structures; `theme` only tells apart the drawings kept for light and dark."""
    jalons = [j for j in suivi.jalons if j.genre != "jalon" and j.fiche in ("fa01", "fa02", "fa05", "fa06")]
    titre = f"{len(jalons)} rencontres, formations et revues de marchés"
    with Feuille() as feuille:
        feuille.write('<h2 class="sp-titre2">Rendez-vous</h2>')
        feuille.place(illustrate_frise(titre, jalons, "matinale_frise"))


def render_structures() -> None:
    """Structures named by the report, with every link that makes it name them."""
    liens: dict[str, list[dict]] = defaultdict(list)
    for ligne in open_rows("structures"):
        liens[ligne["structure"]].append(ligne)
    lignes = [(t(nom), t(join(faits, "type_structure")), t(join(faits, "lien")), t(join(faits, "commune")),
               t(write_sources(faits))) for nom, faits in sorted(liens.items())]
    types = sorted({f["type_structure"] for faits in liens.values() for f in faits if f["type_structure"]})
    show(f'<h2 class="sp-titre2">Structures et entreprises citées</h2><p class="sp-aide">Types cités&nbsp;: '
         f"{t(enumere(types))}. SIAE&nbsp;: structure d’insertion par l’activité économique. EA&nbsp;: entreprise adaptée. "
         "ESAT&nbsp;: établissement d’aide par le travail.</p>")
    show(tableau(f"{len(lignes)} structures", ("Structure", "Type", "Lien avec l’EPT", "Commune", "Source"), lignes))
