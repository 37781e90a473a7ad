"""Read the content of the documents from an edition: measures, charts, lists, checks, and what is missing."""

from collections.abc import Iterable
from datetime import date

from spapser.catalogue import Fiche
from spapser.errors import SpapserError
from spapser.exports.bilan.dessin import list_graphiques
from spapser.exports.bilan.modele import Bilan, ObjectifBilan, SectionFiche
from spapser.store import Base
from spapser.suivi import Suivi
from spapser.suivi.en_bref import write_en_bref
from spapser.suivi.notes import list_notes
from spapser.suivi.phrase import count_statuts, describe_annee
from spapser.typographie import format_jour, insecables

# Datasets whose rows the documents show; of the others, only whether they can be read.
MONTRES = ("marches", "programmation", "structures")


def build_bilan(base: Base, suivi: Suivi, annee: int, fiches: tuple[str, ...] = (), jour: date | None = None) -> Bilan:
    """The content of a year, for all the fiches or those of these codes; CodeInconnu when one does not exist.

    `jour` is the day that the document bears (today by default).
    """
    choisies = [suivi.catalogue.fiche(code) for code in fiches] or list(suivi.catalogue.fiches)
    lignes, manques = read_listes(base, suivi)
    lignes["marches"] = keep(lignes["marches"], annee)
    lignes["structures"] = keep(lignes["structures"], annee)
    lignes["programmation"] = keep(lignes["programmation"], annee + 1)
    sections = tuple(build_section(suivi, fiche, annee, lignes) for fiche in choisies)
    return Bilan(
        suivi, annee, base.edition.libelle, format_jour(jour or date.today()), describe_annee(suivi, annee),
        count_statuts([mesure for section in sections for mesure in section.mesures]),
        tuple(suivi.mesure(code, annee) for code in suivi.catalogue.chiffres_cles), sections,
        lignes["communes"], lignes["structures"], lignes["programmation"],
        suivi.jalons, manques, base)


def read_listes(base: Base, suivi: Suivi) -> tuple[dict[str, tuple[dict, ...]], tuple[str, ...]]:
    """Rows of the lists that documents show, and a sentence on each dataset that is empty or cannot be read."""
    lignes, manques = {"communes": tuple(base.rows("communes"))}, []
    for jeu in suivi.catalogue.jeux:
        try:
            montrees = jeu.nom in MONTRES
            lignes[jeu.nom] = tuple(base.rows(jeu.nom) if montrees else base.query(f"select 1 from {jeu.nom} limit 1"))
        except SpapserError as erreur:
            lignes[jeu.nom] = ()
            manques.append(f"Le jeu « {jeu.titre} » est illisible. {erreur}")
            continue
        if not lignes[jeu.nom] and not jeu.facultatif:
            manques.append(f"Le jeu « {jeu.titre} » est vide : ce qui en vient manque dans ce document.")
    return lignes, tuple(insecables(manque) for manque in manques)


def keep(lignes: Iterable[dict], annee: int) -> tuple[dict, ...]:
    """The rows of a year."""
    return tuple(ligne for ligne in lignes if ligne["annee"] == annee)


def build_section(suivi: Suivi, fiche: Fiche, annee: int, lignes: dict[str, tuple[dict, ...]]) -> SectionFiche:
    """One fiche, in the order of the report's own table."""
    axe = next(axe.titre for axe in suivi.catalogue.axes if axe.code == fiche.axe)
    objectifs = tuple(ObjectifBilan(objectif, suivi.action(objectif.code, annee)) for objectif in fiche.objectifs)
    return SectionFiche(
        fiche, axe, tuple(suivi.mesures(fiche, annee)), list_graphiques(suivi, fiche, annee, lignes["communes"]), objectifs,
        tuple(list_notes(suivi, fiche, annee)), *(tuple(ligne for ligne in lignes[jeu] if ligne["fiche"] == fiche.code)
                                                  for jeu in ("marches", "programmation")),
        write_en_bref(suivi, fiche, annee))
