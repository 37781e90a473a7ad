"""One workshop for all the files that the fuzzer reads: opening one costs more than reading a small file."""

from spapser.depot import readers
from spapser.errors import RequeteRefusee
from spapser.store import Atelier


class Partage(Atelier):
    """Emptied between two inputs; `casse` once an input broke its base."""

    casse = False

    def close(self) -> None:
        """Forget the tables and the files, keep the base."""
        if self.casse:
            return
        try:
            for (table,) in self.query("select table_name from duckdb_tables()"):
                self.execute(f'drop table "{table}"')
        except RequeteRefusee:
            self.casse = True
        for fichier in self.dossier.iterdir():
            if fichier.is_file() and fichier.name != "verrou":
                fichier.unlink()


def share_atelier() -> None:
    """Give the readers the same workshop each time; a base that an input broke is left to it, the next one gets another."""
    partage = [Partage()]

    def find_atelier() -> Partage:
        if partage[0].casse:
            Atelier.close(partage[0])
            partage[0] = Partage()
        return partage[0]

    readers.Atelier = find_atelier
