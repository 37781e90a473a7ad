"""Deposit of a big file of contracts, against the database's bare conversion of the same file and against frictionless.

Each measure is a process of its own, so that its peak memory is its own; the control and ours alternate in one run.
"""

import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE))
sys.path.insert(0, str(Path(__file__).parent))

LIGNES, FAUTES, TOURS, EXTRAIT = 1_000_000, 100_000, 21, 20_000
SORTIE = Path(__file__).with_name("DEPOT.md")
EXAMEN = "lecture, contrôle, écriture"
COMPTEES = (EXAMEN, "publication")
ETAPES = (EXAMEN, "aperçu", "publication")


def main() -> None:
    """Measure, print and write bench/DEPOT.md."""
    from cibles import publish
    from contrats import write_contrats

    with tempfile.TemporaryDirectory() as nom:
        dossier = Path(nom)
        entier, fautif, extrait = (dossier / f"{n}.csv" for n in ("entier", "fautif", "extrait"))
        write_contrats(entier, LIGNES)
        write_contrats(fautif, LIGNES, FAUTES)
        write_contrats(extrait, EXTRAIT)
        mesures = [(run("nue", entier), run("depot", entier)) for _ in range(TOURS)]
        verdict, autre = run("verdict", fautif), run("frictionless", extrait)
        publish(SORTIE, write_resultats(entier.stat().st_size, mesures, verdict, autre), list_cibles(mesures, autre))


def run(quoi: str, fichier: Path, script: str = __file__) -> dict:
    """One measure of a script in a process of its own: seconds by step, and `mio`, its peak memory."""
    with tempfile.TemporaryDirectory() as depot:
        sortie = subprocess.run([sys.executable, script, quoi, str(fichier)], check=True, capture_output=True, text=True,
                                cwd=RACINE, env={"SPAPSER_DEPOT": depot, "PATH": "/usr/bin:/bin"})
    return json.loads(sortie.stdout.splitlines()[-1])


def measure_nue(fichier: Path) -> dict[str, float]:
    """DuckDB alone: text columns of the CSV written as Parquet."""
    import duckdb

    debut = time.perf_counter()
    duckdb.sql(f"copy (select * from read_csv('{fichier}', all_varchar=true, delim=';')) to '{fichier}.parquet'")
    return {"total": time.perf_counter() - debut}


def measure_depot(fichier: Path) -> dict[str, float]:
    """Ours, to the published edition."""
    from spapser.acces import operator
    from spapser.depot.apercu import preview
    from spapser.depot.parcours import Demande, examine, publish_examen
    from spapser.store import Base, load_edition

    contenu, courante = fichier.read_bytes(), Base(load_edition())
    instants = [time.perf_counter()]
    examen = examine(Demande("marches", fichier.name, contenu), courante)
    instants.append(time.perf_counter())
    apercu = preview(examen, courante)
    instants.append(time.perf_counter())
    publish_examen(examen, apercu, operator("Mesure"), "Mesure", [cause.cle for cause in examen.rapport.avertissements])
    instants.append(time.perf_counter())
    return dict(zip(ETAPES, (b - a for a, b in pairwise(instants)), strict=True))


def measure_verdict(fichier: Path) -> dict[str, float]:
    """Ours on a file with many faults, to the verdict."""
    from spapser.depot.parcours import Demande, examine
    from spapser.store import Base, load_edition

    contenu, courante = fichier.read_bytes(), Base(load_edition())
    debut = time.perf_counter()
    examen = examine(Demande("marches", fichier.name, contenu), courante)
    duree = time.perf_counter() - debut
    return {"total": duree, "anomalies": sum(cause.nombre for cause in examen.rapport.bloquantes)}


