"""A published figure beside the one that its data give: the gap, how many answers are unknown, and the known reasons."""

from dataclasses import dataclass

from spapser.catalogue.raison import load_raisons
from spapser.store import reads_contrats
from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Mesure, Valeur
from spapser.suivi.statut import is_connu
from spapser.typographie import INSECABLE, format_nombre, format_quantite

PLACE = "{inconnues}"


@dataclass(frozen=True)
class Rapprochement:
    """Two readings of one measure: what is published, what is recomputed."""

    mesure: Mesure
    publie: Valeur
    recalcule: Valeur

    @property
    def ecart(self) -> float:
        """Recomputed minus published, in the unit of the indicator (points for a share)."""
        return round(self.recalcule.valeur - self.publie.valeur, 6) + 0.0

    @property
    def contrats(self) -> bool:
        """True when contracts give the recomputed reading."""
        return reads_contrats(self.mesure.indicateur.code)


def find_rapprochement(mesure: Mesure) -> Rapprochement | None:
    """Both readings of a measure when it has both, those that lead first; None otherwise."""
    lectures = [v for v in (mesure.tenue, *mesure.autres) if v and is_connu(v.valeur)]
    publie, recalcule = (next((v for v in lectures if v.origine == origine), None) for origine in ("publiee", "calculee"))
    return Rapprochement(mesure, publie, recalcule) if publie and recalcule else None


def list_rapprochements(suivi: Suivi, annee: int) -> list[Rapprochement]:
    """Every measure of the year that has both readings, in the order of the catalogue."""
    mesures = [suivi.mesure(i.code, annee) for i in suivi.catalogue.indicateurs if i.genre != "repartition"]
    return [trouve for mesure in mesures if (trouve := find_rapprochement(mesure))]


def write_ecart(rapprochement: Rapprochement) -> str:
    """« écart +2,3 points », « écart −1 marché », « sans écart »."""
    unite = rapprochement.mesure.indicateur.unite
    if not rapprochement.ecart:
        return "sans écart"
    signe = "+" if rapprochement.ecart > 0 else ""
    return f"écart {signe}{format_quantite(rapprochement.ecart, 'points' if unite == '%' else unite, 2)}"


def name_avec_inconnues(mesure: Mesure) -> str:
    """The name of an indicator for a printed table, with the answers that are unknown."""
    inconnues = describe_inconnues(mesure)
    return f"{mesure.indicateur.libelle} ({inconnues})" if inconnues else mesure.indicateur.libelle


def describe_inconnues(mesure: Mesure) -> str:
    """« 12 réponses inconnues sur 400 », empty when every answer is known or when the measure is no count of answers."""
    inconnues = mesure.inconnues
    if inconnues is None or not inconnues.numerateur:
        return ""
    nombre = inconnues.numerateur
    if mesure.indicateur.en_euros:
        return f"{format_quantite(nombre, 'euros')} sans réponse, sur {format_quantite(inconnues.denominateur, 'euros')}"
    accord = "s" if nombre >= 2 else ""
    return (f"{format_nombre(nombre, 0)}{INSECABLE}réponse{accord} inconnue{accord} sur "
            f"{format_nombre(inconnues.denominateur, 0)}")


def describe_en_valeur(mesure: Mesure) -> str:
    """« 34 % en valeur », empty when the amounts are not known."""
    if mesure.en_valeur is None or not is_connu(mesure.en_valeur.valeur):
        return ""
    return f"{format_quantite(mesure.en_valeur.valeur, '%', 1)} en valeur"


def list_raisons(mesure: Mesure) -> list[str]:
    """The known reasons of a gap, for a measure that contracts recompute; empty for the others."""
    if not reads_contrats(mesure.indicateur.code):
        return []
    inconnues = describe_inconnues(mesure)
    raisons = [raison.texte for raison in load_raisons() if raison.explains(mesure.indicateur.code)]
    return [texte.replace(PLACE, inconnues) for texte in raisons if inconnues or PLACE not in texte]
