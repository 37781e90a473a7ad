"""WHERE rows live. The only room that knows DuckDB."""

from spapser.store.base import Base
from spapser.store.edition import Edition, load_edition
from spapser.store.requetes import definition, list_sql, read_sql

__all__ = ["Base", "Edition", "definition", "list_sql", "load_edition", "read_sql"]
