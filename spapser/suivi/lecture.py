"""Step 8 of the path: rows of results meet their targets and become measures. One pass per edition, then look-ups."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from spapser.catalogue.model import Catalogue, Fiche, Indicateur
from spapser.store import reads_contrats
from spapser.suivi.action import Action
from spapser.suivi.mesure import Cible, Jalon, Mesure, Valeur

EN_VALEUR, INCONNUES = "en valeur", "réponse inconnue"


@dataclass(frozen=True)
class Suivi:
    """Every measure, action and milestone of one edition, by code and year. Built by `load_suivi`, never changed.

    `annees` are the years one may look at: those with a figure, a target or the story of an action; `cle` is the
    identity of the edition.
    """

    catalogue: Catalogue
    edition: int
    annees: tuple[int, ...]
    valeurs: dict[tuple, list[Valeur]] = field(repr=False)
    cibles: dict[tuple, list[Cible]] = field(repr=False)
    actions: dict[tuple, Action] = field(repr=False)
    jalons: tuple[Jalon, ...] = field(repr=False)
    reserves: tuple[dict, ...] = field(repr=False)
    cle: tuple = ()

    @cached_property
    def derniere(self) -> int:
        """The year one looks at first: the last one with a figure, targets set in advance left out."""
        return max((cle[1] for cle, lectures in self.valeurs.items() if any(v.valeur is not None for v in lectures)),
                   default=self.annees[-1])

    def mesure(self, code: str, annee: int) -> Mesure:
        """The measure of a plain indicator; its value is None when nothing is known for the year."""
        return self.build_mesure(self.catalogue.indicateur(code), annee)

    def repartition(self, code: str, annee: int) -> list[Mesure]:
        """The measures of a breakdown, largest first, then by name; empty when nothing is known for the year."""
        indicateur = self.catalogue.indicateur(code)
        cles = [cle for cle in self.valeurs if cle[0] == code and cle[1] == annee and cle[3]]
        mesures = [self.build_mesure(indicateur, annee, cle[2], cle[3]) for cle in cles]
        return sorted(mesures, key=lambda mesure: (-(mesure.valeur or 0), mesure.dimension, mesure.modalite))

    def mesures(self, fiche: Fiche, annee: int, genre: str = "resultat") -> list[Mesure]:
        """The measures of a fiche's plain indicators, in catalogue order, but for those that wait for their first data."""
        return [self.build_mesure(i, annee) for i in fiche.indicateurs if i.genre == genre and not self.waits(i)]

    @cached_property
    def connus(self) -> frozenset[str]:
        """Codes of the indicators that have a value or a target in some year."""
        chiffres = {cle[0] for cle in self.valeurs}
        return frozenset(chiffres | {code for (code, _), liste in self.cibles.items() if any(c.nature == "cible" for c in liste)})

    def waits(self, indicateur: Indicateur) -> bool:
        """True for an indicator that only data compute, while no year has any: it would fill the screens with nothing."""
        return indicateur.fait_foi == "calculee" and indicateur.code not in self.connus

    def en_attente(self, fiche: Fiche) -> list[Indicateur]:
        """The indicators of a fiche that wait for their first data."""
        return [indicateur for indicateur in fiche.indicateurs if self.waits(indicateur)]

    def resultats(self, annee: int) -> list[Mesure]:
        """The measures of every fiche that may be judged (landmarks and breakdowns left out)."""
        return [mesure for fiche in self.catalogue.fiches for mesure in self.mesures(fiche, annee)]

    def graphique(self, codes: tuple[str, ...], annee: int, toutes_annees: bool = False) -> list[Mesure]:
        """The measures a chart draws: breakdowns unrolled, plain indicators as they are or once per year known."""
        mesures: list[Mesure] = []
        for code in codes:
            if self.catalogue.indicateur(code).genre == "repartition":
                mesures += self.repartition(code, annee)
            elif toutes_annees:
                annees = [an for an in self.annees if an <= annee]
                mesures += [replace(self.mesure(code, an), modalite=str(an)) for an in reversed(annees)]
            else:
                mesures.append(self.mesure(code, annee))
        return mesures

    def build_mesure(self, indicateur: Indicateur, annee: int, dimension: str = "", modalite: str = "") -> Mesure:
        """The leading reading first (as the catalogue says), the others beside it, with target and last year."""
        lectures = self.rank_lectures(indicateur, annee, dimension, modalite)
        comparable = annee - 1 >= indicateur.comparable_depuis
        avant = self.rank_lectures(indicateur, annee - 1, dimension, modalite) if comparable else []
        ecartee = None
        if lectures and reads_contrats(indicateur.code):  # published and counted from contracts: not the same perimeter
            ecartee = next((v.valeur for v in avant if v.origine != lectures[0].origine), None)
            avant = [lecture for lecture in avant if lecture.origine == lectures[0].origine]
        cibles = self.cibles.get((indicateur.code, annee), []) if not modalite else []
        reperes = [c for (code, _), liste in self.cibles.items() if code == indicateur.code for c in liste
                   if c.nature == "reference"] if not modalite else []
        return Mesure(
            indicateur, annee, lectures[0] if lectures else None, tuple(lectures[1:]), dimension, modalite,
            next((c for c in cibles if c.retenue and c.nature == "cible"), None), tuple(reperes),
            avant[0].valeur if avant else None, annee - 1 if avant else None,
            self.find_decompte(indicateur, annee, EN_VALEUR, modalite),
            self.find_decompte(indicateur, annee, INCONNUES, modalite), ecartee, avant[0].secret if avant else None)

    def decomptes(self, indicateur: Indicateur, annee: int) -> list[Mesure]:
        """The other counts of a plain indicator, each as a measure: the same share in euros, the unknown answers."""
        if indicateur.genre == "repartition":
            return []
        return [self.build_mesure(indicateur, annee, "", mode) for mode in (EN_VALEUR, INCONNUES)
                if (indicateur.code, annee, "", mode) in self.valeurs]

    def find_decompte(self, indicateur: Indicateur, annee: int, decompte: str, modalite: str) -> Valeur | None:
        """Another count of a plain indicator (in euros, unknown answers), None when it has none."""
        if modalite or indicateur.genre == "repartition":
            return None
        return next(iter(self.valeurs.get((indicateur.code, annee, "", decompte), ())), None)

    def rank_lectures(self, indicateur: Indicateur, annee: int, dimension: str, modalite: str) -> list[Valeur]:
        """Readings of one fact, the leading one first."""
        lectures = self.valeurs.get((indicateur.code, annee, dimension, modalite), [])
        return sorted(lectures, key=lambda v: (v.origine != indicateur.fait_foi, not v.retenue))

    def cibles_ecartees(self, fiche: Fiche, annee: int) -> list[tuple[Indicateur, Cible]]:
        """Targets of the fiche that the report states but that do not lead."""
        return [(i, c) for i in fiche.indicateurs for c in self.cibles.get((i.code, annee), [])
                if not c.retenue and c.nature == "cible"]

    def action(self, objectif: str, annee: int) -> Action | None:
        """What was done for an objective in a year, None when nothing was published."""
        return self.actions.get((objectif, annee))

    def reserves_fiche(self, fiche: str, annee: int) -> list[dict]:
        """Doubts on the detailed rows behind a fiche: objet, note, ligne_source, document."""
        return [r for r in self.reserves if r["fiche"] == fiche and r["annee"] == annee]

    def jalons_fiche(self, fiche: str) -> list[Jalon]:
        """Milestones and events of a fiche, in order of date."""
        return [jalon for jalon in self.jalons if jalon.fiche == fiche]
