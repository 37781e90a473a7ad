"""What the writing of a number says of its unit: « 75 % » is a share, « 31 107,86 € » an amount."""

from spapser.catalogue import Jeu
from spapser.depot.correspondance import Correspondance
from spapser.depot.table import TableLue

CLASSEURS = ("XLSX", "XLS", "ODS")
TITRES = {"(%)": "%", "(€": "euros"}
SYMBOLE = "regexp_matches({c}, '[^0-9]$')"


def write_writings(table: TableLue, correspondance: Correspondance, jeu: Jeu) -> None:
    """View `ecrites` (ligne, colonne, lue, unite): numbers written with something after their digits, and their unit.

    Table `classeur` has one row when the file is a workbook, whose cells may hold 0.75 and show « 75 % ».
    """
    morceaux = ["select null::integer as ligne, '' as colonne, '' as lue, '' as unite limit 0"]
    for colonne in jeu.colonnes:
        champ = correspondance.par_colonne.get(colonne.nom)
        unite = next((unite for titre, unite in TITRES.items() if titre in colonne.titre), "")
        if champ and colonne.type == "number" and unite:
            morceaux.append(f"select ligne, '{colonne.nom}', {champ}, '{unite}' from lu where {SYMBOLE.format(c=champ)}")
        elif champ and colonne.nom == "valeur":
            morceaux.append(f"select ligne, 'valeur', lu.{champ}, net.unite from lu join net using (ligne) "
                            f"where {SYMBOLE.format(c=f'lu.{champ}')}")
    table.atelier.execute(f"create or replace view ecrites as {' union all '.join(f'({morceau})' for morceau in morceaux)}")
    table.atelier.create_text("classeur", [], [(1,)] if table.format in CLASSEURS else ())
