"""More than one process: reruns per second, publication seen by all, a process killed under load; the static edition."""

import gzip
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from pathlib import Path
from statistics import median

RACINE = Path(__file__).parents[1]
sys.path.insert(0, str(RACINE))
sys.path.insert(0, str(Path(__file__).parent))

from affluence import Bilan, count_strays, load  # noqa: E402
from cibles import at_most, publish  # noqa: E402
from grappe import find_tool, list_missing, run_haproxy, run_nginx, serve_grappe  # noqa: E402
from session import Visite  # noqa: E402

SORTIE = Path(__file__).with_name("ECHELLE.md")
HEURES = RACINE / "data/exemples/exemple-fictif-heures-2025.xlsx"
TAILLES = (1, 2, 4)
VISITEURS, SECONDES, TOURS = 12, 4.0, 2


def main() -> None:
    """Measure, print and write bench/ECHELLE.md; one line when a program is missing."""
    if absents := list_missing():
        print(f"bench/echelle.py : rien n’est mesuré, il manque {', '.join(absents)} (apt-get install {' '.join(absents)})")
        return
    with tempfile.TemporaryDirectory() as nom, serve_grappe(max(TAILLES), Path(nom) / "depot") as processus:
        dossier = Path(nom)
        lignes = describe_debits(measure_debits(list(processus), dossier))
        vue = measure_publication(list(processus), dossier / "depot")
        lignes += describe_publication(vue)
        print(*lignes, sep="\n", flush=True)
        for taille in sorted(TAILLES[1:], reverse=True):
            lignes += describe_death(taille, *measure_death(processus, taille, dossier))
            print(*lignes[-4:], sep="\n", flush=True)
    lignes += describe_static(measure_static())
    publish(SORTIE, "\n".join([*write_head(), *lignes]), [
        at_most(f"publication announced by {max(TAILLES)} processes", 2, vue["sante"], " s"),
        at_most(f"publication drawn on a page open at each of {max(TAILLES)} processes", 2, vue["dessin"], " s")])


def measure_debits(ports: list[int], dossier: Path) -> dict[int, list[Bilan]]:
    """The same crowd behind HAProxy over the first process, the first two, all four, in turn."""
    debits: dict[int, list[Bilan]] = {taille: [] for taille in TAILLES}
    for _ in range(TOURS):
        for taille in TAILLES:
            with run_haproxy(ports[:taille], dossier) as entree:
                debits[taille].append(load(entree, VISITEURS, SECONDES))
                print(f"{taille}: {debits[taille][-1].debit(SECONDES):.1f} reruns/s", flush=True)
    return debits


def measure_publication(ports: list[int], depot: Path) -> dict[str, float]:
    """Seconds from the manifest to the new edition seen: by `/sante`, and drawn on a page already open, at the last process."""
    sante: dict[int, float] = {}
    dessins: dict[int, float] = {}
    fils = [threading.Thread(target=wait_drawn, args=(port, open_page(port), sante, dessins)) for port in ports]
    for fil in fils:
        fil.start()
    commande = [sys.executable, "-m", "spapser", "deposer", str(HEURES), "--auteur", "Banc", "--motif", "Mesure",
                "--jeu", "insertion_operations", "--annee", "2025", "--accepter-avertissements"]
    subprocess.run(commande, cwd=RACINE, env=os.environ | {"SPAPSER_DEPOT": str(depot)}, check=True, capture_output=True)
    for fil in fils:
        fil.join()
    publie = (depot / "editions/000001.json").stat().st_mtime
    return {"sante": max(sante.values()) - publie, "dessin": max(dessins.values()) - publie}


def open_page(port: int) -> Visite:
    """A page left open at a process."""
    visite = Visite(f"ws://127.0.0.1:{port}/_stcore/stream", "fa04_heures_insertion")
    visite.rerun()
    return visite


def wait_drawn(port: int, visite: Visite, sante: dict[int, float], dessins: dict[int, float]) -> None:
    """Note when a process says that it shows the edition, then when its page, asked again at once, is drawn over it."""
    wait_sante(port, sante)
    visite.rerun()
    dessins[port] = time.time()
    visite.close()


def wait_sante(port: int, vus: dict[int, float]) -> None:
    """Note when a process says that it shows edition 1; TimeoutError after a minute."""
    fin = time.time() + 60
    while time.time() < fin:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sante", timeout=10) as reponse:
            if json.load(reponse)["edition"] == 1:
                vus[port] = time.time()
                return
        time.sleep(0.02)
    raise TimeoutError(f"le processus du port {port} ne voit pas l’édition 1")


def measure_death(processus: dict[int, subprocess.Popen], taille: int, dossier: Path) -> tuple[int, Bilan]:
    """Requests gone astray before, then what the crowd saw when one of `taille` processes is killed (SIGKILL) under load."""
    vivants = [port for port, un in processus.items() if un.poll() is None][:taille]
    with run_haproxy(vivants, dossier) as entree:
        egares = count_strays(entree)
        return egares, load(entree, VISITEURS, SECONDES * 2, pendant=processus[vivants[0]].kill)


