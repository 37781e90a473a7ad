"""The same edition counted by Spark: its CSV and Parquet files, the typed views, the contracts, then every indicator."""

import csv
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col, lit

from spapser.catalogue import Jeu, load_catalogue
from spapser.store import Base, Edition, communes, list_sql, read_sql
from spapser.store.base import VUES
from tests.echelle.traduction import read_macros, translate

CONTRATS = tuple(vue for vue in VUES if vue != "modifications")  # no indicator reads it
COLONNES = ("annee", "dimension", "modalite", "valeur", "numerateur", "denominateur")


def open_spark() -> SparkSession:
    """One local engine, quiet, without a web page, that answers NULL where DuckDB does."""
    reglages = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "1", "spark.sql.ansi.enabled": "false",
                "spark.sql.session.timeZone": "UTC", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
                "spark.log.level": "ERROR", "spark.sql.adaptive.enabled": "false", "spark.sql.codegen.wholeStage": "false",
                "spark.sql.codegen.factoryMode": "NO_CODEGEN",  # small rows, many queries: compiling each would be the whole cost
                "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
                "spark.default.parallelism": "1", "spark.sql.mapKeyDedupPolicy": "LAST_WIN"}
    constructeur = SparkSession.builder.master("local[2]").appName("spapser")
    for cle, valeur in reglages.items():
        constructeur = constructeur.config(cle, valeur)
    return constructeur.getOrCreate()


class Etincelle:
    """One edition as Spark counts it; `fautes` says, by name of a query, why Spark refused it."""

    def __init__(self, spark: SparkSession, base: Base):
        self.spark, self.macros, self.fautes = spark, read_macros(base), {}
        self.create_rows("brut_communes", self.read_csv(str(communes())))
        for jeu in load_catalogue().jeux:
            self.create_rows(f"brut_{jeu.nom}", self.read_jeu(jeu, base.edition))
        self.create_view("communes", "communes")
        for jeu in ["complements", *(nom for nom in list_sql("jeux") if nom != "complements")]:
            self.create_view(jeu, f"jeux/{jeu}")
        for vue in CONTRATS:
            self.create_view(vue, f"contrats/{vue}")

    def read_csv(self, chemin: str) -> DataFrame:
        """A CSV file as text."""
        with open(chemin, encoding="utf-8", newline="") as flux:
            colonnes = ", ".join(f"`{nom}` string" for nom in next(csv.reader(flux)))
        return self.spark.read.csv(chemin, header=True, schema=colonnes, multiLine=True, quote='"', escape='"', encoding="UTF-8")

    def read_jeu(self, jeu: Jeu, edition: Edition) -> DataFrame:
        """Text columns of the catalogue; a year that was published replaces the one that shipped."""
        noms = [colonne.nom for colonne in jeu.colonnes]
        parties = [partie for partie in edition.parties if partie.jeu == jeu.nom]
        socle = self.read_csv(str(edition.fichier(jeu.nom)))
        lignes = keep(socle, noms).where(~col("annee").isin([str(p.annee) for p in parties])) if parties else keep(socle, noms)
        for partie in parties:
            if partie.lignes:
                lignes = lignes.unionByName(keep(self.spark.read.parquet(str(edition.chemin(partie))), noms))
        return lignes

    def create_rows(self, nom: str, lignes: DataFrame) -> None:
        """Rows under a name, read once."""
        lignes.createOrReplaceTempView(nom)

    def columns(self, nom: str) -> list[str]:
        """Columns of a view already there."""
        return self.spark.table(nom.replace("brut.", "brut_")).columns

    def translate(self, requete: str) -> str:
        """A query of the house in Spark's words."""
        return translate(read_sql(requete), self.macros, self.columns).replace("brut.", "brut_")

    def create_view(self, vue: str, requete: str) -> None:
        """A view from a SQL file, its rows kept in memory."""
        lignes = self.spark.sql(self.translate(requete))
        lignes.localCheckpoint().createOrReplaceTempView(vue)  # short plans: each query is analysed alone

    def count(self, codes: Sequence[str]) -> list[tuple]:
        """(indicateur, annee, dimension, modalite, valeur, numerateur, denominateur) of the queries."""
        toutes = []
        for code in codes:
            try:
                toutes += self.spark.sql(self.translate(f"indicateurs/{code}")).transform(shape, code).collect()
            except Exception as erreur:  # the reason is what the test prints: every refusal is a failure there
                self.fautes[code] = str(erreur).splitlines()[0]
        return [tuple(ligne) for ligne in toutes]


def keep(lignes: DataFrame, noms: list[str]) -> DataFrame:
    """These columns as text, unknown when the file has none."""
    return lignes.select([col(n).cast("string").alias(n) if n in lignes.columns else lit(None).cast("string").alias(n)
                          for n in noms])


def shape(lignes: DataFrame, code: str) -> DataFrame:
    """The columns of `resultats`; what the query leaves out is empty text or unknown."""
    def read(nom: str):
        if nom in ("dimension", "modalite"):
            return lit("").alias(nom) if nom not in lignes.columns else col(nom).cast("string").alias(nom)
        genre = "int" if nom == "annee" else "double"
        return (col(nom) if nom in lignes.columns else lit(None)).cast(genre).alias(nom)
    return lignes.select(lit(code).alias("indicateur"), *(read(nom) for nom in COLONNES)).na.fill("", ["dimension", "modalite"])
