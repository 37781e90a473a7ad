"""The blocks of the first page."""

from collections import Counter
from dataclasses import dataclass, field

import streamlit as st

from spapser.catalogue import Fiche
from spapser.suivi import Mesure, Statut, Suivi
from spapser.suivi.action import count_declares, count_proposes
from spapser.suivi.phrase import count_statuts, describe_annee, describe_evolution, describe_statut, format_taux
from spapser.suivi.recherche import Entree, search
from spapser.suivi.titre import describe_jalons
from spapser.typographie import format_quantite
from spapser.ui.annee import current_annee
from spapser.ui.balises import badge, badge_court, show, t
from spapser.ui.cache import bloc, open_index, open_suivi
from spapser.ui.edition import current_vue
from spapser.ui.feuille import Feuille
from spapser.ui.lien import write_lien
from spapser.ui.mesures import write_mesures

ORDRE = ("atteint", "partiellement atteint", "non atteint")
JUGES = (Statut.ATTEINT, Statut.PARTIEL, Statut.NON_ATTEINT, Statut.NON_EVALUE, Statut.SECRET)


@dataclass(frozen=True)
class PageSynthese:
    """The scheme seen in one year: each method is one block of the page."""

    suivi: Suivi
    annee: int
    feuille: Feuille = field(default_factory=Feuille, compare=False)

    @property
    def cle(self) -> tuple:
        """What makes two drawings of the page the same."""
        return self.suivi.cle, self.annee, current_vue().passee

    @bloc
    def draw_haut(self) -> None:
        """Title and the sentence of the year, above the search."""
        show('<p class="sp-surtitre">Schéma de promotion des achats publics socialement et écologiquement responsables '
             "(SPAPSER) · EPT Grand-Orly Seine Bièvre</p>"
             f'<h1 class="sp-titre">Où en est le SPAPSER en {self.annee}&nbsp;?</h1>'
             f'<p class="sp-chapeau">{t(describe_annee(self.suivi, self.annee))}</p>')

    @bloc
    def draw_bas(self) -> None:
        """All that stands under the search."""
        with self.feuille:
            self.statuts()
            self.chiffres()
            self.fiches()
            self.questions()

    def statuts(self) -> None:
        """Counts by status: targets first (computed), then objectives (proposed), never mixed."""
        mesures = self.suivi.resultats(self.annee)
        compte = count_statuts(mesures)
        sans_cible = sum(m.statut is Statut.SANS_CIBLE and m.dite for m in mesures)
        cibles = "".join(ligne_compte(compte[s], badge(s)) for s in JUGES if compte[s] or s is Statut.ATTEINT)
        cibles += ligne_compte(sans_cible, badge(Statut.SANS_CIBLE, "suivis sans cible chiffrée"))
        self.feuille.write(f'<h2 class="sp-titre2">Indicateurs face à leur cible</h2><ul class="comptes">{cibles}</ul>')
        actions = [a for a in self.suivi.actions.values() if a.annee == self.annee]
        if actions:
            self.feuille.write(write_objectifs(count_declares(actions), count_proposes(actions), len(actions)))

    def chiffres(self) -> None:
        """Key figures known for the year."""
        mesures = [self.suivi.mesure(code, self.annee) for code in self.suivi.catalogue.chiffres_cles]
        self.feuille.write('<h2 class="sp-titre2">Chiffres clés</h2>', write_mesures([m for m in mesures if m.dite], "trois"))

    def fiches(self) -> None:
        """The eleven fiches as cards that lead to their page."""
        cartes = "".join(f"<li>{self.write_carte(fiche)}</li>" for fiche in self.suivi.catalogue.fiches)
        self.feuille.write('<h2 class="sp-titre2">Les onze fiches action</h2>', f'<ul class="cartes">{cartes}</ul>')

    def write_carte(self, fiche: Fiche) -> str:
        """A card: number, title, its figure or its milestones."""
        code = self.suivi.catalogue.cartes.get(fiche.code)
        corps = write_carte_mesure(self.suivi.mesure(code, self.annee)) if code else (
            f'<p class="quoi">Jalons&nbsp;: {t(describe_jalons(self.suivi.jalons_fiche(fiche.code)))}</p>')
        return (f'<p class="numero">Fiche {fiche.numero}</p><h3 class="constat">{t(fiche.titre_court)}</h3>{corps}'
                f'<p class="ouvrir">{write_lien(fiche.page, f"Ouvrir la fiche {fiche.numero}")}</p>')

    def questions(self) -> None:
        """Targets without a published value: what an elected member may ask."""
        mesures = [m for m in self.suivi.resultats(self.annee) if m.statut is Statut.NON_EVALUE]
        if not mesures:
            return
        lignes = "".join(f"<li><strong>{t(m.indicateur.libelle)}</strong> (fiche {int(m.indicateur.fiche[2:])}). "
                         f"{t(describe_statut(m))}</li>" for m in mesures)
        self.feuille.write(
            '<h2 class="sp-titre2">Ce qu’il reste à mesurer</h2><p class="sp-aide">Ces cibles sont fixées, mais la valeur '
            f'obtenue n’est pas publiée pour {self.annee}.</p><ul class="demandes">{lignes}</ul>')

    def recherche(self) -> None:
        """Search box and its results."""
        demande = st.text_input("Rechercher une fiche, un objectif, un indicateur, un marché, une structure",
                                key="recherche", bind="query-params", placeholder="Exemple : nettoyage", max_chars=80)
        if not demande:
            return
        trouvees = search(open_index(), demande)
        show(f'<p role="status" class="sp-aide">{t(format_quantite(len(trouvees), "résultats", 0))} pour '
             f"«&nbsp;{t(demande)}&nbsp;».</p>"
             f'<ul class="resultats">{"".join(f"<li>{write_resultat(entree)}</li>" for entree in trouvees)}</ul>')


