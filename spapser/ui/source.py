"""Provenance in words, as the pages know it."""

from spapser.suivi.source import write_cible, write_court, write_lecture, write_lignes, write_source

__all__ = ["write_cible", "write_court", "write_lecture", "write_lignes", "write_source"]
