"""An in-memory DuckDB over one edition: raw text rows, typed views, one table of results. Read only once open.

Rows that ship are loaded from CSV; the years that a publication replaced are read where their Parquet lies.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from threading import Lock

import duckdb

from spapser.catalogue import Jeu, load_catalogue
from spapser.catalogue.divisions import load_divisions
from spapser.catalogue.secret import Secret, load_secret
from spapser.errors import DonneesInvalides
from spapser.store.edition import Edition, Partie, communes
from spapser.store.memoire import PAGES, insist, open_memory, read_memoire, translate
from spapser.store.requetes import list_sources, list_sql, read_sql
from spapser.store.secret.masque import Masque, hide_small_counts

RESULTATS = ("indicateur varchar, annee integer, dimension varchar, modalite varchar, valeur double, numerateur double, "
             "denominateur double, origine varchar, retenue boolean, lignes integer[], fiabilite varchar, note varchar, "
             "document varchar, secret integer")
PAQUET = 20_000
MACROS = ("macros", "macros_contrats", "macros_decomptes", "macros_cpv", "macros_titulaires")
# Over the contracts, in the order in which each reads the one before; what every indicator counts is kept as a table.
VUES = {"qualifies": "view", "faits": "view", "titulaires": "view", "comptes": "table", "entreprises": "table",
        "en_cours": "view", "modifications": "view"}


class Base:
    """The rows of one edition, ready to be counted. Safe across threads: one cursor per query.

    Small counts of people are hidden (`masque` says which) under the rule of the process or another `secret`, unless `clair`:
    for those who may see them, never for the public.
    """

    def __init__(self, edition: Edition, clair: bool = False, secret: Secret | None = None):
        self.edition, self.clair, self.tour = edition, clair, Lock()
        self.connexion = open_memory(read_memoire(PAGES))
        try:
            self.fill(secret or load_secret())
        except (duckdb.Error, MemoryError) as erreur:
            raise translate(erreur, edition) from None

    def fill(self, regle: Secret) -> None:
        """Rows, views, results and what is hidden of them; then nothing else can be read, and nothing written."""
        edition = self.edition
        for nom in MACROS:
            self.connexion.execute(read_sql(nom))
        self.connexion.execute("create schema brut")
        self.connexion.execute("create schema socle")
        self.load_depots(edition.parties)
        for jeu in load_catalogue().jeux:
            self.load_csv(f"socle.{jeu.nom}", edition.fichier(jeu.nom))
            self.create_brut(jeu, [partie for partie in edition.parties if partie.jeu == jeu.nom])
            self.create_view(jeu.nom, f"jeux/{jeu.nom}")
        self.load_csv("brut.communes", communes())
        self.create_view("communes", "communes")
        self.create_contrats()
        self.count()
        self.masque = Masque(regle) if self.clair else hide_small_counts(self.connexion, regle)
        dossiers = sorted({edition.chemin(partie).parent for partie in edition.parties})
        self.connexion.execute(f"set allowed_directories=[{', '.join(quote(dossier) for dossier in dossiers)}]")
        self.connexion.execute("set enable_external_access=false")
        self.connexion.execute("set lock_configuration=true")

    def load_csv(self, table: str, chemin: Path) -> None:
        """Read a CSV file as text into a table; DonneesInvalides names the file."""
        if not chemin.is_file():
            raise DonneesInvalides(f"Le fichier « {chemin.name} » manque : le rétablir dans « {chemin.parent.name} ».")
        try:
            self.connexion.execute(f"create table {table} as select * from read_csv(?, all_varchar=true, header=true, "
                                   "delim=',', quote='\"', escape='\"', comment='')", [str(chemin)])
        except duckdb.OutOfMemoryException:
            raise
        except duckdb.Error:
            raise DonneesInvalides(f"Le fichier « {chemin.name} » n’est pas un CSV lisible (UTF-8, virgules) : "
                                   "le corriger ou le remplacer.") from None

    def load_depots(self, parties: Sequence[Partie]) -> None:
        """Table `depots`: which file of a person gave the rows of a dataset and year, as a page names it."""
        self.connexion.execute("create table depots (jeu varchar, annee integer, document varchar)")
        for partie in parties:
            self.connexion.execute("insert into depots values (?, ?, ?)", [partie.jeu, partie.annee, partie.source])

    def create_brut(self, jeu: Jeu, parties: Sequence[Partie]) -> None:
        """View `brut.<jeu>`: text columns of the catalogue; a year that was published replaces the one that shipped."""
        presentes = {colonne[0] for colonne in self.connexion.execute(f"from socle.{jeu.nom} limit 0").description}
        colonnes = ", ".join(c.nom if c.nom in presentes else f"null::varchar as {c.nom}" for c in jeu.colonnes)
        annees = ", ".join(f"'{partie.annee}'" for partie in parties)
        morceaux = [f"select {colonnes} from socle.{jeu.nom}" + (f" where annee not in ({annees})" if annees else "")]
        morceaux += [self.read_part(jeu, partie) for partie in parties if partie.lignes]
        self.connexion.execute(f"create view brut.{jeu.nom} as {' union all '.join(morceaux)}")

    def read_part(self, jeu: Jeu, partie: Partie) -> str:
        """The rows of a part as SQL, its year said so that no other year reads its file; DonneesInvalides when it is gone."""
        chemin = self.edition.chemin(partie)
        if not chemin.is_file():
            raise DonneesInvalides(f"Le fichier « {partie.donnees} » de l’édition {partie.edition} manque : le rétablir "
                                   "depuis une sauvegarde.")
        noms = ", ".join(f"'{partie.annee}' as annee" if c.nom == "annee" else c.nom for c in jeu.colonnes)
        vides = ", ".join(f"null::varchar as {c.nom}" for c in jeu.colonnes)  # columns newer than an old publication
        return (f"select {noms} from (select * from read_parquet({quote(chemin)}) "
                f"union all by name select {vides} where false)")

    def create_view(self, vue: str, requete: str, genre: str = "view") -> None:
        """A view (or a table) from a SQL file; CatalogueInvalide names the file and what DuckDB refused."""
        try:
            self.connexion.execute(f"create {genre} {vue} as {read_sql(requete)}")
        except duckdb.Error as erreur:
            raise translate(erreur, self.edition, requete) from None

    def create_contrats(self) -> None:
        """Views over the contracts, each on the one before: considerations, facts, holders; what is counted is kept."""
        plafond = next(c.plafond for c in load_catalogue().jeu("contrats").colonnes if c.nom == "montant")
        self.connexion.execute(f"create macro plafond_montant() as {plafond:.0f}")
        noms, codes = (self.query(f"select {quoi} from communes order by 1") for quoi in ("nom", "code_insee"))
        self.connexion.execute(f"create macro est_du_territoire(m) as m.commune in ({list_texts(codes)}) "
                               f"or m.nom_commune in ({list_texts(noms)})")
        divisions = ", ".join(f"'{code}': {quote(nom)}" for code, nom in load_divisions().items())
        self.connexion.execute(f"create macro division_cpv(code) as coalesce(map {{{divisions}}}[left(code, 2)], "
                               "'Division inconnue')")
        for vue, genre in VUES.items():
            self.create_view(vue, f"contrats/{vue}", genre)

    def count(self) -> None:
        """Fill `resultats`: what the report publishes, then what each indicator query recomputes."""
        self.connexion.execute(f"create table resultats ({RESULTATS})")
        self.connexion.execute(f"insert into resultats by name {read_sql('publiees')}")
        for code in list_sql("indicateurs"):
            try:
                self.connexion.execute(
                    "insert into resultats by name select ? as indicateur, 'calculee' as origine, true as retenue, "
                    f"'' as note, * from ({read_sql(f'indicateurs/{code}')}\n)", [code])
            except duckdb.Error as erreur:
                raise translate(erreur, self.edition, f"indicateurs/{code}") from None
        self.connexion.execute("update resultats set dimension = coalesce(dimension, ''), "
                               "modalite = coalesce(modalite, '')")
        self.name_documents()

    def name_documents(self) -> None:
        """Write in `resultats` which deposited files a figure comes from; empty when it comes from the report alone."""
        lectures = [f"({quote(code)}, {quote(jeu)})" for code in list_sql("indicateurs")
                    for jeu in list_sources(f"indicateurs/{code}")]
        self.connexion.execute("create table lectures (indicateur varchar, jeu varchar)")
        self.connexion.execute(f"insert into lectures values {', '.join(lectures)}")
        self.connexion.execute(read_sql("documents"))

    def query(self, sql: str, parametres: Sequence = ()) -> list[dict]:
        """Rows of a query as dictionaries. MemoireDepassee, EditionIllisible, or CatalogueInvalide with what DuckDB refused."""
        return list(self.iterate(sql, parametres))

    def iterate(self, sql: str, parametres: Sequence = ()) -> Iterator[dict]:
        """The same rows one by one, a batch at a time in memory."""
        curseur = self.connexion.cursor()
        try:
            paquet = insist(self.tour, lambda: curseur.execute(sql, parametres).fetchmany(PAQUET))
            noms = [colonne[0] for colonne in curseur.description]
            while paquet:
                yield from (dict(zip(noms, valeurs, strict=True)) for valeurs in paquet)
                paquet = curseur.fetchmany(PAQUET)
        except (duckdb.Error, MemoryError) as erreur:
            raise translate(erreur, self.edition) from None
        finally:
            curseur.close()

    def close(self) -> None:
        """Give the memory back; nobody may ask anything after that."""
        self.connexion.close()

    def rows(self, jeu: str, limite: int | None = None) -> list[dict]:
        """Typed rows of a dataset, in file order, each with its `document`: the deposited file, or empty text; the first ones."""
        sources = {partie.annee: partie.source for partie in self.edition.parties if partie.jeu == jeu}
        lignes = islice(self.iterate(f"select * from {jeu}"), limite)
        return [ligne | {"document": sources.get(ligne.get("annee"), "")} for ligne in lignes]

    def count_rows(self, jeu: str) -> int:
        """How many rows a dataset has."""
        return self.query(f"select count(*) as nombre from {jeu}")[0]["nombre"]


def list_texts(lignes: list[dict]) -> str:
    """The only column of rows as an SQL list of strings."""
    return ", ".join(quote(valeur) for ligne in lignes for valeur in ligne.values())


def quote(texte: object) -> str:
    """A text or a path as an SQL string."""
    return "'" + str(texte).replace("'", "''") + "'"