def open_synthese() -> PageSynthese:
    """The first page for the chosen year."""
    return PageSynthese(open_suivi(), current_annee())


def write_resultat(entree: Entree) -> str:
    """What was found, as a link to its page."""
    suite = f" ({entree.contexte})" if entree.contexte else ""
    return write_lien(entree.page, f"{entree.genre} · {entree.titre}{suite}")


def ligne_compte(nombre: int, quoi: str) -> str:
    """One count with its label."""
    return f"<li><strong>{nombre}</strong> {quoi}</li>"


def write_objectifs(declares: Counter, proposes: Counter, total: int) -> str:
    """Counts of objectives: declared statuses if any, proposed ones apart."""
    blocs = [f'<h2 class="sp-titre2">{total} objectifs suivis</h2>']
    if declares:
        comptes = "".join(ligne_compte(declares[s], badge(Statut(s), f"{s} (déclaré)")) for s in ORDRE if declares[s])
        blocs.append(f'<ul class="comptes">{comptes}</ul>')
    else:
        blocs.append('<p class="sp-aide">Aucun statut n’est déclaré. Statuts proposés d’après le texte, à confirmer par '
                     "les services&nbsp;:</p>" if proposes else '<p class="sp-aide">Aucun statut n’est déclaré.</p>')
    lignes = "".join(ligne_compte(proposes[s], badge(Statut(s), f"{s} (proposé)")) for s in ORDRE if proposes[s])
    reste = total - sum(proposes.values()) - sum(declares.values())
    if reste:
        lignes += ligne_compte(reste, badge(Statut.SANS_CIBLE, "sans statut"))
    return "".join(blocs) + f'<ul class="comptes">{lignes}</ul>'


def write_carte_mesure(mesure: Mesure) -> str:
    """The figure of a card with its target or its movement."""
    valeur = t(mesure.texte) if mesure.dite else "non publié"
    suite = badge_court(mesure.statut) if mesure.cible else ""
    if mesure.taux is not None:
        suite += f" · {t(format_taux(mesure))}"
    elif mesure.cible:
        suite += f" · cible&nbsp;: {t(mesure.texte_cible)}"
    evolution = describe_evolution(mesure)
    suivi = f'<p class="suivi">{suite}{"<br>" if suite and evolution else ""}{t(evolution)}</p>' if suite or evolution else ""
    return f'<p class="valeur">{valeur}</p><p class="quoi">{t(mesure.indicateur.libelle)}</p>{suivi}'
