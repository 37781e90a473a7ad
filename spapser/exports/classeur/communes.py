"""The sheet of the communes: population and what the year says of each."""

from xlsxwriter.workbook import Workbook

from spapser.exports.classeur.feuille import Feuille
from spapser.exports.classeur.styles import GRIS, Styles
from spapser.exports.contexte import Contexte

COLONNES = ("Commune", "Code Insee", "Habitants", "Bénéficiaires en quartier prioritaire", "Heures d’opérations situées")


def write_communes(classeur: Workbook, styles: Styles, contexte: Contexte) -> Feuille:
    """One row per commune; an empty cell means that the report does not name it, not zero."""
    feuille = Feuille(classeur, styles, "Communes", GRIS, (30, 12, 12, 20, 20))
    personnes, heures = ({m.modalite: m.valeur if m.secret is None else m.texte
                          for m in contexte.suivi.repartition(code, contexte.annee)}
                         for code in ("fa04_qpv_par_commune", "fa04_heures_par_commune"))
    lignes = [(c["nom"], str(c["code_insee"]), c["population"], personnes.get(c["nom"]), heures.get(c["nom"]))
              for c in sorted(contexte.bilan.communes, key=lambda commune: commune["nom"])]
    _, derniere = feuille.table(COLONNES, lignes)
    feuille.page.freeze_panes(1, 1)
    feuille.page.autofilter(0, 0, derniere, len(COLONNES) - 1)
    return feuille
