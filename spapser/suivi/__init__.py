"""TARGETS VERSUS ACHIEVED: measures, rates, statuses, trends and the sentences that say them."""

from spapser.suivi.action import Action
from spapser.suivi.chargement import load_suivi
from spapser.suivi.lecture import Suivi
from spapser.suivi.mesure import Cible, Jalon, Mesure, Valeur
from spapser.suivi.statut import Statut, Tendance

__all__ = ["Action", "Cible", "Jalon", "Mesure", "Statut", "Suivi", "Tendance", "Valeur", "load_suivi"]
