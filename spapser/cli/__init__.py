"""`python -m spapser …`: the same functions without a browser."""

from spapser.cli.entree import main

__all__ = ["main"]
