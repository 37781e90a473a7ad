"""The year before its fiches: one sentence, counts by status, key figures, state of the objectives."""

from spapser.exports.bilan import Bilan
from spapser.exports.rapport.modele import Bloc, Chiffres, Etat, Paragraphe, Table, Titre
from spapser.suivi import Statut
from spapser.suivi.action import count_declares, count_proposes
from spapser.typographie import format_quantite

AFFICHES = (Statut.ATTEINT, Statut.PARTIEL, Statut.NON_ATTEINT, Statut.NON_EVALUE, Statut.SECRET, Statut.SANS_CIBLE,
            Statut.NON_CONCERNE)


def write_annee(bilan: Bilan) -> list[Bloc]:
    """The chapter of the year."""
    connus = tuple(mesure for mesure in bilan.chiffres_cles if mesure.dite)
    blocs: list[Bloc] = [Titre(1, f"L’année {bilan.annee} en bref", "annee", page=True), Paragraphe(bilan.phrase, "chapeau")]
    if connus:
        blocs += [Titre(2, "Les chiffres clés"), Chiffres(connus)]
    return [*blocs, Titre(2, "Les indicateurs face à leur cible"), count_indicateurs(bilan),
            Titre(2, "Les objectifs des fiches action"), *count_objectifs(bilan)]


def count_indicateurs(bilan: Bilan) -> Table:
    """How many indicators by status."""
    return Table(f"Statut des indicateurs en {bilan.annee}", ("Statut", "Indicateurs"),
                 tuple((Etat(statut, statut.value), str(bilan.comptes[statut])) for statut in AFFICHES if bilan.comptes[statut]),
                 (0.7, 0.3), (1,))


def count_objectifs(bilan: Bilan) -> list[Bloc]:
    """How many objectives by declared status, then by proposed status: the two are never mixed."""
    suivis = [objectif for section in bilan.sections for objectif in section.objectifs]
    actions = [objectif.action for objectif in suivis if objectif.action]
    declares, proposes = count_declares(actions), count_proposes(actions)
    lignes = [(Etat(Statut(mot), mot), str(compte[mot]), origine) for compte, origine in (
        (declares, "déclaré par les services"), (proposes, "proposé, à confirmer")) for mot in sort_statuts(compte)]
    muets, absents = len(actions) - sum(declares.values()) - sum(proposes.values()), len(suivis) - len(actions)
    lignes += [(Etat(Statut.SANS_CIBLE, "sans statut"), str(nombre), origine) for nombre, origine in (
        (muets, "le texte ne permet pas de conclure"), (absents, "aucun suivi publié")) if nombre]
    total = format_quantite(len(suivis), "objectifs", 0)
    return [Table(f"Statut des {total} en {bilan.annee}", ("Statut", "Objectifs", "Origine"), tuple(lignes),
                  (0.4, 0.2, 0.4), (1,)),
            Paragraphe("Un statut proposé est lu dans le texte ; il reste à confirmer par les services.", "note")]


def sort_statuts(compte) -> list[str]:
    """The words of a count, from reached to missed."""
    return [statut.value for statut in AFFICHES if compte[statut.value]]
