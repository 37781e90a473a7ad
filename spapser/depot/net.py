"""The judged table: every column of the dataset, in canonical text. What cannot be read stays as it is, and is judged next."""

import re
from collections.abc import Mapping, Sequence

from spapser.catalogue import Catalogue, Colonne, Jeu
from spapser.depot.codes import list_ecritures, quote_all
from spapser.depot.regles import simplify
from spapser.depot.repetees import keep_codees, list_values, write_code
from spapser.store import Atelier

PROPRES = {"number": "nombre_propre", "integer": "entier_propre", "year": "annee_propre", "boolean": "oui_non_propre",
           "date": "jour_propre"}
DISTINCTES, ECRITURES = 20_000, 40
SEPARATEURS = re.compile("[,;|\n]+")


def write_net(atelier: Atelier, jeu: Jeu, par_colonne: Mapping[str, str], annees: tuple[int, ...], catalogue: Catalogue,
              codes: Mapping[str, str] = {}) -> dict[str, int]:
    """View `net(ligne, …)` of every column, from `lu`; `par_colonne`: column -> field. Returns the cells filled by default.

    Columns of the file are put into canonical text once, in a table; the others are a constant beside them. View `codes` is
    `net` with, as ENUM, the columns whose field is in `codes` and the constants.
    """
    noms = {colonne.nom for colonne in jeu.colonnes}
    lues = par_colonne | ({"annee": par_colonne[jeu.annee_de]} if jeu.annee_de in par_colonne else {})
    lues |= {"unite": lues.get("unite", "")} if {"unite", "indicateur"} <= noms else {}
    ecrites = [colonne for colonne in jeu.colonnes if colonne.nom in lues]
    expressions, parametres, types = ["ligne"], [], {}
    for colonne in ecrites:
        expression, valeurs, types[colonne.nom] = write_column(atelier, colonne, lues[colonne.nom], jeu, par_colonne, catalogue,
                                                               codes)
        expressions.append(f'{expression} as "{colonne.nom}"')
        parametres += valeurs
    source = "lus" if codes else "lu"
    atelier.execute(f"create or replace table propres as select {', '.join(expressions)} from {source}", parametres)
    write_views(atelier, jeu, types, annees)
    if {"indicateur", "valeur"} <= set(par_colonne):
        fill_units(atelier)
    return count_filled(atelier, jeu, par_colonne)


def write_views(atelier: Atelier, jeu: Jeu, ecrites: Mapping[str, str], annees: tuple[int, ...]) -> None:
    """Views `net`, all text, and `codes`; `ecrites`: the columns of the file, with their ENUM if they have one."""
    types = {c.nom: ecrites[c.nom] if c.nom in ecrites else type_constant(c, annees) for c in jeu.colonnes}
    expressions = {nom: f'"{nom}"' if nom in ecrites else write_constant(types[nom]) for nom in types}
    keep_codees(atelier, {nom: type for nom, type in types.items() if type})
    for vue, type in (("net", "::varchar"), ("codes", "")):
        colonnes = ", ".join(f'{expression}{type} as "{nom}"' for nom, expression in expressions.items())
        atelier.execute(f"create or replace view {vue} as select ligne, {colonnes} from propres")


def type_constant(colonne: Colonne, annees: tuple[int, ...]) -> str:
    """The ENUM of a column that the file does not have, of one value: its default; the year is the only one declared."""
    defaut = str(annees[0]) if colonne.nom == "annee" and len(annees) == 1 else colonne.defaut
    return f"enum({quote_all([defaut])})" if defaut else ""


def write_constant(type: str) -> str:
    """The only value of an ENUM; nothing without one."""
    return f"enum_first(null::{type})::{type}" if type else "null::varchar"


