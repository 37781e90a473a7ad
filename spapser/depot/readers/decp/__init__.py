"""Essential data of public procurement (DECP), in every writing that exists: JSON, XML and tables."""

from spapser.depot.readers.decp.entete import list_useless
from spapser.depot.readers.decp.nature import find_structure
from spapser.depot.readers.decp.structure import read_structure
from spapser.depot.readers.decp.tabulaire import regroup

JEU = "contrats"

__all__ = ["JEU", "find_structure", "list_useless", "read_structure", "regroup"]
