"""Known vulnerabilities of the locked packages, and an honest word when the database could not be asked.

    python .ci/vulnerabilites.py REQUIREMENTS

`pip-audit` says « No known vulnerabilities found » of packages it could not look up: those are counted apart here. Status 1
when a vulnerability is known, 0 otherwise.
"""

import json
import subprocess
import sys
from pathlib import Path

BASES = ("pypi", "osv")
LIMITE = 120


def ask(base: str, requirements: str) -> list[dict]:
    """The packages as one database knows them, empty when it cannot be reached."""
    commande = [str(Path(sys.executable).with_name("pip-audit")), "-r", requirements, "--require-hashes", "--disable-pip",
                "--progress-spinner", "off", "-s", base, "--format", "json"]
    try:
        fini = subprocess.run(commande, capture_output=True, text=True, timeout=LIMITE, check=False)
        return json.loads(fini.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, OSError, ValueError, KeyError):
        return []


def judge(paquets: list[dict]) -> tuple[int, str]:
    """The status and the sentences of a report: what is vulnerable, how many were examined, how many were not."""
    examines = [paquet for paquet in paquets if "vulns" in paquet]
    failles = [f"{p['name']} {p['version']} : {v['id']}, corrigée dans {', '.join(v['fix_versions']) or 'aucune version'}"
               for p in examines for v in p["vulns"]]
    if not examines:
        return 0, "Vulnérabilités : base injoignable, aucun paquet examiné ; faire l’examen à la main (SECURITY.md)."
    reste = f", {len(paquets) - len(examines)} inconnus de la base, à examiner à la main (SECURITY.md)"
    bilan = f"Vulnérabilités : {len(examines)} paquets examinés, {len(failles)} failles connues"
    return int(bool(failles)), "\n".join([*failles, bilan + (reste if len(examines) < len(paquets) else "") + "."])


def main(requirements: str) -> int:
    """Ask each database until one answers."""
    for base in BASES:
        paquets = ask(base, requirements)
        if any("vulns" in paquet for paquet in paquets):
            break
    statut, phrases = judge(paquets)
    print(phrases)
    return statut


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
