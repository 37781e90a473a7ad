"""The rules that compare cells and rows: one SQL file each, its words in its first comments."""

import re
from dataclasses import dataclass
from functools import lru_cache

from spapser.catalogue import Jeu
from spapser.depot.cellule import quote
from spapser.errors import CatalogueInvalide
from spapser.store import Atelier, list_sql, read_sql
from spapser.typographie import format_nombre

MOTS = {"jeux": "Jeux", "gravite": "Gravité", "message": "Message", "remede": "Remède"}
LECTURE = {"observations": ("dimension, modalite", "true"), "cibles": ("null", "nature = 'cible'")}


@dataclass(frozen=True)
class RegleLignes:
    """A rule on rows: the datasets it is for (« tous » for all), its query, and what it says."""

    code: str
    jeux: tuple[str, ...]
    bloquante: bool
    message: str
    remede: str
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
        mots[cle] = trouve[1].strip()
    jeux = tuple(mots["jeux"].split(", "))
    return RegleLignes(code, jeux, mots["gravite"] == "bloquante", mots["message"], mots["remede"], sql)


def judge_lines(atelier: Atelier, jeu: Jeu, strict: bool = False) -> None:
    """Add to `anomalies` what the rules of the dataset find; in strict mode, only what forbids using the file."""
    for regle in load_regles():
        if (regle.jeux == ("tous",) or jeu.nom in regle.jeux) and (regle.bloquante or not strict):
            trouvees = atelier.rows(fill_query(regle.sql, jeu))
            atelier.insert_many("anomalies", [write_anomalie(regle, ligne) for ligne in trouvees])


def fill_query(sql: str, jeu: Jeu) -> str:
    """The query with what depends on the dataset: its key, and what makes one fact of two readings."""
    categorie, tenues = LECTURE.get(jeu.nom, ("null", "true"))
    sans_annee = [nom for nom in jeu.cle if nom not in ("annee", "valeur", "ligne_source", "retenue")]
    places = {"{cle}": ", ".join(f"coalesce({nom}, '')" for nom in jeu.cle), "{premiere}": jeu.cle[0],
              "{parties}": ", ".join(f"nullif({nom}, '')" for nom in jeu.cle), "{categorie}": categorie, "{tenues}": tenues,
              "{cle_sans_annee}": ", ".join(f"coalesce(net.{nom}, '')" for nom in sans_annee)}
    corps = "\n".join(ligne for ligne in sql.splitlines() if not ligne.startswith("--"))
    for place, texte in places.items():
        corps = corps.replace(place, texte)
    return corps


def write_mot(valeur: str) -> str:
    """A value in a sentence: numbers in French, but years and row numbers as they are; text shortened."""
    if re.fullmatch(r"-?[0-9]+\.[0-9]+|-?[0-9]{5,15}", valeur):
        return format_nombre(float(valeur), 6)
    return quote(valeur)


def write_anomalie(regle: RegleLignes, ligne: dict) -> tuple:
    """A row of `anomalies` from a row of the query, its words filled and shortened."""
    mots = {cle: write_mot(str(valeur)) for cle, valeur in ligne.items() if valeur is not None}
    return (ligne["ligne"], ligne["colonne"], regle.code, str(ligne["valeur"] or ""), regle.message.format(**mots),
            regle.remede.format(**mots), regle.bloquante)
