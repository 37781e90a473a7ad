"""The tables of a base once what must be hidden is: rows, observations and results lose their numbers, not their source."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import duckdb

from spapser.catalogue import load_catalogue
from spapser.catalogue.secret import Secret
from spapser.store.requetes import read_sql, reads_contrats
from spapser.store.secret.choix import choose_secrets
from spapser.store.secret.lecture import build_systeme
from spapser.store.secret.sonde import probe, read_rows

SECONDAIRE = "Secret statistique : ce nombre en redonnerait un plus petit."
PUBLICS = ("annee", "perimetre", "marche", "structure", "dimension", "groupe", "modalite", "unite", "nature")
RESULTATS = ("indicateur", "annee", "dimension", "modalite")
CLES = {"insertion_publics": PUBLICS, "observations": RESULTATS}


@dataclass(frozen=True)
class Masque:
    """What an edition hides: for each dataset, the keys of its rows (columns of CLES, as text); results by year; the rule."""

    secret: Secret
    lignes: Mapping[str, frozenset[tuple[str, ...]]] = field(default_factory=dict)
    resultats: Mapping[int, int] = field(default_factory=dict)

    @property
    def fiches(self) -> frozenset[str]:
        """Codes of the fiches that have hidden figures: {"fa04", "fa05"}."""
        return frozenset(cle[0].split("_")[0] for cle in self.lignes.get("observations", ()))

    def covers(self, jeu: str, ligne: Mapping) -> bool:
        """True when the numbers of a row, typed or as text, are hidden."""
        cachees = self.lignes.get(jeu)
        return bool(cachees) and tuple(str(ligne.get(colonne) or "") for colonne in CLES[jeu]) in cachees


def hide_small_counts(connexion: duckdb.DuckDBPyConnection, secret: Secret) -> Masque:
    """Hide in `insertion_publics`, `observations` and `resultats` what the rule says; nothing when it covers no year of the
    edition."""
    publics: list[tuple] = []
    resultats: list[tuple] = []
    if annees := list_annees(connexion, secret):
        connexion.execute(f"create table effectifs as {read_sql('secret/effectifs')}")
        for annee in annees:
            choose_annee(connexion, annee, secret, publics, resultats)
        masque = write_masque(connexion, secret, publics, resultats)
        connexion.execute("drop table effectifs")
        return masque
    return Masque(secret)


def list_annees(connexion: duckdb.DuckDBPyConnection, secret: Secret) -> list[int]:
    """Years that the rule covers: those that somebody deposited, or all of them."""
    deposees = "select annee from depots where jeu in ('insertion_publics', 'observations')"
    toutes = "select annee from insertion_publics union select annee from resultats"
    lues = connexion.execute(f"select distinct annee from ({toutes if secret.cache_le_bilan else deposees})").fetchall()
    return sorted(annee for (annee,) in lues if annee is not None)


def choose_annee(connexion: duckdb.DuckDBPyConnection, annee: int, secret: Secret, publics: list, resultats: list) -> None:
    """Add to the two lists the rows and the results of a year that are hidden, with their note."""
    unites = {i.code: "" if reads_contrats(i.code, seuls=True) else i.unite for i in load_catalogue().indicateurs}  # no person
    lignes = read_rows(connexion, f"select * from effectifs where annee = {annee:d}")
    lus = [r | {"unite": unites.get(r["indicateur"], "")}
           for r in read_rows(connexion, f"select * from resultats where annee = {annee:d}")]
    systeme = build_systeme(lignes, lus, probe(connexion, annee), secret)
    caches = [element for rang in sorted(choose_secrets(systeme, secret.seuil)) for element in systeme.figures[rang].elements]
    par_rang = {ligne["rang"]: ligne for ligne in lignes}
    for genre, cle in caches:
        porteurs = [par_rang[cle]] if genre == "publics" else [r for r in lus if cle == tuple(r[c] for c in (
            "indicateur", "dimension", "modalite"))]
        petit = all(p["unite"] in secret.unites and (p["valeur"] or 0) < secret.seuil for p in porteurs)
        note = f"Secret statistique : moins de {secret.seuil}." if petit else SECONDAIRE
        if genre == "publics":
            publics.append((cle, note))
        else:
            resultats.append((cle[0], annee, cle[1], cle[2], note, secret.seuil if petit else 0))


def write_masque(connexion: duckdb.DuckDBPyConnection, secret: Secret, publics: list, resultats: list) -> Masque:
    """Replace the views by tables without the hidden numbers."""
    if not publics and not resultats:
        return Masque(secret)
    connexion.execute("create table publics_secrets (rang integer, note varchar)")
    connexion.execute("create table resultats_secrets (indicateur varchar, annee integer, dimension varchar, modalite varchar, "
                      "note varchar, secret integer)")
    for table, rangees in (("publics_secrets (?, ?)", publics), ("resultats_secrets (?, ?, ?, ?, ?, ?)", resultats)):
        if rangees:
            connexion.executemany(f"insert into {table.replace(' (', ' values (')}", rangees)
    connexion.execute("create table observations_claires as select *, row_number() over () as rang from observations")
    connexion.execute(read_sql("secret/resultats"))
    for jeu, requete in (("insertion_publics", "publics"), ("observations", "observations")):
        connexion.execute(f"drop view {jeu}")
        connexion.execute(f"create table {jeu} as {read_sql(f'secret/{requete}')}")
    connexion.execute("drop table observations_claires")
    return describe_masque(connexion, secret)


def describe_masque(connexion: duckdb.DuckDBPyConnection, secret: Secret) -> Masque:
    """What was hidden, as a page and a template ask for it."""
    cachees = {
        "insertion_publics": read_rows(connexion, "select e.* from effectifs as e join publics_secrets using (rang)"),
        "observations": read_rows(connexion, "select indicateur, annee, dimension, modalite from resultats_secrets")}
    lignes = {jeu: frozenset(tuple(str(ligne[c] or "") for c in CLES[jeu]) for ligne in trouvees)
              for jeu, trouvees in cachees.items()}
    comptes = connexion.execute("select annee, count(*) from resultats_secrets group by annee").fetchall()
    return Masque(secret, lignes, dict(comptes))