def measure_frictionless(fichier: Path) -> dict[str, float]:
    """Frictionless over the same columns, types and key, in French writing.

    Lists of admitted values, SIRET and CPV keys, personal data are left out, to its benefit: it does not know our writings.
    """
    from contrats import ENTETE
    from frictionless import Dialect, Resource, Schema
    from frictionless.formats.csv import CsvControl

    from spapser.catalogue import load_catalogue
    from spapser.depot.nommage import find_column
    from spapser.exports.dictionnaire import build_field

    jeu = load_catalogue().jeu("marches")
    champs = [build_field(find_column(titre, jeu)) | {"name": titre} for titre in ENTETE]
    for champ in champs:
        champ.pop("example", None)
        champ.get("constraints", {}).pop("enum", None)
        if champ["type"] == "boolean":
            champ |= {"trueValues": ["oui", "Oui", "x", "1"], "falseValues": ["non", "0"]}
        if champ["type"] == "number":
            champ |= {"decimalChar": ",", "groupChar": "\u202f", "bareNumber": False}
        if champ["type"] == "date":
            champ["format"] = "%d/%m/%Y"
    cle = [titre for titre in ENTETE if find_column(titre, jeu).nom in jeu.cle]
    dialecte = Dialect(controls=[CsvControl(delimiter=";")])
    ressource = Resource(path=str(fichier.name), basepath=str(fichier.parent), dialect=dialecte,
                         schema=Schema.from_descriptor({"fields": champs, "primaryKey": cle}))
    debut = time.perf_counter()
    rapport = ressource.validate(limit_errors=1_000_000)
    return {"total": time.perf_counter() - debut, "lignes": rapport.tasks[0].stats["rows"]}


def write_resultats(octets: int, mesures: list[tuple[dict, dict]], verdict: dict, autre: dict) -> str:
    """The table of results in Markdown."""
    nue, etapes = median(m[0]["total"] for m in mesures), {e: median(m[1][e] for m in mesures) for e in ETAPES}
    ours = sum(etapes[etape] for etape in COMPTEES)
    rapports = [sum(m[1][etape] for etape in COMPTEES) / m[0]["total"] for m in mesures]
    rythme, leur = LIGNES / etapes[EXAMEN], autre["lignes"] / autre["total"]
    lignes = ["# Cost of a deposit", "", f"Written by `make bench`: {LIGNES:,} contract rows, 15 columns in French writing, "
              f"as many codes CPV as the nomenclature has, {octets / 1e6:.0f} MB, Python {platform.python_version()}, median of "
              f"{TOURS} runs in turn with the control. "
              "The control is DuckDB alone, the same CSV to Parquet, without a check.", "",
              "| step | seconds | × control | peak memory |", "|---|---:|---:|---:|",
              f"| control | {nue:.2f} | 1.00 | {max(m[0]['mio'] for m in mesures):.0f} MiB |"]
    lignes += [f"| {etape} | {duree:.2f} | {duree / nue:.2f} | |" for etape, duree in etapes.items()]
    memoire = max(m[1]["mio"] for m in mesures)
    lignes += [f"| reading, checking, publishing | {ours:.2f} | {median(rapports):.2f} | {memoire:.0f} MiB |",
               f"| the same file with {verdict['anomalies']:,} faults, to the verdict | {verdict['total']:.2f} | "
               f"{verdict['total'] / nue:.2f} | {verdict['mio']:.0f} MiB |", "",
               f"Reading, checking, publishing ÷ control, by run: {', '.join(f'{r:.2f}' for r in sorted(rapports))}. Ours also "
               "puts the file on the disk as it came, and weighs it (SHA-256).", "",
               f"Frictionless validates {leur:,.0f} rows a second (measured on {autre['lignes']:,} of these rows, same columns, "
               f"types and key); reading, checking and writing here, {rythme:,.0f}: {rythme / leur:.0f} times as many."]
    return "\n".join(lignes) + "\n"


def list_cibles(mesures: list[tuple[dict, dict]], autre: dict) -> list:
    """Against the bare conversion and frictionless, and the memory."""
    from cibles import at_least, at_most

    rapport = median(sum(m[1][etape] for etape in COMPTEES) / m[0]["total"] for m in mesures)
    rythme = LIGNES / median(m[1][EXAMEN] for m in mesures)
    return [at_most(f"{LIGNES:,} rows read, checked, published ÷ bare DuckDB", 2, rapport),
            at_least("rows a second, read and checked ÷ frictionless", 15, rythme * autre["total"] / autre["lignes"]),
            at_most("peak memory", 1536, max(m[1]["mio"] for m in mesures), " MiB")]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        mesure = globals()[f"measure_{sys.argv[1]}"](Path(sys.argv[2]))
        print(json.dumps(mesure | {"mio": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
    else:
        main()
