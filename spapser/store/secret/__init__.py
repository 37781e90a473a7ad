"""What is hidden so that no small count of people can be read or computed back."""

from spapser.store.secret.choix import choose_secrets
from spapser.store.secret.systeme import Figure, Systeme

__all__ = ["Figure", "Systeme", "choose_secrets"]
