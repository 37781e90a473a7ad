"""A workshop reads and writes in its own folder only, and nothing that it is given can change that; nor can the one beside it."""

from contextlib import closing
from pathlib import Path

import pytest

from spapser.errors import RequeteRefusee
from spapser.store import Atelier, Etabli

INTERDITES = {
    "another file": "select * from read_text('{ailleurs}')", "a folder": "select * from glob('/etc/*')",
    "the network": "select * from read_csv('https://example.org/a.csv')", "a file outside": "copy (select 1) to '{dehors}'",
    "a base outside": "attach '{dehors}'", "an extension": "install spatial", "another lock": "set lock_configuration=false",
    "the way out": "set enable_external_access=true", "more folders": "set allowed_directories=['/']",
    "more memory": "set memory_limit='100GB'", "the way up": "select * from read_text('{dossier}/../../etc/hostname')"}


@pytest.mark.parametrize("cote", ["itself", "beside"])
@pytest.mark.parametrize("sql", INTERDITES.values(), ids=INTERDITES)
def test_nothing_outside_is_within_reach(sql: str, cote: str, tmp_path: Path) -> None:
    ailleurs, dehors = tmp_path / "secret.txt", tmp_path / "dehors.parquet"
    ailleurs.write_text("secret", "utf-8")
    with closing(Atelier()) as atelier, closing(atelier.beside()) as voisin:
        etabli: Etabli = atelier if cote == "itself" else voisin
        with pytest.raises(RequeteRefusee):
            etabli.query(sql.format(ailleurs=ailleurs, dehors=dehors, dossier=atelier.dossier))
    assert not dehors.exists()


def test_its_own_folder_is() -> None:
    with closing(Atelier()) as atelier:
        chemin = atelier.write_file("a.csv", b"a;b\n1;2\n")
        assert atelier.query(f"select * from read_csv('{chemin}', delim=';')") == [(1, 2)]
