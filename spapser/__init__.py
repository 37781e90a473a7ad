"""SPAPSER: a responsible-procurement scheme followed fiche by fiche, target against achieved.

Floors, from the ground up (each imports only from those before it): errors, typographie, catalogue, store, suivi,
depot, charts, exports, ui, server, cli. See README.md for the path of a figure.
"""

__version__ = "1.0.0"
