"""WHO may do what: persons, roles, acts; local accounts, sessions, rules of a provider; the audit log of what they did."""

from spapser.acces.droits import Acte, may, record_refusal, require, require_operator, why_refused
from spapser.acces.personne import VISITEUR, Origine, Personne, Role, local_post, operator

__all__ = ["VISITEUR", "Acte", "Origine", "Personne", "Role", "local_post", "may", "operator", "record_refusal", "require",
           "require_operator", "why_refused"]
