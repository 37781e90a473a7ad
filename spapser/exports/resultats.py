"""Every result of a year with value, target, rate, status, origin and provenance: for the command line and for machines."""

import csv
import io
import json

from spapser.catalogue import load_catalogue
from spapser.exports.cellule import write_cellule
from spapser.suivi import Mesure, Suivi, Valeur
from spapser.suivi.phrase import describe_evolution
from spapser.typographie import format_secret

CHAMPS = ("indicateur", "fiche", "libelle", "annee", "dimension", "modalite", "valeur", "unite", "numerateur",
          "denominateur", "cible", "comparaison", "taux", "statut", "annee_precedente", "valeur_precedente", "evolution",
          "origine", "fiabilite", "document", "lignes", "autres_lectures", "note", "secret", "edition")


def list_resultats(suivi: Suivi, annee: int) -> list[dict]:
    """One dictionary per measure of the year: plain indicators all but those that wait for their first data, breakdowns when
    known, other counts of contracts (in euros, unknown answers) when known. Fields of CHAMPS, in order.

    `edition` is the number of the edition that says so.
    """
    mesures = [m for i in suivi.catalogue.indicateurs if not suivi.waits(i)
               for m in (*suivi.graphique((i.code,), annee), *suivi.decomptes(i, annee))]
    return [describe_resultat(mesure) | {"edition": suivi.edition} for mesure in mesures]


def describe_resultat(mesure: Mesure) -> dict:
    """A measure flattened: `taux` is a share (3.92 for 392 %).

    `secret` is what stands in the place of a value that is hidden; `document` is the deposited file, or the report whose text
    holds the `lignes`.
    """
    indicateur, tenue, cible = mesure.indicateur, mesure.tenue, mesure.cible
    valeurs = (
        indicateur.code, indicateur.fiche, indicateur.libelle, mesure.annee, mesure.dimension, mesure.modalite,
        mesure.valeur, indicateur.unite, tenue.numerateur if tenue else None, tenue.denominateur if tenue else None,
        cible.valeur if cible else None, cible.comparaison if cible else None, mesure.taux, mesure.statut.value,
        mesure.annee_precedente, mesure.precedente, describe_evolution(mesure) or None, tenue.origine if tenue else None,
        tenue.fiabilite if tenue else None, name_document(tenue), list(tenue.lignes) if tenue else [],
        [{"valeur": v.valeur, "origine": v.origine, "document": name_document(v), "lignes": list(v.lignes)}
         for v in mesure.autres],
        tenue.note if tenue else None, None if mesure.secret is None else format_secret(mesure.secret))
    return dict(zip(CHAMPS[:-1], valeurs, strict=True))


def name_document(lecture: Valeur | None) -> str | None:
    """The deposited file that a reading comes from, else the report; None without a reading."""
    if lecture is None:
        return None
    return lecture.document or load_catalogue().document["titre_court"]


def write_json(resultats: list[dict]) -> str:
    """Indented JSON, French text as it is."""
    return json.dumps(resultats, ensure_ascii=False, indent=2)


def write_csv(resultats: list[dict]) -> str:
    """CSV with commas and a header; lists joined by spaces, other readings as JSON."""
    flux = io.StringIO()
    ecrivain = csv.DictWriter(flux, CHAMPS, lineterminator="\r\n")
    ecrivain.writeheader()
    for resultat in resultats:
        listes = {"lignes": " ".join(str(n) for n in resultat["lignes"]),
                  "autres_lectures": json.dumps(resultat["autres_lectures"], ensure_ascii=False)}
        ecrivain.writerow({champ: write_cellule(valeur) for champ, valeur in (resultat | listes).items()})
    return flux.getvalue()
