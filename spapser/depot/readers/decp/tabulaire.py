"""A DECP table, one row a holder and a modification, becomes one row a contract: in SQL, whatever its size."""

from collections import Counter
from dataclasses import replace

from spapser.catalogue import Jeu
from spapser.depot.avancement import Avancement
from spapser.depot.coordonnees import load_macros
from spapser.depot.personnelles import refuse_around, refuse_contents
from spapser.depot.readers.decp.entete import Entete, read_header
from spapser.depot.readers.decp.personnes import hide_coordinates, refuse_personal_fields
from spapser.depot.readers.decp.projection import list_champs, write_brut, write_etats, write_garde, write_sortie
from spapser.depot.readers.decp.remarques import (
    describe_autres,
    describe_etats,
    describe_inconnus,
    describe_sentinelles,
    report_nobody,
)
from spapser.depot.table import ColonneLue, TableLue, name_letter
from spapser.store import Atelier, read_sql


def regroup(table: TableLue, jeu: Jeu, acheteur: str, avancement: Avancement) -> TableLue | None:
    """The table with one row a contract; None when its header is not that of such a file. FichierIllisible without any left."""
    entete = read_header(table.colonnes, jeu)
    if entete is None:
        return None
    avancement(0.6, "Réunion des lignes par contrat")
    table.atelier.learn("macros_titulaires", "depot/macros_decp")
    refuse_people(table, jeu, entete)
    garde = write_garde(entete, acheteur)
    autres = count_autres(table.atelier, entete, garde)
    ecartees = count_sentinelles(table.atelier, entete, garde)
    titres = gather(table.atelier, entete, jeu, garde)
    lignes, orphelins, discordants = table.atelier.query("select count(*), count_if(rang_initial > 0), count_if(discordant) "
                                                         "from decp_contrats")[0]
    if not lignes:
        raise report_nobody(table.fichier, acheteur, autres)
    clean(table.atelier)
    colonnes = tuple(ColonneLue(f"c{rang}", titre, name_letter(rang)) for rang, titre in enumerate(titres, 1))
    remarques = (*describe_autres(table.fichier, acheteur, autres), *describe_sentinelles(table.fichier, ecartees),
                 *describe_etats(table.fichier, orphelins, discordants),
                 *describe_inconnus(table.fichier, [colonne.titre for colonne in entete.inconnues]))
    return hide_coordinates(replace(table, format=f"DECP {table.format}", colonnes=colonnes, entete=0, lignes=lignes,
                                    remarques=(*table.remarques, *remarques), codes={}))


def refuse_people(table: TableLue, jeu: Jeu, entete: Entete) -> None:
    """DonneesPersonnelles when a column that no DECP file has is about people, by its title or by its cells."""
    refuse_personal_fields(table.fichier, [colonne.titre for colonne in entete.inconnues])
    load_macros(table.atelier)
    refuse_around(table)
    if entete.inconnues:
        refuse_contents(replace(table, colonnes=tuple(entete.inconnues)), jeu, entete.inconnues)


def count_autres(atelier: Atelier, entete: Entete, garde: str) -> int:
    """Contracts of other buyers, by buyer and identifier."""
    if garde == "true":
        return 0
    champs = (entete.colonnes["acheteur"], entete.colonnes["identifiant"])
    return atelier.query(f"select count(distinct hash({', '.join(champs)})) from lu where not coalesce({garde}, false)")[0][0]


def count_sentinelles(atelier: Atelier, entete: Entete, garde: str) -> Counter[str]:
    """Cells that stand for « nothing », by column of the dataset."""
    paires = [(nom, champ) for nom, champ in list_champs(entete) if champ]
    comptes = ", ".join(f"count_if(est_sentinelle({champ}))" for _, champ in paires)
    ecartees: Counter[str] = Counter()
    for (nom, _), fois in zip(paires, atelier.query(f"select {comptes} from lu where {garde}")[0], strict=True):
        ecartees[nom] += fois or 0
    return +ecartees


def gather(atelier: Atelier, entete: Entete, jeu: Jeu, garde: str) -> list[str]:
    """Table `decp_lu`, one row a contract; returns the titles of its columns."""
    colonnes, identifiant = write_brut(entete, jeu)
    cpv = "code_cpv" if "code_cpv" in entete.colonnes else "''"
    atelier.execute(read_sql("depot/decp_brut").format(colonnes=colonnes, garde=garde, identifiant=identifiant, cpv=cpv))
    atelier.execute(read_sql("depot/decp_lignes").format(etats=write_etats(entete)))
    atelier.execute(read_sql("depot/decp_etats"))
    atelier.execute(read_sql("depot/decp_contrats"))
    sortie = write_sortie(entete, jeu)
    champs = ", ".join(f"{expression} as c{rang}" for rang, expression in enumerate(sortie.values(), 1))
    atelier.execute(read_sql("depot/decp_lu").format(champs=champs))
    return list(sortie)


def clean(atelier: Atelier) -> None:
    """`decp_lu` takes the place of `lu`; everything else is forgotten."""
    vues = {nom for (nom,) in atelier.query("select view_name from duckdb_views() where not internal")}
    atelier.execute(f"drop {'view' if 'lu' in vues else 'table'} lu")
    atelier.hide("lus")
    for nom in ("decp_brut", "decp_lignes", "decp_etats", "decp_contrats"):
        atelier.execute(f"drop table if exists {nom}")
    atelier.execute("alter table decp_lu rename to lu")
    atelier.execute("create or replace table totaux as select * from lu limit 0")
