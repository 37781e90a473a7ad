"""The blocks of a fiche page: what it promises, its headline measures, its objectives, how it is computed, its doubts."""

from dataclasses import dataclass

import streamlit as st

from spapser.catalogue import Fiche
from spapser.suivi import Suivi
from spapser.suivi.action import describe_declaration
from spapser.suivi.en_bref import write_en_bref
from spapser.suivi.notes import list_notes
from spapser.suivi.source import write_court, write_source_action
from spapser.ui.balises import badge_action, badge_court, show, t, tableau
from spapser.ui.cache import bloc, open_rows, open_suivi
from spapser.ui.cadre import current_annee
from spapser.ui.calcul import write_calcul
from spapser.ui.ecriture import why_closed
from spapser.ui.edition import address, current_vue
from spapser.ui.fiche_contrats import render_attente, render_familles
from spapser.ui.glossaire import link_termes, render_mots
from spapser.ui.graphique import current_theme, render_graphique, render_table
from spapser.ui.listes import render_achats, render_marches
from spapser.ui.marches.adresse import link_contrats
from spapser.ui.mesures import render_mesures, write_renvoi, write_reponse


@dataclass(frozen=True)
class PageFiche:
    """A fiche seen in one year: each method is one block of its page."""

    suivi: Suivi
    fiche: Fiche
    annee: int
    theme: str
    ouverte: bool = False

    @property
    def cle(self) -> tuple:
        """What makes two drawings of a block the same: who may publish and who looks at the past have links of their own."""
        return self.suivi.cle, self.fiche.code, self.annee, self.theme, self.ouverte, current_vue().passee

    @bloc
    def entete(self) -> None:
        """Number, short title, official title, promise."""
        fiche = self.fiche
        show(f'<p class="sp-surtitre">Fiche action {fiche.numero} · {t(self.axe())} · {self.annee}</p>'
             f'<h1 class="sp-titre">{t(fiche.titre_court)}</h1>' + link_termes(
                 f'<p class="sp-officiel">{t(fiche.titre)}</p><p class="sp-promesse">{t(fiche.engagement)}</p>'
                 f'<section class="en-bref"><h2>En bref</h2><p>{t(write_en_bref(self.suivi, fiche, self.annee))}</p></section>')
             + f'<p class="imprimer"><a href="{address(f"bilan-{fiche.code}-{self.annee}.pdf")}" target="_blank">Imprimer cette '
             "fiche (PDF, A4)</a></p>")

    def axe(self) -> str:
        """Title of the fiche's axis."""
        return next(axe.titre for axe in self.suivi.catalogue.axes if axe.code == self.fiche.axe)

    @bloc
    def chiffres(self, *codes: str) -> None:
        """Headline measures, by code without the fiche's prefix."""
        render_mesures([self.suivi.mesure(f"{self.fiche.code}_{code}", self.annee) for code in codes])

    def section(self, titre: str, aide: str = "") -> None:
        """A heading of the page."""
        suite = f'<p class="sp-aide">{t(aide)}</p>' if aide else ""
        show(f'<h2 class="sp-titre2">{t(titre)}</h2>{suite}')

    def graphique(self, code: str) -> None:
        """One chart."""
        render_graphique(self.suivi, self.fiche, code, self.annee, self.theme)

    @bloc
    def cote_a_cote(self, *codes: str) -> None:
        """Charts in two columns, stacked on a phone."""
        for debut in range(0, len(codes), 2):
            for colonne, code in zip(st.columns(2, gap="large"), codes[debut:debut + 2], strict=False):
                with colonne:
                    self.graphique(code)

    @bloc
    def repartitions(self, *codes: str) -> None:
        """Breakdowns that read better as tables than as charts."""
        with st.expander("Autres répartitions, en tableaux"):
            for code in codes:
                render_table(self.suivi, self.fiche, code, self.annee)

    @bloc
    def marches(self, colonne: str = "") -> None:
        """The contracts that the report names for this fiche, those with a value in `colonne` when one is given."""
        marches = [m for m in open_rows("marches") if m["fiche"] == self.fiche.code and m["annee"] == self.annee
                   and (not colonne or m[colonne])]
        if marches:
            render_marches(marches, f"Marchés cités par la fiche {self.fiche.numero} en {self.annee}")
        else:
            self.vide()

    @bloc
    def achats(self) -> None:
        """Purchases to come that the report of the year names for this fiche."""
        achats = [a for a in open_rows("programmation") if a["fiche"] == self.fiche.code and a["annee"] == self.annee + 1]
        if achats:
            render_achats(achats, f"Achats à venir cités par la fiche {self.fiche.numero}, programmation {self.annee + 1}")
        else:
            self.vide()

    def vide(self) -> None:
        """A list without rows says so."""
        show(f'<p class="sp-aide">Rien n’est publié à ce sujet pour {self.annee}.</p>')

    def horizon(self) -> None:
        """The legal landmarks of the fiche, with a link to the law."""
        reperes = {c.source: c for m in self.suivi.mesures(self.fiche, self.annee) for c in m.reperes}
        for source, repere in reperes.items():
            lien = f'<a href="{t(repere.lien)}" target="_blank" rel="noopener">{t(source)}</a>' if repere.lien else t(source)
            show(f"<p>{t(repere.note)} Source : {lien}.</p>")

    @bloc
    def suite(self) -> None:
        """What closes every fiche: every indicator, how it is computed, notes."""
        self.indicateurs()
        self.calculs()
        self.mots()
        self.notes()

    @bloc
    def objectifs(self) -> None:
        """Every objective with its status and what was done."""
        actions = [self.suivi.action(objectif.code, self.annee) for objectif in self.fiche.objectifs]
        proposes = any(action.propose for action in actions if action)
        self.section("Ce qui a été fait, objectif par objectif",
                     "Un statut proposé est lu dans le texte ; il reste à confirmer par les services." if proposes else "")
        blocs = "".join(self.write_objectif(objectif) for objectif in self.fiche.objectifs)
        show(f'<ul class="objectifs">{blocs}</ul>')

    def write_objectif(self, objectif) -> str:
        """One objective as HTML."""
        action = self.suivi.action(objectif.code, self.annee)
        if action is None:
            return (f"<li><div><h3>{t(objectif.titre)}</h3><p>Aucun suivi publié pour {self.annee}.</p></div>"
                    f'<div class="etat">{badge_action("", False)}</div></li>')
        texte = action.motif if action.propose else describe_declaration(action)
        motif = f'<p class="motif">{t(texte)}</p>' if texte else ""
        if action.propose and self.ouverte:
            motif += (f'<p><a class="lien" href="./saisir?objectif={t(objectif.code)}&amp;annee={self.annee}" target="_self">'
                      "Confirmer ce statut</a></p>")
        note = f" {t(action.note)}" if action.note else ""
        return (f"<li><div><h3>{t(objectif.titre)}</h3><p>{t(action.realisation)}</p>"
                f'<p class="source">{t(write_source_action(action))}.{note}</p></div>'
                f'<div class="etat">{badge_action(action.statut, action.propose)}{motif}</div></li>')

    def indicateurs(self) -> None:
        """Every plain indicator of the fiche: those known for the year in a table, the names of the others in a sentence."""
        mesures = self.suivi.mesures(self.fiche, self.annee)
        connues = [m for m in mesures if m.dite or m.cible or m.precedente is not None]
        lignes = [(t(m.indicateur.libelle), write_reponse(m), t(m.texte_cible or "–"), badge_court(m.statut),
                   t(m.texte_precedente or "–"), f"{t(write_court(m))}{link_contrats(m)}") for m in connues]
        self.section("Tous les indicateurs")
        if lignes:
            show(tableau(f"Indicateurs de la fiche {self.fiche.numero} en {self.annee}",
                         ("Indicateur", str(self.annee), "Cible", "Statut", str(self.annee - 1), "Source"), lignes, (1, 2, 4))
                 + write_renvoi(connues))
        absents = [m.indicateur.libelle for m in mesures if m not in connues]
        if absents:
            show(f'<p class="sp-aide">Sans valeur publiée en {self.annee}&nbsp;: {t(" ; ".join(absents))}.</p>')
        render_familles(self.suivi, self.fiche, self.annee)
        render_attente(self.suivi, self.fiche)

    def calculs(self) -> None:
        """Definition, perimeter, computation and every reading with its source line."""
        reperes = self.suivi.mesures(self.fiche, self.annee, "repere")
        with st.expander("Comment c’est calculé\u00a0?"):
            blocs = "".join(write_calcul(m) for m in (*self.suivi.mesures(self.fiche, self.annee), *reperes))
            show(f'<dl class="calculs">{blocs}</dl>')

    def mots(self) -> None:
        """The words of the field that the fiche uses, explained where they are met."""
        actions = [self.suivi.action(objectif.code, self.annee) for objectif in self.fiche.objectifs]
        render_mots([self.fiche.titre, self.fiche.engagement, *(o.titre for o in self.fiche.objectifs),
                     *(i.libelle for i in self.fiche.indicateurs), *(a.realisation for a in actions if a)])

    def notes(self) -> None:
        """Doubts and contradictions about the figures of the fiche."""
        notes = list_notes(self.suivi, self.fiche, self.annee)
        if notes:
            self.section("Qualité des données")
            show(f'<ul class="notes">{"".join(f"<li>{t(note)}</li>" for note in notes)}</ul>')


def open_fiche(code: str) -> PageFiche:
    """The page of a fiche for the chosen year, its heading already shown."""
    suivi = open_suivi()
    page = PageFiche(suivi, suivi.catalogue.fiche(code), current_annee(), current_theme(), not why_closed())
    page.entete()
    return page