def write_column(atelier: Atelier, colonne: Colonne, champ: str, jeu: Jeu, par_colonne: Mapping[str, str], catalogue: Catalogue,
                 codes: Mapping[str, str]) -> tuple[str, list, str]:
    """How a column of the judged table is read, and its ENUM: by its values when they are few, but for the unit, which may be
    filled after."""
    if colonne.nom == "annee" and jeu.annee_de in par_colonne:
        ecriture = f"annee_du_jour(jour_propre({champ}))", []
    else:
        ecriture = write_expression(atelier, colonne, champ, catalogue, codes)
    if champ not in codes or colonne.nom == "unite":
        return *ecriture, ""
    expression, type = write_code(atelier, colonne.nom, champ, codes[champ], ecriture, colonne.defaut)
    return expression, [], type


def write_expression(atelier: Atelier, colonne: Colonne, champ: str, catalogue: Catalogue, codes: Mapping[str, str]
                     ) -> tuple[str, list]:
    """How a column of the file is read: SQL and its parameters."""
    if not champ:
        return "null::varchar", []
    admises = list_ecritures(colonne, catalogue)
    if colonne.liste:
        expression, valeurs = write_choice(champ, find_listes(list_values(atelier, champ, codes, DISTINCTES), admises))
    elif colonne.type in PROPRES:
        expression, valeurs = f"{PROPRES[colonne.type]}({champ})", []
    elif colonne.forme:
        expression, valeurs = f"{colonne.forme}_propre({champ})", []
    elif admises:
        expression, valeurs = write_choice(champ, find_ecritures(list_values(atelier, champ, codes, DISTINCTES), admises))
    else:
        expression, valeurs = f"texte_propre({champ})", []
    return (f"coalesce({expression}, ?)", [*valeurs, colonne.defaut]) if colonne.defaut else (expression, valeurs)


def write_choice(champ: str, ecritures: Mapping[str, str]) -> tuple[str, list]:
    """A column that admits a list: known writings one by one, so that a cell is looked for no further once found."""
    paires = sorted(ecritures.items(), key=lambda paire: paire[0] != paire[1])[:ECRITURES]
    cas = " ".join(f"when {quote_all([lue])} then {quote_all([code])}" for lue, code in paires)
    autres, valeurs = f"case when est_inconnu({champ}) then null else texte_propre({champ}) end", []
    if len(ecritures) > ECRITURES:
        autres = f"coalesce(map(?::varchar[], ?::varchar[])[{champ}], {autres})"
        valeurs = [list(ecritures), list(ecritures.values())]
    return f"case {champ} {cas} else {autres} end" if cas else autres, valeurs


def find_ecritures(trouvees: Sequence[str], admises: Mapping[str, str]) -> dict[str, str]:
    """Writings found in the file -> the admitted value that they are but for accents, capitals, spaces or leading zeros."""
    return {v: code for v in trouvees if (code := admises.get(simplify(v))) is not None}


def find_listes(ecritures: Sequence[str], admises: Mapping[str, str]) -> dict[str, str]:
    """Writings of a list found in the file -> its admitted values, in the order of the catalogue, joined as it joins them."""
    rangs = {valeur: rang for rang, valeur in enumerate(dict.fromkeys(admises.values()))}
    trouvees = {}
    for ecriture in ecritures:
        lues = [admises.get(simplify(mot.strip(" '\"’"))) for mot in SEPARATEURS.split(ecriture.strip("[] "))]
        if all(lues):
            trouvees[ecriture] = ", ".join(sorted(set(lues), key=rangs.get))
    return trouvees


def fill_units(atelier: Atelier) -> None:
    """A value whose unit is not written has that of its indicator."""
    atelier.execute("update propres set unite = i.unite from indicateurs as i where propres.unite is null "
                    "and propres.valeur is not null and i.code = propres.indicateur")


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
    annees = "select annee::varchar as annee from (select distinct annee from codes)"
    return tuple(int(an) for (an,) in atelier.query(f"select annee from ({annees}) where est_annee(annee) order by 1"))
