"""What the contracts tell a fiche: how those of the year divide, and the indicators that still wait for them."""

from spapser.catalogue.model import Fiche
from spapser.store import reads_contrats
from spapser.suivi import Suivi
from spapser.suivi.source import write_sources
from spapser.suivi.tableau import build_tableau
from spapser.typographie import format_quantite
from spapser.ui.balises import fold, t
from spapser.ui.calcul import write_definition
from spapser.ui.graphique import write_valeurs
from spapser.ui.marches.adresse import link_categories

COMPTE = "fa01_contrats"  # known as soon as any contract is


def write_familles(suivi: Suivi, fiche: Fiche, annee: int) -> str:
    """How the contracts of the year divide, folded; empty when none is deposited."""
    codes = [i.code for i in fiche.indicateurs if i.genre == "repartition" and reads_contrats(i.code)]
    repartitions = [mesures for code in codes if (mesures := suivi.repartition(code, annee))]
    corps = "".join(
        f"<div>{write_valeurs(f'{mesures[0].indicateur.libelle}, {annee}', build_tableau('barres', mesures))}"
        f'<p class="source">Source&nbsp;: {t(write_sources(m.tenue for m in mesures))}.</p>{link_categories(mesures)}</div>'
        for mesures in repartitions)
    return fold(f"Les contrats de {annee}, en tableaux", corps) if corps else ""


def write_attente(suivi: Suivi, fiche: Fiche) -> str:
    """The indicators that contracts will compute once they are deposited, folded in one line; empty without any."""
    attendus = suivi.en_attente(fiche)
    if not attendus:
        return ""
    verbe = "attendent" if len(attendus) > 1 else "attend"
    quoi = "des précisions sur les contrats" if COMPTE in suivi.connus else "le fichier des contrats"
    return fold(f"{format_quantite(len(attendus), 'indicateurs', 0)} {verbe} {quoi}",
                f'<dl class="calculs">{"".join(write_definition(indicateur) for indicateur in attendus)}</dl>')
