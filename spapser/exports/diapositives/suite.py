"""The slides in their order, and the choice that a speaker makes among them."""

from collections.abc import Sequence
from dataclasses import replace

from spapser.exports.bilan import Bilan
from spapser.exports.diapositives import ensemble, listes
from spapser.exports.diapositives.fiche import build_fiche
from spapser.exports.diapositives.modele import Diapositive, Groupe
from spapser.typographie import insecables


def build_diapositives(bilan: Bilan, adresse: str = "") -> tuple[Diapositive, ...]:
    """Every slide of the year: opening, sentence, figures, one per fiche, communes, purchases, structures, closing.

    A bilan of some fiches only gives their slides between the opening and the closing. `adresse` is the public address
    printed on the closing slide with its QR code; without it, neither is.
    """
    entier = len(bilan.sections) == len(bilan.suivi.catalogue.fiches)
    avant = (ensemble.build_phrase(bilan), ensemble.build_chiffres(bilan)) if entier else ()
    apres = (ensemble.build_territoire(bilan), *listes.build_achats(bilan), *listes.build_structures(bilan)) if entier else ()
    fiches = (build_fiche(bilan, section) for section in bilan.sections)
    diapositives = (ensemble.build_ouverture(bilan), *avant, *fiches, *apres, ensemble.build_cloture(bilan, adresse))
    return tuple(hold_spaces(diapositive) for diapositive in diapositives)


def hold_spaces(diapositive: Diapositive) -> Diapositive:
    """The slide with its French punctuation kept from breaking, wherever its words go."""
    notes = tuple(Groupe(note.titre, tuple(map(insecables, note.elements))) for note in diapositive.notes)
    return replace(diapositive, titre=insecables(diapositive.titre), surtitre=insecables(diapositive.surtitre),
                   lignes=tuple(map(insecables, diapositive.lignes)), source=insecables(diapositive.source), notes=notes)


def choose_diapositives(diapositives: Sequence[Diapositive], codes: Sequence[str] = ()) -> tuple[Diapositive, ...]:
    """The slides of these codes in this order, unknown and repeated codes left out; by default those that say something."""
    par_code = {diapositive.code: diapositive for diapositive in diapositives}
    choisies = tuple(par_code[code] for code in dict.fromkeys(codes) if code in par_code)
    return choisies or tuple(diapositive for diapositive in diapositives if not diapositive.vide)
