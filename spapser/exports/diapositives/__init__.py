"""The slides of a year as plain values: shown by the presentation mode, written by PPTX."""

from spapser.exports.diapositives.modele import Diapositive, Groupe
from spapser.exports.diapositives.suite import build_diapositives, choose_diapositives

__all__ = ["Diapositive", "Groupe", "build_diapositives", "choose_diapositives"]
