"""Readers of deposited files under altered inputs: a table, or a refusal in one French sentence; nothing else, ever.

    python bench/fuzz.py [--total 200000] [--graine 7] [--processus 2]

Each input is made again from its format, seed and rank: what breaks is written in tests/depot/corpus/, where a test reads
it for ever. A worker that dies (a crash below Python) is counted, its input kept, and another goes on after it.
"""

import argparse
import hashlib
import multiprocessing
import os
import platform
import resource
import signal
import sys
import time
from collections import Counter
from pathlib import Path

RACINE = Path(__file__).parents[1]
sys.path[:0] = [str(RACINE), str(Path(__file__).parent)]

SORTIE, CORPUS = Path(__file__).with_name("FUZZ.md"), RACINE / "tests" / "depot" / "corpus"
# Inputs of each format, in fiftieths: a workbook is read in a process of its own and costs as much as ten other files.
FORMATS = {"csv": 5, "json": 15, "xml": 16, "parquet": 11, "xlsx": 1, "xls": 1, "ods": 1}
LIMITE = 20.0


class Bloque(BaseException):
    """A reading took more than LIMITE seconds."""


def judge(nom: str, contenu: bytes, jeu) -> str:
    """« lu », « refusé », or what broke: another exception, a sentence that is none, a reading that does not end."""
    from spapser.depot.readers import list_feuilles, read_file
    from spapser.errors import RequeteRefusee, SpapserError

    signal.setitimer(signal.ITIMER_REAL, LIMITE)
    debut = time.monotonic()
    try:
        list_feuilles(nom, contenu)
        read_file(nom, contenu, jeu).atelier.close()
        issue = "lu"
    except RequeteRefusee as faute:
        issue = f"la base parle : {str(faute)[:80]!r}"
    except SpapserError as refus:
        phrase = str(refus)
        issue = "refusé" if phrase.endswith(".") and len(phrase.splitlines()) == 1 else f"phrase : {phrase[:80]!r}"
    except BaseException as faute:
        issue = f"{type(faute).__name__} : {str(faute)[:80]!r}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return issue if time.monotonic() - debut < LIMITE else f"plus de {LIMITE:.0f} s"


def stop(*_) -> None:
    """End a reading that is too long."""
    raise Bloque


def work(format: str, graine: int, rangs: range, place, file) -> None:
    """Read every input of these ranks; tell counts, peak memory and longest reading at the end."""
    from graines import make_input, write_graines
    from partage import share_atelier

    from spapser.catalogue import load_catalogue

    signal.signal(signal.SIGALRM, stop)
    graines, issues, longue = write_graines(), Counter(), 0.0
    jeu = load_catalogue().jeu("contrats" if format in ("json", "xml") else "insertion_operations")
    share_atelier()
    for rang in rangs:
        place.value, debut = rang, time.monotonic()
        contenu = make_input(graines, format, graine, rang)
        issue = judge(f"f.{format}", contenu, jeu)
        longue = max(longue, time.monotonic() - debut)
        issues[issue if issue in ("lu", "refusé") else "cassé"] += 1
        if issue not in ("lu", "refusé"):
            keep(format, contenu, issue)
    file.put((dict(issues), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, longue))


def keep(format: str, contenu: bytes, issue: str) -> None:
    """Write what broke beside the tests, and say it."""
    CORPUS.mkdir(exist_ok=True)
    nom = f"{format}-{hashlib.sha256(contenu).hexdigest()[:12]}.{format}"
    (CORPUS / nom).write_bytes(contenu)
    print(f"  {nom} {issue}", flush=True)


def run_part(format: str, graine: int, rangs: range) -> tuple[Counter, int, float]:
    """Counts, megabytes and seconds of one range, whatever its workers do."""
    from graines import make_input, write_graines

    issues, memoire, longue, debut = Counter(), 0, 0.0, rangs.start
    contexte = multiprocessing.get_context("spawn")
    while debut < rangs.stop:
        place, file = contexte.Value("q", debut), contexte.SimpleQueue()
        ouvrier = contexte.Process(target=work, args=(format, graine, range(debut, rangs.stop), place, file))
        ouvrier.start()
        ouvrier.join()
        if ouvrier.exitcode == 0:
            lues, memoire, longue = file.get()
            return issues + Counter(lues), memoire, longue
        keep(format, make_input(write_graines(), format, graine, place.value), f"arrêt du processus ({ouvrier.exitcode})")
        issues += Counter({"cassé": 1, "non compté": place.value - debut})
        debut = place.value + 1
    return issues, memoire, longue


def split(total: int, processus: int) -> list[tuple[str, range]]:
    """Formats and ranks, in parts that workers take in turn."""
    parts = {format: -(-total * poids // (sum(FORMATS.values()) * processus)) for format, poids in FORMATS.items()}
    return [(format, range(rang * part, (rang + 1) * part)) for rang in range(processus) for format, part in parts.items()]


def measure(total: int, graine: int, processus: int) -> dict[str, tuple[Counter, int, float]]:
    """What happened to each format."""
    from concurrent.futures import ThreadPoolExecutor

    parts, releves = split(total, processus), {}
    with ThreadPoolExecutor(processus) as fil:
        for (format, _), releve in zip(parts, fil.map(lambda part: run_part(part[0], graine, part[1]), parts), strict=True):
            autre = releves.get(format, (Counter(), 0, 0.0))
            releves[format] = (autre[0] + releve[0], max(autre[1], releve[1]), max(autre[2], releve[2]))
            print(format, dict(releve[0]), f"{releve[1]} Mo, {releve[2]:.2f} s", flush=True)
    return releves


def write_releve(releves: dict, graine: int, secondes: float) -> None:
    """The figures, as a page of this folder."""
    from cibles import at_least, at_most, publish

    lignes = [f"| {format} | {sum(i.values()):,} | {i['lu']:,} | {i['refusé']:,} | {i['cassé']:,} | {memoire} | {longue:.2f} |"
              for format, (i, memoire, longue) in releves.items()]
    total = sum(sum(issues.values()) for issues, _, _ in releves.values())
    casses = sum(issues["cassé"] for issues, _, _ in releves.values())
    publish(SORTIE, "\n".join([
        "# Readers under altered inputs", "",
        f"Written by `python bench/fuzz.py --total {total}`, Python {platform.python_version()}, seed {graine}: {total:,} inputs "
        f"in {secondes:.0f} s, {casses:,} that ended otherwise than by a table or by a refusal in one French sentence within "
        f"{LIMITE:.0f} s.", "",
        "Peak memory is that of the whole process, its 250 MB of libraries included; one workshop serves all its inputs.", "",
        "| format | inputs | read | refused | broken | peak MB | longest s |", "|---|---:|---:|---:|---:|---:|---:|",
        *lignes]), [at_least("inputs read", 200_000, total), at_most("broken", 0, casses)])


def main() -> None:
    """Read every input; status 1 when one broke something."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--total", type=int, default=200_000)
    options.add_argument("--graine", type=int, default=7)
    options.add_argument("--processus", type=int, default=min(2, os.cpu_count() or 1))
    voulu, debut = options.parse_args(), time.monotonic()
    releves = measure(voulu.total, voulu.graine, voulu.processus)
    write_releve(releves, voulu.graine, time.monotonic() - debut)
    sys.exit(any(issues["cassé"] for issues, _, _ in releves.values()))


if __name__ == "__main__":
    main()
