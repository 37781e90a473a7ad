"""Essential data of public procurement (DECP), in every writing that exists: JSON, XML and tables."""

from spapser.depot.readers.decp.nature import find_structure
from spapser.depot.readers.decp.structure import read_structure

JEU = "contrats"

__all__ = ["JEU", "find_structure", "read_structure"]
