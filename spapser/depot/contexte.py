"""What the rules on rows compare with: objectives, ceilings, declared years, announced totals, last year, known structures."""

from collections.abc import Mapping

from spapser.catalogue import Catalogue, Jeu
from spapser.depot.codes import list_communes
from spapser.depot.correspondance import Correspondance
from spapser.depot.ecritures import learn_ecritures
from spapser.depot.repetees import list_codees, read_values
from spapser.depot.table import TableLue
from spapser.depot.unites import write_writings
from spapser.store import Atelier, Base

COMPARES = ("insertion_operations", "insertion_publics", "observations")


def write_references(atelier: Atelier, catalogue: Catalogue) -> None:
    """What is the same for every dataset: how writings are read, tables of objectives, units of the indicators, communes."""
    learn_ecritures(atelier)
    objectifs = [o.code for fiche in catalogue.fiches for o in fiche.objectifs]
    atelier.create_text("objectifs", ["code"], enumerate(objectifs))
    atelier.create_text("indicateurs", ["code", "unite"], ((n, i.code, i.unite) for n, i in enumerate(catalogue.indicateurs)))
    atelier.create_text("communes", ["commune"], enumerate(list_communes()))


def write_declarations(atelier: Atelier, jeu: Jeu, annees: tuple[int, ...], lues: tuple[int, ...]) -> None:
    """What every rule that forbids may look at: the years of the deposit, those of the rows that are not, views over `net`, and
    `doubles` (cle), the keys of several rows: known before, for a join over none of them costs nothing."""
    atelier.create_text("declarees", ["annee"], ((n, str(annee)) for n, annee in enumerate(annees)))
    atelier.create_text("etrangeres", ["annee"], ((n, str(annee)) for n, annee in enumerate(set(lues) - set(annees))))
    atelier.execute(f"create or replace table doubles as select hash({', '.join(jeu.cle)}) as cle from codes "
                    "group by 1 having count(*) > 1")
    write_views(atelier, jeu)


def write_comparisons(table: TableLue, jeu: Jeu, correspondance: Correspondance, annees: tuple[int, ...],
                      courante: Base | None) -> None:
    """What warnings compare with: units, rows without a value, announced totals, last year, known structures."""
    atelier = table.atelier
    write_writings(table, correspondance, jeu)
    sans_valeur = "valeur is null" if "valeur" in correspondance.par_colonne else "false"
    atelier.execute(f"create or replace view muettes as select ligne from net where {sans_valeur}")
    write_totals(atelier, jeu, correspondance)
    write_previous(atelier, jeu, annees, courante)
    structures = courante.query("select distinct structure from structures") if courante else []
    atelier.create_text("structures", ["structure"], ((n, ligne["structure"]) for n, ligne in enumerate(structures)))


def write_views(atelier: Atelier, jeu: Jeu) -> None:
    """Views over `net`, whatever the dataset calls its columns: shares in %, amounts with a ceiling, SIRET numbers; and the
    values of the shares and of the SIRET, `parts_connues` and `sirets_connus`."""
    noms = {colonne.nom for colonne in jeu.colonnes}
    parts = [(c.nom, "'%'") for c in jeu.colonnes if c.type == "number" and "(%)" in c.titre]
    parts += [("valeur", "unite")] if {"valeur", "unite"} <= noms else []
    plafonds = [(c.nom, f"{c.plafond:.0f}") for c in jeu.colonnes if c.plafond]
    sirets = [(c.nom, "'siret'") for c in jeu.colonnes if c.forme == "siret"]
    create_view(atelier, "plafonnes", "plafond", [(nom, f"'{plafond}'") for nom, plafond in plafonds])
    codees = {nom: type for nom, type in list_codees(atelier).items() if nom != "valeur"}  # its unit is that of the row
    create_view(atelier, "parts", "unite", parts)
    create_view(atelier, "parts_connues", "unite", parts, codees)
    create_view(atelier, "sirets", "forme", sirets)
    create_view(atelier, "sirets_connus", "forme", sirets, codees)


def create_view(atelier: Atelier, vue: str, quoi: str, colonnes: list[tuple[str, str]], codees: Mapping[str, str] = {}) -> None:
    """View (ligne, colonne, valeur, and what is said of it) over some columns of `net`; without rows when there is none.

    Of the columns that are in `codees`, with their ENUM, each value is there once, without a row.
    """
    sources = {nom: f"(select null::integer as ligne, valeur as {nom} from ({read_values(type)}))"
               for nom, type in codees.items()}
    morceaux = [f"select ligne, '{nom}' as colonne, {nom} as valeur, {dit} as {quoi} from {sources.get(nom, 'net')}"
                for nom, dit in colonnes]
    vide = f"select null::integer as ligne, '' as colonne, '' as valeur, '' as {quoi} limit 0"
    atelier.execute(f"create or replace view {vue} as {' union all '.join(morceaux) or vide}")


def write_totals(atelier: Atelier, jeu: Jeu, correspondance: Correspondance) -> None:
    """`totaux_lus` (ligne, colonne, annonce) from the rows set aside; of the same columns, `sommes_lues` (colonne, somme) from
    the judged rows."""
    nombres = {c.nom: correspondance.par_colonne[c.nom] for c in jeu.colonnes
               if c.type == "number" and c.nom in correspondance.par_colonne}
    atelier.create_text("totaux_lus", ["colonne", "annonce"], ())
    atelier.create_text("sommes_lues", ["colonne", "somme"], ())
    for nom, champ in nombres.items() if atelier.query("select 1 from totaux limit 1") else ():
        atelier.execute(f"insert into totaux_lus select ligne, ?, nombre_propre({champ}) from totaux where {champ} is not null",
                        [nom])
    for (nom,) in atelier.query("select distinct colonne from totaux_lus"):
        atelier.execute(f"insert into sommes_lues select 0, ?, sum(try_cast({nom} as decimal(30, 6)))::varchar from net "
                        "having count(*) > 0", [nom])
    atelier.execute("update sommes_lues set somme = sans_zeros(somme)")


def write_previous(atelier: Atelier, jeu: Jeu, annees: tuple[int, ...], courante: Base | None) -> None:
    """`precedente` (annee, valeur, cle): what the shown edition says of the year before each deposited one."""
    if courante is None or jeu.nom not in COMPARES or not annees:
        atelier.execute("create or replace table precedente (annee varchar, valeur varchar, cle varchar[])")
        return
    noms = [nom for nom in jeu.cle if nom not in ("annee", "valeur", "ligne_source", "retenue")]
    avant = ", ".join(f"'{annee - 1}'" for annee in annees)
    lignes = courante.query(f"select annee, valeur, {', '.join(noms)} from brut.{jeu.nom} where annee in ({avant})"
                            + (" and retenue = 'oui'" if "retenue" in {c.nom for c in jeu.colonnes} else ""))
    atelier.create_text("anterieures", ["annee", "valeur", *noms], ((n, *ligne.values()) for n, ligne in enumerate(lignes)))
    cles = ", ".join(f"coalesce({nom}, '')" for nom in noms)
    atelier.execute(f"create or replace table precedente as select annee, valeur, list_value({cles}) as cle from anterieures")
