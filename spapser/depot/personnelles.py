"""Personal data never enter: refused by name with the reason, before anything of them is kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from spapser.catalogue import Jeu
from spapser.depot.coordonnees import COORDONNEES, load_macros
from spapser.depot.identites import CONTRATS, find_identities
from spapser.depot.nommage import find_column
from spapser.depot.repetees import read_values
from spapser.depot.table import ColonneLue, TableLue
from spapser.depot.titres_personnels import (
    COMPTE,
    ENTREE,
    GENS,
    NOM_ENTIER,
    NOM_SEUL,
    NUMERO_INSEE,
    describes_person,
    find_reason,
    is_named,
)
from spapser.errors import DonneesPersonnelles
from spapser.typographie import enumere

MESURES = ("count({c})", "count_if(est_courriel({c}))", "count_if(a_nombre_de_nir({c}))", "count_if(est_nir({c}))",
           "count_if(est_telephone({c}))", "count_if(contient_telephone({c}))", "count_if(est_naissance({c}))",
           "coalesce(min(annee_de_naissance({c})), 0)", "coalesce(max(annee_de_naissance({c})), 0)", "count_if(est_civil({c}))")


@dataclass(frozen=True)
class Contenu:
    """How many cells of a column look like something personal, among those that are filled."""

    remplies: int
    courriels: int
    nombres: int
    nirs: int
    telephones: int
    phrases: int
    naissances: int
    premiere: int
    derniere: int
    civils: int

    @property
    def raison(self) -> str:
        """One e-mail is enough; a column of numbers of 15 digits must have true keys; the rest must dominate."""
        beaucoup = self.remplies >= 3
        if self.courriels:
            return "une adresse électronique"
        if self.nirs and self.nirs >= self.nombres / 2:
            return "un numéro de sécurité sociale"
        if self.phrases or (beaucoup and self.telephones >= self.remplies / 2):
            return "un numéro de téléphone"
        if beaucoup and self.naissances >= self.remplies * 0.8 and self.premiere <= 1990 and self.derniere - self.premiere >= 8:
            return "des dates de naissance, semble-t-il"
        return "des noms de personnes" if beaucoup and self.civils >= self.remplies / 2 else ""


def refuse_personal_data(table: TableLue, jeu: Jeu) -> None:
    """DonneesPersonnelles names the columns and says why; nothing when the file holds no personal data.

    The texts above and under the table (`hors_tableau`) are looked at too: the file would be kept with them.
    """
    load_macros(table.atelier)
    refuse_around(table)
    inconnues = [c for c in table.colonnes if find_column(c.titre, jeu) is None]
    refuse_contents(table, jeu, inconnues)
    refuse_person_rows(table, inconnues, jeu)


def refuse_contents(table: TableLue, jeu: Jeu, inconnues: list[ColonneLue]) -> None:
    """DonneesPersonnelles names the columns whose title or cells are about people; `inconnues` are those of no dataset."""
    trouvees = {c: raison for c, raison in list_titles(inconnues, jeu) if not holds_communes(table, c)}
    trouvees |= {c: raison for c, raison in list_contents(table, jeu, inconnues) if c not in trouvees}
    for colonne, raison in find_identities(table, jeu, inconnues):
        trouvees.setdefault(colonne, raison)
    trouvees |= {c: "des noms de personnes" for c in inconnues if c not in trouvees and holds_names(table, c)}
    if trouvees:
        dites = enumere([describe(table, colonne, raison) for colonne, raison in list(trouvees.items())[:5]])
        raise DonneesPersonnelles(f"Le fichier contient des données personnelles et n’a pas été gardé : {dites}. Retirer "
                                  f"{'cette colonne' if len(trouvees) == 1 else 'ces colonnes'}, puis déposer de nouveau le "
                                  "fichier.")


def describe(table: TableLue, colonne: ColonneLue, raison: str) -> str:
    """« Courriel » (colonne C, une adresse électronique); a title that is itself a number is not repeated."""
    feuille = f" de la feuille « {table.feuille} »" if table.feuille else ""
    if not any(c.isalpha() for c in colonne.titre):
        return f"colonne {colonne.lettre}{feuille} ({raison})"
    return f"« {colonne.titre} » (colonne {colonne.lettre}{feuille}, {raison})"


def refuse_around(table: TableLue) -> None:
    """DonneesPersonnelles when a title, a total or a note around the rows holds an e-mail, a phone or a NIR."""
    lignes = table.atelier.query(f"select ligne from hors_tableau where {COORDONNEES} order by ligne limit 1")
    if lignes:
        feuille = f" de la feuille « {table.feuille} »" if table.feuille else ""
        place = f"la ligne {lignes[0][0]}{feuille}" if lignes[0][0] else "le titre d’une colonne"
        raise DonneesPersonnelles(f"Le fichier contient des données personnelles et n’a pas été gardé : {place} porte une "
                                  "adresse électronique, un téléphone ou un numéro de sécurité sociale. Les retirer, puis "
                                  "déposer de nouveau le fichier.")


def list_titles(inconnues: list[ColonneLue], jeu: Jeu) -> Iterator[tuple[ColonneLue, str]]:
    """Columns whose title says that they are about people, with what it says."""
    raisons = {colonne: find_reason(colonne.titre) for colonne in inconnues}
    gens = jeu.nom == "insertion_publics" or "le prénom d’une personne" in raisons.values()
    seul = gens or jeu.nom not in (*CONTRATS, "structures")
    for colonne, raison in raisons.items():
        if raison or (gens and is_named(colonne.titre, NOM_SEUL)) or (seul and is_named(colonne.titre, NOM_ENTIER)):
            yield colonne, raison or "le nom d’une personne"


def find_contents(table: TableLue, jeu: Jeu) -> dict[ColonneLue, str]:
    """The columns of a table, all of them of the dataset, whose cells look like personal data, with what they look like."""
    load_macros(table.atelier)
    return dict(list_contents(table, jeu, [])) | dict(find_identities(table, jeu, []))


def list_contents(table: TableLue, jeu: Jeu, inconnues: list[ColonneLue]) -> Iterator[tuple[ColonneLue, str]]:
    """Columns whose cells look like personal data. Free text alone is searched for phones, unknown columns for all the rest."""
    portes = open_gates(table, {c.champ: list_useful(c, jeu, c in inconnues) for c in table.colonnes})
    mesures = ", ".join(mesure for c in table.colonnes for mesure in write_mesures(c.champ, portes[c.champ]))
    (ligne,) = table.atelier.query(f"select {mesures}, count(*) from lu")
    for rang, colonne in enumerate(table.colonnes):
        if raison := Contenu(*ligne[len(MESURES) * rang : len(MESURES) * (rang + 1)]).raison:
            yield colonne, raison


def list_useful(colonne: ColonneLue, jeu: Jeu, inconnue: bool) -> tuple[bool, ...]:
    """Which of the measures are asked of a column."""
    connue = find_column(colonne.titre, jeu)
    libre = bool(connue and connue.type == "string" and not (connue.enumeration or connue.reference or connue.forme))
    return (True,) * 4 + tuple(inconnue or (libre and "contient" in mesure) for mesure in MESURES[4:])


def write_mesures(champ: str, portes: tuple[bool, ...]) -> list[str]:
    """SQL of the measures of a column, zero for one that would find nothing; how many cells are filled says nothing alone."""
    utile = any(portes[1:])
    return [mesure.format(c=champ) if porte and utile else "0" for mesure, porte in zip(MESURES, portes, strict=True)]


def open_gates(table: TableLue, utiles: dict[str, tuple[bool, ...]]) -> dict[str, tuple[bool, ...]]:
    """Which of the useful measures may find something in each column: asked of each value when it is kept as codes, of the
    others in one cheap pass: anything, an e-mail, a NIR."""
    portes = measure_values(table, utiles)
    autres = [champ for champ in table.champs if champ not in portes]
    simples = [simple for c in autres for simple in (
        f"count({c}) > 0", f"coalesce(bool_or(contains({c}, '@')), false)", f"coalesce(bool_or(est_long({c})), false)")]
    lues = iter(table.atelier.query(f"select {', '.join(simples)} from lu")[0] if simples else ())
    for champ, remplie, arobase, long in zip(autres, lues, lues, lues, strict=True):
        portes[champ] = (remplie, arobase, long, long, *utiles[champ][4:])
    return portes


def measure_values(table: TableLue, utiles: dict[str, tuple[bool, ...]]) -> dict[str, tuple[bool, ...]]:
    """Which of the useful measures find something in the values of each column kept as codes; one query for those alike."""
    portes, codes = {}, {champ: type for champ, type in table.codes.items() if champ in utiles}
    for utile in {utiles[champ] for champ in codes}:
        valeurs = " union all ".join(f"select '{champ}' as champ, valeur from ({read_values(type)})"
                                     for champ, type in codes.items() if utiles[champ] == utile)
        trouves = table.atelier.query(f"select champ, {', '.join(write_mesures('valeur', utile))} from ({valeurs}) group by 1")
        portes |= {champ: tuple(map(bool, mesure)) for champ, *mesure in trouves}
    return portes


def holds_communes(table: TableLue, colonne: ColonneLue) -> bool:
    """True when a « N° INSEE » holds codes of communes, which have five characters."""
    if not is_named(colonne.titre, NUMERO_INSEE):
        return False
    codes, remplies = table.atelier.query(f"select count_if(regexp_full_match({colonne.champ}, '[0-9]([0-9]|A|B)[0-9]{{3}}')), "
                                          f"count({colonne.champ}) from lu")[0]
    return codes == remplies > 0


def holds_names(table: TableLue, colonne: ColonneLue) -> bool:
    """True when a column titled after people holds « DUPONT Marie » rather than numbers or categories."""
    if not is_named(colonne.titre, GENS):
        return False
    noms, remplies = table.atelier.query(f"select count_if(est_identite({colonne.champ})), count({colonne.champ}) from lu")[0]
    return noms > 0 and noms >= remplies / 2


def refuse_person_rows(table: TableLue, inconnues: list[ColonneLue], jeu: Jeu) -> None:
    """Counts of people come as categories and numbers: columns that describe one person a row are refused."""
    trouves = describes_person([colonne.titre for colonne in inconnues]) if jeu.nom.startswith("insertion_") else []
    if trouves and (any(is_named(titre, ENTREE) for titre in trouves) or not counts_people(table)):
        dites = enumere([f"« {titre} »" for titre in trouves[:5]])
        raise DonneesPersonnelles(f"Le fichier semble décrire une personne par ligne (colonnes {dites}) et n’a pas été gardé : "
                                  "ne déposer que des nombres par catégorie, comme dans le modèle.")


def counts_people(table: TableLue) -> bool:
    """True when a column gives a number of people a row, that is not always one."""
    comptes = [colonne.champ for colonne in table.colonnes if is_named(colonne.titre, COMPTE)]
    plusieurs = "count_if(coalesce({c}, '1') not in ('1', '1.0', '1,0')) > count(*) * 0.2"
    return any(table.atelier.query(f"select {plusieurs.format(c=champ)} from lu")[0][0] for champ in comptes)
