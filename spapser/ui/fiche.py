"""The blocks of a fiche page: what it promises, its headline measures, its objectives, how it is computed, its doubts."""

from collections.abc import Callable
from dataclasses import dataclass, field

from spapser.catalogue import Fiche
from spapser.suivi import Suivi
from spapser.suivi.action import describe_declaration
from spapser.suivi.en_bref import write_en_bref
from spapser.suivi.notes import list_notes
from spapser.suivi.source import write_court, write_source_action
from spapser.ui.annee import current_annee
from spapser.ui.balises import badge_action, badge_court, fold, t, tableau
from spapser.ui.cache import bloc, open_rows, open_suivi
from spapser.ui.calcul import write_calcul
from spapser.ui.ecriture import why_closed
from spapser.ui.edition import address, current_vue
from spapser.ui.feuille import Feuille
from spapser.ui.fiche_contrats import write_attente, write_familles
from spapser.ui.glossaire import link_termes, write_mots
from spapser.ui.graphique import current_theme, illustrate, write_table
from spapser.ui.lien import write_lien
from spapser.ui.listes import write_achats, write_marches
from spapser.ui.marches.adresse import link_contrats
from spapser.ui.mesures import write_mesures, write_renvoi, write_reponse


@dataclass(frozen=True)
class PageFiche:
    """A fiche seen in one year: each method is one block of its page."""

    suivi: Suivi
    fiche: Fiche
    annee: int
    theme: str
    ouverte: bool = False
    feuille: Feuille = field(default_factory=Feuille, compare=False)

    @property
    def cle(self) -> tuple:
        """What makes two drawings of the page the same: who may publish and who looks at the past have links of their own."""
        return self.suivi.cle, self.fiche.code, self.annee, self.theme, self.ouverte, current_vue().passee

    def entete(self) -> None:
        """Number, short title, official title, promise."""
        fiche = self.fiche
        self.feuille.write(f'<p class="sp-surtitre">Fiche action {fiche.numero} · {t(self.axe())} · {self.annee}</p>'
                           f'<h1 class="sp-titre">{t(fiche.titre_court)}</h1>' + self.write_promesse()
                           + f'<p class="imprimer"><a href="{address(f"bilan-{fiche.code}-{self.annee}.pdf")}" '
                           'target="_blank">Imprimer cette fiche (PDF, A4)</a></p>')

    def write_promesse(self) -> str:
        """Official title, promise and summary, their first words of the field linked to the glossary."""
        fiche = self.fiche
        return link_termes(
            f'<p class="sp-officiel">{t(fiche.titre)}</p><p class="sp-promesse">{t(fiche.engagement)}</p>'
            f'<section class="en-bref"><h2>En bref</h2><p>{t(write_en_bref(self.suivi, fiche, self.annee))}</p></section>')

    def axe(self) -> str:
        """Title of the fiche's axis."""
        return next(axe.titre for axe in self.suivi.catalogue.axes if axe.code == self.fiche.axe)

    def chiffres(self, *codes: str) -> None:
        """Headline measures, by code without the fiche's prefix."""
        self.feuille.write(write_mesures([self.suivi.mesure(f"{self.fiche.code}_{code}", self.annee) for code in codes]))

    def section(self, titre: str, aide: str = "") -> None:
        """A heading of the page."""
        suite = f'<p class="sp-aide">{t(aide)}</p>' if aide else ""
        self.feuille.write(f'<h2 class="sp-titre2">{t(titre)}</h2>{suite}')

    def graphique(self, code: str) -> None:
        """One chart."""
        self.feuille.place(illustrate(self.suivi, self.fiche, code, self.annee))

    def cote_a_cote(self, *codes: str) -> None:
        """Charts in two columns, stacked on a phone."""
        illustrations = [illustrate(self.suivi, self.fiche, code, self.annee) for code in codes]
        for debut in range(0, len(codes), 2):
            self.feuille.place_pair(illustrations[debut:debut + 2])

    def repartitions(self, *codes: str) -> None:
        """Breakdowns that read better as tables than as charts."""
        tables = "".join(f"<div>{write_table(self.suivi, self.fiche, code, self.annee)}</div>" for code in codes)
        self.feuille.write(fold("Autres répartitions, en tableaux", tables))

    def marches(self, colonne: str = "") -> None:
        """The contracts that the report names for this fiche, those with a value in `colonne` when one is given."""
        marches = [m for m in open_rows("marches") if m["fiche"] == self.fiche.code and m["annee"] == self.annee
                   and (not colonne or m[colonne])]
        self.feuille.write(write_marches(marches, f"Marchés cités par la fiche {self.fiche.numero} en {self.annee}")
                           if marches else self.write_rien())

    def achats(self) -> None:
        """Purchases to come that the report of the year names for this fiche."""
        achats = [a for a in open_rows("programmation") if a["fiche"] == self.fiche.code and a["annee"] == self.annee + 1]
        legende = f"Achats à venir cités par la fiche {self.fiche.numero}, programmation {self.annee + 1}"
        self.feuille.write(write_achats(achats, legende) if achats else self.write_rien())

    def write_rien(self) -> str:
        """A list without rows says so."""
        return f'<p class="sp-aide">Rien n’est publié à ce sujet pour {self.annee}.</p>'

    def horizon(self) -> None:
        """The legal landmarks of the fiche, with a link to the law."""
        reperes = {c.source: c for m in self.suivi.mesures(self.fiche, self.annee) for c in m.reperes}
        for source, repere in reperes.items():
            lien = f'<a href="{t(repere.lien)}" target="_blank" rel="noopener">{t(source)}</a>' if repere.lien else t(source)
            self.feuille.write(f"<p>{t(repere.note)} Source : {lien}.</p>")

    def suite(self) -> None:
        """What closes every fiche: every indicator, how it is computed, notes."""
        self.indicateurs()
        self.calculs()
        self.mots()
        self.notes()

    def objectifs(self) -> None:
        """Every objective with its status and what was done."""
        actions = [self.suivi.action(objectif.code, self.annee) for objectif in self.fiche.objectifs]
        proposes = any(action.propose for action in actions if action)
        self.section("Ce qui a été fait, objectif par objectif",
                     "Un statut proposé est lu dans le texte ; il reste à confirmer par les services." if proposes else "")
        blocs = "".join(self.write_objectif(objectif) for objectif in self.fiche.objectifs)
        self.feuille.write(f'<ul class="objectifs">{blocs}</ul>')

    def write_objectif(self, objectif) -> str:
        """One objective as HTML."""
        action = self.suivi.action(objectif.code, self.annee)
        if action is None:
            return (f"<li><div><h3>{t(objectif.titre)}</h3><p>Aucun suivi publié pour {self.annee}.</p></div>"
                    f'<div class="etat">{badge_action("", False)}</div></li>')
        texte = action.motif if action.propose else describe_declaration(action)
        motif = f'<p class="motif">{t(texte)}</p>' if texte else ""
        if action.propose and self.ouverte:
            motif += f'<p>{write_lien("saisir", "Confirmer ce statut", {"objectif": objectif.code})}</p>'
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
            colonnes = ("Indicateur", str(self.annee), "Cible", "Statut", str(self.annee - 1), "Source")
            self.feuille.write(tableau(f"Indicateurs de la fiche {self.fiche.numero} en {self.annee}", colonnes, lignes,
                                       (1, 2, 4)) + write_renvoi(connues))
        absents = [m.indicateur.libelle for m in mesures if m not in connues]
        if absents:
            self.feuille.write(f'<p class="sp-aide">Sans valeur publiée en {self.annee}&nbsp;: {t(" ; ".join(absents))}.</p>')
        self.feuille.write(write_familles(self.suivi, self.fiche, self.annee), write_attente(self.suivi, self.fiche))

    def calculs(self) -> None:
        """Definition, perimeter, computation and every reading with its source line."""
        reperes = self.suivi.mesures(self.fiche, self.annee, "repere")
        blocs = "".join(write_calcul(m) for m in (*self.suivi.mesures(self.fiche, self.annee), *reperes))
        self.feuille.write(fold("Comment c’est calculé\u00a0?", f'<dl class="calculs">{blocs}</dl>'))

    def mots(self) -> None:
        """The words of the field that the fiche uses, explained where they are met."""
        actions = [self.suivi.action(objectif.code, self.annee) for objectif in self.fiche.objectifs]
        self.feuille.write(write_mots([self.fiche.titre, self.fiche.engagement, *(o.titre for o in self.fiche.objectifs),
                                       *(i.libelle for i in self.fiche.indicateurs),
                                       *(a.realisation for a in actions if a)]))

    def notes(self) -> None:
        """Doubts and contradictions about the figures of the fiche."""
        notes = list_notes(self.suivi, self.fiche, self.annee)
        if notes:
            self.section("Qualité des données")
            self.feuille.write(f'<ul class="notes">{"".join(f"<li>{t(note)}</li>" for note in notes)}</ul>')


def show_fiche(code: str, fill: Callable[[PageFiche], None]) -> None:
    """The page of a fiche for the chosen year: its heading, then what `fill` puts on it."""
    suivi = open_suivi()
    draw_fiche(PageFiche(suivi, suivi.catalogue.fiche(code), current_annee(), current_theme(), not why_closed()), fill)


@bloc
def draw_fiche(page: PageFiche, fill: Callable[[PageFiche], None]) -> None:
    """The whole page, drawn once for all its visitors."""
    with page.feuille:
        page.entete()
        fill(page)
