"""The rules that compare cells and rows: one SQL file each, its words in its first comments."""

import re
from dataclasses import dataclass
from functools import lru_cache

from spapser.catalogue import Jeu
from spapser.depot.cellule import Constat, quote
from spapser.errors import CatalogueInvalide
from spapser.store import Atelier, list_sql, read_sql
from spapser.typographie import format_nombre, insecables

MOTS = {"jeux": "Jeux", "gravite": "Gravité", "message": "Message", "remede": "Remède"}
LECTURE = {"observations": ("dimension, modalite", "true"), "cibles": ("null", "nature = 'cible'")}


@dataclass(frozen=True)
class RegleLignes:
    """A rule on rows: the datasets it is for (« tous » for all), its query, and what it says.

    `prealable` is a cheap query without which the rule finds nothing; empty when there is none.
    """

    code: str
    jeux: tuple[str, ...]
    bloquante: bool
    message: str
    remede: str
    prealable: str
    sql: str


@lru_cache(maxsize=1)
def load_regles() -> tuple[RegleLignes, ...]:
    """Every rule of `sql/depot/regles`; CatalogueInvalide names the file whose comments are not complete."""
    return tuple(read_regle(code) for code in list_sql("depot/regles"))


def read_regle(code: str) -> RegleLignes:
    """One rule from its file."""
    sql = read_sql(f"depot/regles/{code}")
    mots = {}
    for cle, mot in MOTS.items():
        trouve = re.search(rf"^-- {mot} : *(\S.*)$", sql, re.MULTILINE)
        if not trouve:
            raise CatalogueInvalide(f"La règle « {code}.sql » n’a pas de commentaire « {mot} » : l’ajouter.")
        mots[cle] = insecables(trouve[1].strip())
    jeux = tuple(mots["jeux"].split(", "))
    prealable = re.search(r"^-- Préalable : (.*)$", sql, re.MULTILINE)
    return RegleLignes(code, jeux, mots["gravite"] == "bloquante", mots["message"], mots["remede"],
                       prealable[1] if prealable else "", sql)


def judge_lines(atelier: Atelier, jeu: Jeu, strict: bool = False) -> None:
    """Add to `anomalies` what the rules of the dataset find; in strict mode, only what forbids using the file.

    Their sentences are written when they are shown, by `word`.
    """
    for regle in load_regles():
        if (regle.jeux == ("tous",) or jeu.nom in regle.jeux) and (regle.bloquante or not strict) and may_find(atelier, regle):
            atelier.execute(f"insert into anomalies by name select *, '{regle.code}' as regle, {regle.bloquante} as bloquante "
                            f"from ({fill_query(regle.sql, jeu)})")


def may_find(atelier: Atelier, regle: RegleLignes) -> bool:
    """False when a rule would find nothing."""
    return not regle.prealable or bool(atelier.query(f"select * from ({regle.prealable}) limit 1"))


def fill_query(sql: str, jeu: Jeu) -> str:
    """The query with what depends on the dataset: its key, and what makes one fact of two readings."""
    categorie, tenues = LECTURE.get(jeu.nom, ("null", "true"))
    sans_annee = [nom for nom in jeu.cle if nom not in ("annee", "valeur", "ligne_source", "retenue")]
    places = {"{cle}": ", ".join(jeu.cle), "{premiere}": jeu.cle[0],
              "{parties}": ", ".join(f"nullif({nom}, '')" for nom in jeu.cle), "{categorie}": categorie, "{tenues}": tenues,
              "{cle_sans_annee}": ", ".join(f"coalesce(net.{nom}, '')" for nom in sans_annee)}
    corps = "\n".join(ligne for ligne in sql.splitlines() if not ligne.startswith("--"))
    for place, texte in places.items():
        corps = corps.replace(place, texte)
    return corps


def word(regle: str, colonne: str, valeur: str, objet: str | None, autre: str | None) -> Constat:
    """What a rule says of a row: the places of its sentences filled; `{nombre}` is the value written as a French number."""
    textes = {"colonne": colonne, "valeur": quote(valeur or "", 160), "objet": quote(objet or "", 160),
              "autre": write_nombre(autre or ""), "nombre": write_nombre(valeur or "", r"-?[0-9]{1,15}(\.[0-9]+)?")}
    trouvee = next(connue for connue in load_regles() if connue.code == regle)
    return Constat(trouvee.message.format(**textes), trouvee.remede.format(**textes))


def write_nombre(valeur: str, motif: str = r"-?[0-9]+\.[0-9]+|-?[0-9]{5,15}") -> str:
    """A number in French, but four digits, which may be a year, as they are; any other text shortened."""
    return format_nombre(float(valeur), 6) if re.fullmatch(motif, valeur) else quote(valeur)