def measure_static() -> list[tuple[int, int, float, str]]:
    """(bytes, bytes compressed, requests/s, 99th centile) of the HTML edition under wrk, one tuple a round."""
    with tempfile.TemporaryDirectory() as nom:
        dossier = Path(nom)
        os.chmod(dossier, 0o755)
        (dossier / "site").mkdir()
        page = dossier / "site/index.html"
        subprocess.run([sys.executable, "-m", "spapser", "exporter", "html", "--annee", "2024", "-o", str(page)], cwd=RACINE,
                       env=os.environ | {"SPAPSER_DEPOT": str(dossier / "depot")}, check=True, capture_output=True)
        serre = gzip.compress(page.read_bytes(), 9)
        page.with_suffix(".html.gz").write_bytes(serre)
        with run_nginx(dossier) as port:
            return [(page.stat().st_size, len(serre), *run_wrk(port)) for _ in range(TOURS)]


def run_wrk(port: int) -> tuple[float, str]:
    """Requests per second and 99th centile: 64 connections, one thread, as a browser that accepts gzip."""
    commande = [find_tool("wrk"), "-t1", "-c64", "-d5s", "--latency", "-H", "Accept-Encoding: gzip",
                f"http://127.0.0.1:{port}/index.html"]
    sortie = subprocess.run(commande, check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in sortie:
        raise RuntimeError(sortie)
    return float(re.search(r"Requests/sec:\s+([\d.]+)", sortie)[1]), re.search(r"99%\s+(\S+)", sortie)[1]


def write_head() -> list[str]:
    """What was measured, on what."""
    return ["# More than one process", "", "Written by `python bench/echelle.py` (Debian packages nginx, haproxy, wrk).", "",
            f"Python {platform.python_version()}, {os.cpu_count()} cores **shared with the client, the proxy and other work**: "
            "absolute figures are low and noisy, ratios come from one run. Visitors have no think time: each asks again as "
            "soon as it is answered, in turn on the first page, a fiche, the trajectories and the contracts.", ""]


def describe_debits(debits: dict[int, list[Bilan]]) -> list[str]:
    """Reruns per second by number of processes."""
    seul = median(bilan.debit(SECONDES) for bilan in debits[1])
    lignes = [f"## Reruns ({VISITEURS} visitors, {SECONDES:.0f} s, {TOURS} rounds interleaved, all behind HAProxy)", "",
              "| processes | reruns/s, median (lowest–highest) | × one process | p50 ms | p95 ms | cuts | errors |",
              "|---:|---:|---:|---:|---:|---:|---:|"]
    for taille, bilans in debits.items():
        tous = [bilan.debit(SECONDES) for bilan in bilans]
        p50, p95 = (median(getattr(bilan, quoi)() for bilan in bilans) * 1e3 for quoi in ("milieu", "haut"))
        lignes.append(f"| {taille} | {median(tous):.1f} ({min(tous):.1f}–{max(tous):.1f}) | {median(tous) / seul:.2f} | "
                      f"{p50:.0f} | {p95:.0f} | {sum(b.coupures for b in bilans)} | {sum(len(b.fautes) for b in bilans)} |")
    return [*lignes, ""]


def describe_publication(vues: dict[str, float]) -> list[str]:
    """How long a publication takes to be everywhere."""
    return [f"## A publication seen by {max(TAILLES)} processes over one folder of editions", "",
            f"- Made by another program (`spapser deposer`), it is announced by the last process {vues['sante']:.2f} s after its "
            "manifest (`/sante`).",
            f"- A page left open at each process, asked at once, is drawn over it {vues['dessin']:.2f} s after the manifest at "
            "the slowest: each process reads the new rows and counts everything again, once.", ""]


def describe_death(taille: int, egares: int, mort: Bilan) -> list[str]:
    """Stickiness, and the death of a process."""
    retours = f"median {median(mort.retours):.2f} s, longest {max(mort.retours):.2f} s" if mort.retours else "nobody came back"
    return [f"## One of {taille} processes killed under load", "",
            f"- Before: {egares} of 60 requests of known visitors answered by another process than theirs.",
            f"- {mort.coupures} cuts seen by {VISITEURS} visitors, {len(mort.retours)} drawn again by another process, "
            f"{len(mort.fautes)} errors. Time until the page is drawn again: {retours}.", ""]


def describe_static(tours: list[tuple[int, int, float, str]]) -> list[str]:
    """Requests per second of the static edition."""
    brut, serre = tours[0][:2]
    debits, pire = [tour[2] for tour in tours], min(tours, key=lambda tour: tour[2])
    return ["## Static edition behind nginx (one worker), wrk on the same machine, 64 connections", "",
            f"- One file of {brut / 1e3:.0f} kB, {serre / 1e3:.0f} kB compressed: {median(debits):.0f} requests/s "
            f"(median of {TOURS}; {min(debits):.0f}–{max(debits):.0f}), 99 % within {pire[3]} in the slowest round."]


if __name__ == "__main__":
    main()
