"""FROM A FILE TO ROWS. For now its judgement: what is wrong in a file, where, and how to mend it."""

from spapser.depot.livraison import verify_shipped
from spapser.depot.rapport import Anomalie, Rapport
from spapser.depot.verification import check_edition, check_file

__all__ = ["Anomalie", "Rapport", "check_edition", "check_file", "verify_shipped"]
