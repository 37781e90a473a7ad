"""Step 3 of the path: a table is judged. Anomalies are values of the report, all of them kept in its workshop."""

from collections.abc import Callable, Iterator

from spapser.catalogue import Catalogue, Colonne, Jeu
from spapser.depot.avancement import Avancement, silence
from spapser.depot.cellules import judge_cells
from spapser.depot.contexte import write_comparisons, write_declarations, write_references
from spapser.depot.correspondance import Correspondance
from spapser.depot.lignes import judge_lines
from spapser.depot.net import list_years, write_net
from spapser.depot.rapport import Anomalie, Lieu, Rapport
from spapser.depot.releve import list_first
from spapser.depot.table import TableLue
from spapser.depot.tolerance import forgive_cells, forgive_lines
from spapser.store import Base, read_sql

# Rows of these datasets say something without a number.
SANS_VALEUR = ("marches", "evenements")


def judge(table: TableLue, correspondance: Correspondance, jeu: Jeu, annees: tuple[int, ...], catalogue: Catalogue,
          courante: Base | None = None, avancement: Avancement = silence,
          pret: Callable[[tuple[int, ...]], None] | None = None) -> Rapport:
    """Judge the rows of a table. In its workshop: `net` (canonical text of every column) and `anomalies` (all of them).
    `pret` is told the years of the rows once no cell is at fault: only comparing the rows may still forbid them."""
    atelier = table.atelier
    avancement(0.1, "Mise au net des cellules")
    write_references(atelier, catalogue)
    remplies = write_net(atelier, jeu, correspondance.par_colonne, annees, catalogue, table.codes)
    trouvees = list_years(atelier)
    atelier.execute(read_sql("depot/anomalies"))
    avancement(0.4, "Contrôle des cellules")
    absentes = list_absentes(jeu, correspondance, annees)
    judge_cells(atelier, jeu, catalogue, absentes)
    if jeu.tolere:
        forgive_cells(atelier, jeu)
    avancement(0.7, "Contrôle des lignes")
    if pret and not (absentes or jeu.tolere or atelier.query("select 1 from anomalies limit 1")):
        pret(trouvees)
    if not absentes:
        compare_lines(table, correspondance, jeu, annees or trouvees, trouvees, courante)
        trouvees = list_years(atelier) if jeu.tolere else trouvees
    premieres, nombres = list_first(table, correspondance)
    anomalies = (*judge_header(table, correspondance, jeu, annees or trouvees), *premieres)
    return Rapport(jeu.nom, anomalies, nombres, table.lignes, trouvees, remplies)


def compare_lines(table: TableLue, correspondance: Correspondance, jeu: Jeu, annees: tuple[int, ...], trouvees: tuple[int, ...],
                  courante: Base | None) -> None:
    """Add to `anomalies` what the rules of rows find, `annees` being expected and `trouvees` read; a tolerant dataset loses
    the rows that break them."""
    write_declarations(table.atelier, jeu, annees, trouvees)
    write_comparisons(table, jeu, correspondance, annees, courante)
    judge_lines(table.atelier, jeu)
    if jeu.tolere:
        forgive_lines(table.atelier, jeu)


def lacks_year(jeu: Jeu, correspondance: Correspondance, annees: tuple[int, ...]) -> bool:
    """True when neither the file nor the person says which year the rows are about."""
    return not {"annee", jeu.annee_de} & set(correspondance.par_colonne) and len(annees) != 1


def list_absentes(jeu: Jeu, correspondance: Correspondance, annees: tuple[int, ...]) -> frozenset[str]:
    """Required columns that nothing fills: said once for the file, they leave nothing to compare row by row."""
    sans_annee = lacks_year(jeu, correspondance, annees)
    return frozenset(c.nom for c in correspondance.manquantes) | ({"annee"} if sans_annee else frozenset())


def judge_header(table: TableLue, correspondance: Correspondance, jeu: Jeu, annees: tuple[int, ...]) -> Iterator[Anomalie]:
    """What is wrong with the columns, then what could not be read."""
    lues, entete = correspondance.par_colonne, table.entete or None
    for colonne in correspondance.manquantes:
        yield report_missing(table, colonne)
    if lacks_year(jeu, correspondance, annees):
        lieu = Lieu(table.fichier, entete, "annee")
        yield lieu.report("annee_absente", "aucune colonne ne donne l’année", "choisir l’année du dépôt, une seule")
    if len(annees) > 1:
        message = f"le fichier porte sur plusieurs années ({', '.join(map(str, annees))}) et remplacera chacune tout entière"
        yield Lieu(table.fichier, None, "annee").report("plusieurs_annees", message, "choisir une seule année", False)
    if "valeur" in {colonne.nom for colonne in jeu.colonnes} and "valeur" not in lues and jeu.nom not in SANS_VALEUR:
        yield Lieu(table.fichier, entete, "valeur").report("valeur_absente", "aucune colonne ne donne la valeur",
                                                           "dire quelle colonne du fichier la donne", False)
    for genre, colonnes, message in (("colonne_double", correspondance.doublons, "la colonne répète une colonne déjà reconnue"),
                                     ("colonne_inconnue", correspondance.inconnues, "la colonne n’est pas reconnue")):
        for colonne in colonnes:
            lieu = Lieu(table.fichier, entete, colonne.titre, colonne.titre)
            yield lieu.report(genre, f"{message} : son contenu sera laissé de côté",
                              "dire à quoi elle correspond, ou l’écarter", False)
    yield from (remarque for remarque in table.remarques if remarque.bloquante)


def report_missing(table: TableLue, colonne: Colonne) -> Anomalie:
    """A required column that nothing fills."""
    lieu = Lieu(table.fichier, table.entete or None, colonne.nom)
    return lieu.report("colonne_manquante", f"la colonne « {colonne.titre} » manque",
                       "l’ajouter, ou dire quelle colonne du fichier la remplit")
