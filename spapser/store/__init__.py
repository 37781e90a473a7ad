"""WHERE rows live. The only room that knows DuckDB."""

from spapser.store.atelier import Atelier, sweep_ateliers
from spapser.store.base import Base
from spapser.store.colonnes import iter_colonnes
from spapser.store.edition import Changement, Edition, Effet, Partie, Publication, communes
from spapser.store.empreinte import verify_parties, verify_rows
from spapser.store.etabli import Etabli
from spapser.store.menage import sweep_depot
from spapser.store.original import ORIGINAL, Original
from spapser.store.publication import Lot, publish, restore
from spapser.store.registre import depot_folder, list_numeros, load_edition
from spapser.store.requetes import CONTRATS, definition, list_sql, read_sql, reads_contrats
from spapser.store.restauration import restore_archive
from spapser.store.sauvegarde import write_archive
from spapser.store.sommaire import Sommaire

__all__ = ["CONTRATS", "ORIGINAL", "Atelier", "Base", "Changement", "Edition", "Effet", "Etabli", "Lot", "Original", "Partie",
           "Publication", "Sommaire", "communes", "definition", "depot_folder", "iter_colonnes", "list_numeros", "list_sql",
           "load_edition", "publish", "read_sql", "reads_contrats", "restore", "restore_archive", "sweep_ateliers", "sweep_depot",
           "verify_parties", "verify_rows", "write_archive"]
