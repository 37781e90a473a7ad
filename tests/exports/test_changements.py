"""Before publishing, a person can read every row and every figure that would change."""

import csv
import io

from spapser.catalogue import load_catalogue
from spapser.depot.apercu import preview
from spapser.depot.parcours import examine_rows
from spapser.depot.saisie import read_published
from spapser.exports.changements import export_changes, export_effects
from spapser.store import Base, load_edition

JEU = load_catalogue().jeu("insertion_operations")


def read(contenu: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(contenu.decode("utf-8-sig")), delimiter=";"))


def test_rows_added_modified_and_removed_and_every_effect() -> None:
    base = Base(load_edition(0))
    lignes = read_published(JEU, 2024, base)
    retiree, modifiee = lignes.pop(0), lignes[0]
    ajoutee = modifiee | {"operation": "=Opération neuve"}
    avant, lignes[0] = modifiee["valeur"], modifiee | {"valeur": "1"}
    examen = examine_rows(JEU.nom, [*lignes, ajoutee], (2024,), base)
    apercu = preview(examen, base)
    trouvees = read(export_changes(examen, apercu, base))
    examen.close()
    dites = {ligne["Changement"]: ligne for ligne in trouvees}
    assert sorted(dites) == ["ajoutée", "modifiée, après", "modifiée, avant", "retirée"]
    assert len(trouvees) == 4
    assert dites["retirée"]["Opération"] == retiree["operation"]
    assert (dites["modifiée, avant"]["Valeur"], dites["modifiée, après"]["Valeur"]) == (avant, "1")
    assert dites["ajoutée"]["Opération"] == "'=Opération neuve"
    (changement,) = apercu.changements
    assert (changement.ajoutees, changement.modifiees, changement.retirees) == (1, 1, 1)
    assert len(read(export_effects(apercu))) == len(apercu.effets) > 0


def test_a_new_year_is_all_added() -> None:
    base = Base(load_edition(0))
    lignes = [ligne | {"annee": "2025"} for ligne in read_published(JEU, 2024, base)]
    examen = examine_rows(JEU.nom, lignes, (2025,), base)
    trouvees = read(export_changes(examen, preview(examen, base), base))
    examen.close()
    assert [ligne["Changement"] for ligne in trouvees] == ["ajoutée"] * len(lignes)
