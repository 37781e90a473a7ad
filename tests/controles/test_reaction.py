"""A check that can never fail is worthless: change one row of the data, and each check must move on one side only."""

import csv
import itertools
import re
import shutil

import pytest

from spapser.store import Base, list_sql, load_edition, read_sql
from spapser.store.edition import Edition, communes
from spapser.suivi.controle import Verdict, build_controle, controles, read_entete

CODES = list_sql("controles")
SQL = {code: read_sql(f"controles/{code}") for code in CODES}
DIMANCHE = "2024-06-09"


class BaseSansResultats(Base):
    """The checks read the datasets only: leaving `resultats` out makes opening five times faster."""

    def count(self):
        pass


def double(ligne):
    if not ligne.get("valeur"):
        return None
    return ligne | {"valeur": str(2 * float(ligne["valeur"]) + 7)}


def annule(ligne):
    return ligne | {"valeur": "0"} if ligne.get("valeur") else None


def supprime(ligne):
    return {}


def reecrit(ligne):
    """Another text where a check reads text: a name, a place, a date, the numbers of a summary."""
    nouveaux = {"debut": DIMANCHE, "structure": "CVSI", "commune": "Ailleurs", "modalite": "Ailleurs"}
    if "realisation" in ligne:
        nouveaux["realisation"] = re.sub(r"\d+", lambda n: str(2 * int(n[0]) + 7), ligne["realisation"])
    return ligne | {colonne: texte for colonne, texte in nouveaux.items() if ligne.get(colonne) is not None
                    and (ligne[colonne] or colonne == "structure")}


GESTES = (double, annule, supprime, reecrit)


def read_lignes(chemin):
    with chemin.open(encoding="utf-8", newline="") as fichier:
        return list(csv.DictReader(fichier))


def write_lignes(chemin, lignes, colonnes):
    with chemin.open("w", encoding="utf-8", newline="") as fichier:
        ecrivain = csv.DictWriter(fichier, colonnes)
        ecrivain.writeheader()
        ecrivain.writerows(lignes)


def run(base, code):
    entete = read_entete(SQL[code], code)
    return [build_controle(code, entete, ligne) for ligne in base.query(SQL[code])]


def reacts(avant, apres):
    """Exactly one side of one row moved, and an agreement did not survive it."""
    if len(avant) != len(apres):
        return False
    return any((a.publie != b.publie) != (a.recalcule != b.recalcule)
               and {a.verdict, b.verdict} & {Verdict.ECART, Verdict.COMPARAISON}
               for a, b in zip(avant, apres, strict=True))


def reads(code, jeu, sources, ligne):
    """Whether a check may depend on a row: same dataset, a source line in common, its indicator or dimension named."""
    numero = ligne.get("ligne_source")
    nom = ligne.get("indicateur") or ligne.get("objectif") or ligne.get("dimension") or ""
    return (re.search(rf"\b(from|join) {jeu}\b", SQL[code]) and (not numero or int(numero) in sources)
            and nom in SQL[code])


@pytest.fixture(scope="module")
def reactions(tmp_path_factory):
    """For each check, the first single-row change that moves it: {code: "dataset, line of the file, gesture"}."""
    dossier = tmp_path_factory.mktemp("bilan")
    shutil.copytree(load_edition().dossier, dossier, dirs_exist_ok=True)
    base = BaseSansResultats(load_edition())
    avant = {code: run(base, code) for code in CODES}
    sources = {code: {n for c in avant[code] for n in c.lignes} for code in CODES}
    trouves = {}
    for geste, chemin in itertools.product(GESTES, sorted(dossier.glob("*.csv"))):
        origine, lignes = chemin.read_bytes(), read_lignes(chemin)
        for rang, ligne in enumerate(lignes):
            concernes = [c for c in CODES if c not in trouves and reads(c, chemin.stem, sources[c], ligne)]
            nouvelle = geste(ligne)
            if not concernes or nouvelle in (None, ligne):
                continue
            write_lignes(chemin, lignes[:rang] + [nouvelle] * bool(nouvelle) + lignes[rang + 1:], list(ligne))
            perturbee = BaseSansResultats(Edition(99, dossier, "édition perturbée"))
            trouves |= {code: f"{chemin.stem}, ligne {rang + 2}, {geste.__name__}" for code in concernes
                        if reacts(avant[code], run(perturbee, code))}
        chemin.write_bytes(origine)
    return trouves


@pytest.mark.parametrize("code", [c for c in CODES if c != "fa04_communes_beneficiaires"])
def test_one_row_moves_one_side(reactions, code):
    assert code in reactions


def test_fewer_communes_in_the_territory_is_a_gap(tmp_path, monkeypatch):
    lignes = read_lignes(communes())
    write_lignes(tmp_path / "communes.csv", lignes[:12], list(lignes[0]))
    monkeypatch.setattr("spapser.store.base.communes", lambda: tmp_path / "communes.csv")
    apres = run(BaseSansResultats(load_edition()), "fa04_communes_beneficiaires")
    assert [(c.publie, c.recalcule, c.verdict) for c in apres] == [(20, 12, Verdict.ECART)]


@pytest.mark.parametrize(("jeu", "attendus"), [
    ("observations", {"fa04_heures", "fa04_contrats", "fa04_qpv_communes", "fa10_dons", "fa08_clause_egalite"}),
    ("insertion_publics", {"fa04_beneficiaires", "fa04_ages", "fa04_cap_ou_moins", "fa04_contrats_resume"}),
    ("insertion_operations", {"fa04_heures_types", "fa04_heures_engagees", "fa04_engagements_marches"}),
    ("reemploi", {"fa10_dons", "fa10_reconditionnes", "fa10_equipements_resume"}),
    ("cibles", {"fa11_cibles_marche"}),
])
def test_a_whole_dataset_off_by_some_is_seen(tmp_path, jeu, attendus):
    shutil.copytree(load_edition().dossier, tmp_path, dirs_exist_ok=True)
    lignes = read_lignes(tmp_path / f"{jeu}.csv")
    write_lignes(tmp_path / f"{jeu}.csv", [double(ligne) or ligne for ligne in lignes], list(lignes[0]))
    ecarts = {c.code for c in controles(BaseSansResultats(Edition(99, tmp_path, "édition perturbée")))
              if c.verdict is Verdict.ECART}
    assert attendus <= ecarts


def test_an_empty_dataset_gives_no_false_gap(tmp_path):
    """No rows for a year is an absence, never an écart."""
    for chemin in load_edition().dossier.glob("*.csv"):
        entete = chemin.read_text(encoding="utf-8").splitlines()[0]
        (tmp_path / chemin.name).write_text(entete + "\n", encoding="utf-8")
    assert controles(BaseSansResultats(Edition(99, tmp_path, "édition vide"))) == []
