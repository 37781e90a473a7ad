"""The judged table: every column of the dataset, in canonical text. What cannot be read stays as it is, and is judged next."""

from collections.abc import Mapping

from spapser.catalogue import Catalogue, Colonne, Jeu
from spapser.depot.codes import list_ecritures, quote_all
from spapser.store import Atelier

PROPRES = {"number": "nombre_propre", "integer": "entier_propre", "year": "annee_propre", "boolean": "oui_non_propre",
           "date": "jour_propre"}


def write_net(atelier: Atelier, jeu: Jeu, par_colonne: Mapping[str, str], annees: tuple[int, ...],
              catalogue: Catalogue) -> dict[str, int]:
    """Table `net(ligne, …)` from `lu`; `par_colonne`: column -> field. Returns the cells filled by default, by column."""
    expressions, parametres = [], []
    for colonne in jeu.colonnes:
        expression, valeurs = write_expression(atelier, colonne, par_colonne.get(colonne.nom, ""), annees, catalogue)
        expressions.append(f'{expression} as "{colonne.nom}"')
        parametres += valeurs
    atelier.execute(f"create or replace table net as select ligne, {', '.join(expressions)} from lu", parametres)
    fill_units(atelier, jeu)
    return count_filled(atelier, jeu, par_colonne)


def write_expression(atelier: Atelier, colonne: Colonne, champ: str, annees: tuple[int, ...],
                     catalogue: Catalogue) -> tuple[str, list]:
    """How a column is read: SQL and its parameters. A year that no column gives is the only one declared."""
    defaut = str(annees[0]) if colonne.nom == "annee" and len(annees) == 1 and not champ else colonne.defaut
    if not champ:
        return ("?::varchar", [defaut]) if defaut else ("null::varchar", [])
    if colonne.type in PROPRES:
        expression, valeurs = f"{PROPRES[colonne.type]}({champ})", []
    elif colonne.forme:
        expression, valeurs = f"replace(serrer({champ}), '.', '')", []
    elif colonne.enumeration or colonne.reference:
        ecritures = find_ecritures(atelier, colonne, champ, catalogue)
        admises = quote_all(ecritures.values()) or "null"
        expression = (f"case when {champ} in ({admises}) then {champ} "
                      f"else coalesce(map(?::varchar[], ?::varchar[])[{champ}], texte_propre({champ})) end")
        valeurs = [list(ecritures), list(ecritures.values())]
    else:
        expression, valeurs = f"texte_propre({champ})", []
    return (f"coalesce({expression}, ?)", [*valeurs, defaut]) if defaut else (expression, valeurs)


def find_ecritures(atelier: Atelier, colonne: Colonne, champ: str, catalogue: Catalogue) -> dict[str, str]:
    """Writings found in the file -> the admitted value that they are but for accents, capitals, spaces or leading zeros."""
    admises = list_ecritures(colonne, catalogue)
    trouvees = [v for (v,) in atelier.query(f"select distinct {champ} from lu where {champ} is not null limit 20000")]
    return {v: code for v in trouvees if (code := admises.find(v)) is not None}


def fill_units(atelier: Atelier, jeu: Jeu) -> None:
    """A value whose unit is not written has that of its indicator."""
    if {"indicateur", "unite"} <= {colonne.nom for colonne in jeu.colonnes}:
        atelier.execute("update net set unite = i.unite from indicateurs as i where net.unite is null and net.valeur is not null "
                        "and i.code = net.indicateur")


def count_filled(atelier: Atelier, jeu: Jeu, par_colonne: Mapping[str, str]) -> dict[str, int]:
    """Empty cells that took the default of their column."""
    defauts = [c.nom for c in jeu.colonnes if c.defaut]
    if not defauts:
        return {}
    comptes = ", ".join(f"count(*) - count({par_colonne[nom]})" if nom in par_colonne else "count(*)" for nom in defauts)
    nombres = atelier.query(f"select {comptes} from lu")[0]
    return {nom: nombre for nom, nombre in zip(defauts, nombres, strict=True) if nombre}


def list_years(atelier: Atelier) -> tuple[int, ...]:
    """Years of the judged rows."""
    return tuple(int(an) for (an,) in atelier.query("select distinct annee from net where est_annee(annee) order by 1"))
