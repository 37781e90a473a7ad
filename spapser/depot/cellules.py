"""Each cell against its column. SQL lets through what is surely right; the rules judge and word the few other values."""

from collections.abc import Collection

from spapser.catalogue import Catalogue, Colonne, Jeu
from spapser.depot.cellule import Cellule
from spapser.depot.codes import list_codes, quote_all
from spapser.depot.regles import check_cell, describe_required
from spapser.store import Atelier

TYPES = {"number": "est_nombre", "integer": "est_entier", "year": "est_annee", "boolean": "est_oui_non", "date": "est_jour"}
FORMES = {"siret": "est_siret_ou_siren", "cpv": "est_cpv"}
CONSEILLEES = 200


def judge_cells(atelier: Atelier, jeu: Jeu, catalogue: Catalogue, absentes: Collection[str] = ()) -> None:
    """Add to `anomalies` every cell of `net` that breaks a rule of its column; `absentes` are not in the file at all."""
    for colonne in jeu.colonnes:
        if colonne.obligatoire and colonne.nom not in absentes:
            add_required(atelier, colonne)
        if needs_judgement(colonne):
            add_faults(atelier, colonne, list_codes(colonne, catalogue))


def needs_judgement(colonne: Colonne) -> bool:
    """False for free text."""
    return bool(colonne.type in TYPES or colonne.enumeration or colonne.reference or colonne.motif or colonne.forme)


def add_required(atelier: Atelier, colonne: Colonne) -> None:
    """Empty cells of a required column."""
    message, remede = describe_required(colonne)
    atelier.execute(f"insert into anomalies select ligne, ?, 'obligatoire', '', ?, ?, true from net where {colonne.nom} is null",
                    [colonne.nom, message, remede])


def add_faults(atelier: Atelier, colonne: Colonne, codes: tuple[str, ...]) -> None:
    """Judge the distinct values that are not surely right, then report each cell that holds one of them."""
    condition, parametres = write_surely_right(colonne, codes)
    valeurs = f"select {colonne.nom}, min(ligne) as premiere from net where {colonne.nom} is not null"
    filtre = f"not coalesce({condition}, false)"
    sql = f"select * from ({valeurs} group by 1) where {filtre}" if colonne.forme else f"{valeurs} and {filtre} group by 1"
    douteuses = atelier.query(f"{sql} order by premiere", parametres)
    fautes = []
    for rang, (valeur, _) in enumerate(douteuses):
        constat = check_cell(Cellule(valeur, colonne, codes, conseil=rang < CONSEILLEES))
        if constat:
            regle, (message, remede) = constat
            fautes.append((rang, valeur, regle, message, remede))
    if fautes:
        atelier.create_text("fautes", ["valeur", "regle", "message", "remede"], fautes)
        atelier.execute(f"insert into anomalies select net.ligne, ?, f.regle, net.{colonne.nom}, f.message, f.remede, true "
                        f"from net join fautes as f on f.valeur = net.{colonne.nom}", [colonne.nom])


def write_surely_right(colonne: Colonne, codes: tuple[str, ...]) -> tuple[str, list]:
    """SQL condition under which a cell needs no judgement, with its parameters; the rules accept all that it accepts."""
    nom, conditions, parametres = colonne.nom, [], []
    if colonne.type in TYPES:
        conditions.append(f"{TYPES[colonne.type]}({nom})")
    for borne, signe in ((colonne.minimum, ">="), (colonne.maximum, "<=")):
        if borne is not None:
            conditions.append(f"try_cast({nom} as double) {signe} {borne!r}")
    for admises in (colonne.enumeration, codes if colonne.reference else ()):
        if admises:
            conditions.append(f"{nom} in ({quote_all(admises)})")
    if colonne.forme:
        conditions.append(f"{FORMES[colonne.forme]}({nom})")
    if colonne.motif:
        conditions.append(f"regexp_full_match({nom}, ?)")
        parametres.append(colonne.motif)
    return " and ".join(f"({condition})" for condition in conditions), parametres


