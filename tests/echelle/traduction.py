"""The house's SQL for Spark: macros expanded, stars written out, what has no twin rewritten, then transpiled by sqlglot."""

import re
from collections.abc import Callable

from sqlglot import exp, parse, parse_one

from spapser.store import Base, read_sql
from spapser.store.base import MACROS

SUR_PLACE = ("plafond_montant", "est_du_territoire", "division_cpv")  # made by the store from the catalogue
Columns = Callable[[str], list[str]]


def read_macros(base: Base) -> dict[str, exp.Create]:
    """Every macro of an open edition, by name: those of the SQL files, and those that the store makes itself."""
    textes = [read_sql(nom) for nom in MACROS]
    for ligne in base.query("select function_name as nom, parameters as noms, macro_definition as corps from duckdb_functions() "
                            "where function_type = 'macro' and list_contains($1, function_name)", [list(SUR_PLACE)]):
        textes.append(f"create macro {ligne['nom']}({', '.join(ligne['noms'])}) as {ligne['corps']}")
    arbres = [arbre for texte in textes for arbre in parse(texte, read="duckdb") if isinstance(arbre, exp.Create)]
    return {arbre.this.this.name: arbre for arbre in arbres}


def translate(sql: str, macros: dict[str, exp.Create], columns: Columns) -> str:
    """A query of the house as Spark SQL; `columns` gives the columns of a view already there."""
    arbre = expand(parse_one(sql, read="duckdb"), macros)
    for etoile in list(arbre.find_all(exp.Star)):
        if etoile.args.get("except_") or etoile.args.get("replace"):
            write_out(etoile, columns)
    for noeud in reversed(list(arbre.walk(bfs=True))):  # from the leaves up: what is rewritten holds rewritten parts
        nouveau = rewrite(noeud)
        if nouveau is not noeud:
            noeud.replace(nouveau)
    return arbre.sql("spark", comments=False)


def expand(arbre: exp.Expression, macros: dict[str, exp.Create]) -> exp.Expression:
    """Calls of macros replaced by their body, until none is left."""
    def replace(noeud: exp.Expression) -> exp.Expression:
        if isinstance(noeud, exp.Anonymous) and noeud.name.lower() in macros:
            macro = macros[noeud.name.lower()]
            noms = [parametre.name for parametre in macro.this.expressions]
            return expand(bind(macro.expression.copy(), dict(zip(noms, noeud.expressions, strict=True))), macros)
        return noeud
    return arbre.transform(replace)


def bind(corps: exp.Expression, valeurs: dict[str, exp.Expression]) -> exp.Expression:
    """The body of a macro with its arguments in place; `m.nom` of a row argument becomes that field."""
    def replace(noeud: exp.Expression) -> exp.Expression:
        if isinstance(noeud, exp.Column) and noeud.table in valeurs:
            return read_field(valeurs[noeud.table], noeud.name)
        if isinstance(noeud, exp.Column) and not noeud.table and noeud.name in valeurs:
            return exp.paren(valeurs[noeud.name].copy())
        return noeud
    return corps.transform(replace)


def read_field(ligne: exp.Expression, nom: str) -> exp.Expression:
    """A field of a row: of a row written on the spot, its value; of another, the access."""
    if isinstance(ligne, exp.Struct):
        return next(champ.expression.copy() for champ in ligne.expressions if champ.name == nom)
    return exp.Dot(this=ligne.copy(), expression=exp.to_identifier(nom))


def write_out(etoile: exp.Star, columns: Columns) -> None:
    """`* exclude (…)`, `* replace (…)` become the list of columns: Spark has no replace."""
    porteur = etoile.parent if isinstance(etoile.parent, exp.Column) else etoile
    alias = porteur.table if isinstance(porteur, exp.Column) else ""
    choix = porteur.parent
    tables = [t for t in choix.find_all(exp.Table) if not alias or t.alias_or_name == alias]
    table = tables[0]
    retires = {e.name for e in etoile.args.get("except_") or []}
    remplaces = {e.alias: e for e in etoile.args.get("replace") or []}
    nom = ".".join(morceau for morceau in (table.db, table.name) if morceau)
    ecrites = [remplaces.get(c) or exp.column(c, table=alias or None) for c in columns(nom) if c not in retires]
    rang = choix.expressions.index(porteur)
    choix.set("expressions", [*choix.expressions[:rang], *ecrites, *choix.expressions[rang + 1 :]])


def rewrite(noeud: exp.Expression) -> exp.Expression:
    """What means something else in Spark, or nothing."""
    if isinstance(noeud, exp.Explode):  # rows of a list of structures: one column a field
        return exp.Anonymous(this="inline", expressions=[noeud.this])
    if isinstance(noeud, exp.Length) and noeud.this.name == "membres":
        return exp.Anonymous(this="size", expressions=[noeud.this])
    if isinstance(noeud, exp.Literal) and not noeud.is_string and "." in noeud.name:
        return exp.Var(this=f"{noeud.name}D")  # DuckDB divides decimals as doubles
    if isinstance(noeud, exp.Anonymous) and noeud.name.lower() in ("list_bool_or", "list_bool_and"):
        return rewrite_any(noeud)
    if isinstance(noeud, exp.FromJson):
        champs = ", ".join(f"{nom}: string" for nom in re.findall(r'"(\w+)"\s*:', noeud.expression.name))
        return exp.Anonymous(this="from_json", expressions=[noeud.this, exp.Literal.string(f"array<struct<{champs}>>")])
    if isinstance(noeud, exp.Add) and noeud.expression.name.lower() == "to_months":
        return exp.Anonymous(this="add_months", expressions=[noeud.this, *noeud.expression.expressions])
    if isinstance(noeud, exp.Struct) and noeud.expressions and isinstance(noeud.expressions[0], exp.PropertyEQ):
        return exp.Anonymous(this="named_struct", expressions=[e for champ in noeud.expressions for e in read_entry(champ)])
    return noeud


def read_entry(champ: exp.PropertyEQ) -> tuple[exp.Expression, exp.Expression]:
    """Key and value of an entry, the key as a string."""
    return exp.Literal.string(champ.name), champ.expression


def rewrite_any(noeud: exp.Anonymous) -> exp.Expression:
    """At least one true; all known ones true and one known at least: unknown members count for nothing."""
    liste = noeud.expressions[0].sql("spark")
    vrai = f"coalesce(exists({liste}, x -> x), false)"
    if noeud.name.lower() == "list_bool_or":
        return exp.Var(this=vrai)
    return exp.Var(this=f"({vrai} and not coalesce(exists({liste}, x -> not x), false))")
