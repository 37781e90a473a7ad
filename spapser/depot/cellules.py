"""Each cell against its column. SQL lets through what is surely right; the rules judge and word the few other values."""

from collections.abc import Collection

from spapser.catalogue import Catalogue, Colonne, Jeu
from spapser.depot.cellule import Cellule
from spapser.depot.codes import list_codes, quote_all
from spapser.depot.regles import check_cell, describe_required
from spapser.depot.repetees import list_codees, read_values
from spapser.store import Atelier

TYPES = {"number": "est_nombre", "integer": "est_entier", "year": "est_annee", "boolean": "est_oui_non", "date": "est_jour"}
FORMES = {"siret": "est_siret_ou_siren", "cpv": "est_cpv"}
LONGUES = ("siret",)  # shapes whose key is long to compute: all judged, each value once
CONSEILLEES, PAQUET = 200, 50_000


def judge_cells(atelier: Atelier, jeu: Jeu, catalogue: Catalogue, absentes: Collection[str] = ()) -> None:
    """Add to `anomalies` every cell of `net` that breaks a rule of its column; `absentes` are not in the file at all."""
    presentes = [colonne for colonne in jeu.colonnes if colonne.nom not in absentes]
    vides, douteuses = survey(atelier, presentes, catalogue)
    for colonne in presentes:
        if colonne in vides:
            add_required(atelier, colonne)
        if colonne in douteuses:
            add_faults(atelier, colonne, list_codes(colonne, catalogue))


def survey(atelier: Atelier, colonnes: list[Colonne], catalogue: Catalogue) -> tuple[list[Colonne], list[Colonne]]:
    """The required columns that have empty cells, and the columns that have cells to judge: in one pass, but for the columns
    kept as codes, each value of which is asked once."""
    codees = list_codees(atelier)
    jugees = [colonne for colonne in colonnes if needs_judgement(colonne)]
    obligatoires = [colonne for colonne in colonnes if colonne.obligatoire]
    lues = [colonne for colonne in jugees if colonne.nom not in codees]
    comptes, parametres = [f"count_if({colonne.nom} is null)" for colonne in obligatoires], []
    for colonne in lues:
        condition, valeurs = ("false", []) if colonne.forme in LONGUES else write_surely_right(
            colonne, list_codes(colonne, catalogue), colonne.nom)
        comptes.append(f"count_if({colonne.nom} is not null and not coalesce({condition}, false))")
        parametres += valeurs
    nombres = atelier.query(f"select {', '.join(comptes)} from codes", parametres)[0] if comptes else ()
    vides = [c for c, nombre in zip(obligatoires, nombres, strict=False) if nombre]
    douteuses = [c for c, nombre in zip(lues, nombres[len(obligatoires):], strict=False) if nombre]
    return vides, douteuses + [c for c in jugees if c.nom in codees and has_doubt(atelier, c, codees[c.nom], catalogue)]


def has_doubt(atelier: Atelier, colonne: Colonne, type: str, catalogue: Catalogue) -> bool:
    """True when the ENUM of a column has a value to judge."""
    condition, parametres = write_surely_right(colonne, list_codes(colonne, catalogue))
    douteuses = f"select count(*) from ({read_values(type)}) where not coalesce({condition}, false)"
    return atelier.query(douteuses, parametres)[0][0] > 0


def needs_judgement(colonne: Colonne) -> bool:
    """False for free text."""
    return bool(colonne.type in TYPES or colonne.enumeration or colonne.reference or colonne.motif or colonne.forme)


def add_required(atelier: Atelier, colonne: Colonne) -> None:
    """Empty cells of a required column."""
    message, remede = describe_required(colonne)
    atelier.execute("insert into anomalies by name select ligne, ? as colonne, 'obligatoire' as regle, '' as valeur, "
                    f"? as message, ? as remede, true as bloquante from net where {colonne.nom} is null",
                    [colonne.nom, message, remede])


def add_faults(atelier: Atelier, colonne: Colonne, codes: tuple[str, ...]) -> None:
    """Judge the distinct values that are not surely right, a batch at a time, then report each cell that holds one of them."""
    condition, parametres = write_surely_right(colonne, codes)
    distinctes = f"select {colonne.nom} as valeur, min(ligne) as premiere from net where {colonne.nom} is not null group by 1"
    if colonne.forme:  # The limit keeps the key, long to compute, after the grouping.
        distinctes += " limit 1000000000"
    sql = f"select * from ({distinctes}) where not coalesce({condition}, false)"
    atelier.execute("create or replace table douteuses as select valeur, row_number() over (order by premiere) as rang "
                    f"from ({sql})", parametres)
    dernier = 0
    while paquet := atelier.query(f"select rang, valeur from douteuses where rang > ? order by rang limit {PAQUET}", [dernier]):
        add_batch(atelier, colonne, [faute for rang, valeur in paquet if (faute := find_fault(rang, valeur, colonne, codes))])
        dernier = paquet[-1][0]


def find_fault(rang: int, valeur: str, colonne: Colonne, codes: tuple[str, ...]) -> tuple | None:
    """(rang, valeur, regle, message, remede) when the value breaks a rule; the first values only are given the nearest one."""
    constat = check_cell(Cellule(valeur, colonne, codes, conseil=rang <= CONSEILLEES))
    return (rang, valeur, constat[0], *constat[1]) if constat else None


def add_batch(atelier: Atelier, colonne: Colonne, fautes: list[tuple]) -> None:
    """Every cell that holds one of these faulty values."""
    if fautes:
        atelier.create_text("fautes", ["valeur", "regle", "message", "remede"], fautes)
        atelier.execute("insert into anomalies by name select net.ligne, ? as colonne, f.regle, f.valeur, f.message, f.remede, "
                        f"true as bloquante from net join fautes as f on f.valeur = net.{colonne.nom}", [colonne.nom])


def write_surely_right(colonne: Colonne, codes: tuple[str, ...], valeur: str = "valeur") -> tuple[str, list]:
    """SQL condition under which a value needs no judgement, with its parameters; the rules accept all that it accepts."""
    conditions, parametres = [], []
    if colonne.type in TYPES:
        conditions.append(f"{TYPES[colonne.type]}({valeur})")
    for borne, signe in ((colonne.minimum, ">="), (colonne.maximum, "<=")):
        if borne is not None:
            conditions.append(f"try_cast({valeur} as double) {signe} {borne!r}")
    for admises in (colonne.enumeration, codes if colonne.reference else ()):
        if admises and colonne.liste:
            conditions.append(f"list_has_all([{quote_all(admises)}], string_split({valeur}, ', '))")
        elif admises:
            conditions.append(f"{valeur} in ({quote_all(admises)})")
    if colonne.forme:
        conditions.append(f"{FORMES[colonne.forme]}({valeur})")
    if colonne.motif:
        conditions.append(f"regexp_full_match({valeur}, ?)")
        parametres.append(colonne.motif)
    return " and ".join(f"({condition})" for condition in conditions), parametres
