"""Personal data never enter: refused by name with the reason, before anything of them is kept."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spapser.catalogue import Jeu
from spapser.depot.nommage import find_column
from spapser.depot.table import ColonneLue, TableLue
from spapser.errors import DonneesPersonnelles
from spapser.store import read_sql
from spapser.typographie import enumere, sans_accent

# What a title that no dataset knows says of people. Words are compared without accents, capitals or punctuation.
TITRES = {
    "le prénom d’une personne": r"\bprenoms?\b",
    "le nom d’une personne": r"\bnom (de famille|de naissance|d usage|patronymique|marital|du (salarie|beneficiaire|candidat|"
                             r"participant|conseiller|referent))\b|\bnoms? (et )?prenoms?\b|\bpatronyme\b|\bcivilite\b",
    "une date ou un lieu de naissance": r"\bnaissance\b|\bnee? le\b|\bddn\b",
    "un numéro de sécurité sociale": r"\bnir\b|\bsecurite sociale\b|\b(n|no|num|numero) (de )?(ss|secu)\b|\bnumero insee\b",
    "une adresse électronique": r"\be ?mails?\b|\bmails?\b|\bcourriels?\b|\badresse electronique\b",
    "un numéro de téléphone": r"\btelephones?\b|\btel\b|\bportable\b|\bmobile\b|\bgsm\b",
    "une adresse postale": r"^adresses?$|\badresse (postale|personnelle|du domicile|de residence|complete)\b|\bdomicile\b|"
                           r"\b(rue|voie)\b",
    "l’identifiant d’une personne": r"\bmatricule\b|\b(identifiant|numero|id) (pole emploi|france travail|caf|allocataire|"
                                    r"du? (salarie|beneficiaire)|agent|personne)\b|\biban\b|\brib\b",
    "une donnée de santé": r"\brqth\b|\bpathologie\b|\bsante\b|\binaptitude\b"}
NOM_SEUL = r"^noms?$"
# Two of these as columns, in the counts of people, mean one row a person.
PERSONNE = (r"\bsexe\b|\bgenre\b", r"\bage\b|\btranche d age\b", r"\bdiplome\b|\bniveau d etudes?\b|\bniveau de formation\b",
            r"\bdate d (entree|embauche)\b|\bembauche le\b", r"\bdate de (sortie|fin)\b", r"\btype de contrat\b",
            r"\bqpv\b", r"\bstatut\b|\bcritere administratif\b", r"\bcommune de residence\b|\bcode postal\b")


@dataclass(frozen=True)
class Contenu:
    """How many cells of a column look like something personal, among those that are filled."""

    remplies: int
    courriels: int
    nirs: int
    telephones: int
    naissances: int


def refuse_personal_data(table: TableLue, jeu: Jeu) -> None:
    """DonneesPersonnelles names the columns and says why; nothing when the file holds no personal data."""
    inconnues = [c for c in table.colonnes if find_column(c.titre, jeu) is None]
    trouvees = dict(list_titles(inconnues, jeu))
    trouvees |= {c: raison for c, raison in list_contents(table, inconnues) if c not in trouvees}
    if trouvees:
        dites = enumere([f"« {c.titre} » (colonne {c.lettre}, {raison})" for c, raison in list(trouvees.items())[:5]])
        raise DonneesPersonnelles(f"Le fichier contient des données personnelles et n’a pas été gardé : {dites}. Retirer "
                                  f"{'cette colonne' if len(trouvees) == 1 else 'ces colonnes'}, puis déposer de nouveau le "
                                  "fichier.")
    refuse_person_rows(inconnues, jeu)


def list_titles(inconnues: list[ColonneLue], jeu: Jeu) -> Iterator[tuple[ColonneLue, str]]:
    """Columns whose title says that they are about people, with what it says."""
    personnes = jeu.nom.startswith("insertion_")
    prenom = any(re.search(TITRES["le prénom d’une personne"], read_words(c.titre)) for c in inconnues)
    for colonne in inconnues:
        mots = read_words(colonne.titre)
        raison = next((raison for raison, motif in TITRES.items() if re.search(motif, mots)), "")
        if not raison and re.search(NOM_SEUL, mots) and (personnes or prenom):
            raison = "le nom d’une personne"
        if raison:
            yield colonne, raison


def read_words(titre: str) -> str:
    """Words of a title, without accents, capitals or punctuation."""
    return " ".join(re.findall(r"[a-z0-9]+", sans_accent(titre[:200])))


def list_contents(table: TableLue, inconnues: list[ColonneLue]) -> Iterator[tuple[ColonneLue, str]]:
    """Columns whose cells look like personal data: one e-mail or valid NIR is enough, telephones and births must dominate."""
    for colonne, contenu in scan(table, inconnues):
        beaucoup = contenu.remplies >= 3
        if contenu.courriels:
            yield colonne, "une adresse électronique"
        elif contenu.nirs:
            yield colonne, "un numéro de sécurité sociale"
        elif beaucoup and contenu.telephones >= contenu.remplies / 2:
            yield colonne, "des numéros de téléphone"
        elif beaucoup and contenu.naissances >= contenu.remplies * 0.8:
            yield colonne, "des dates de naissance, semble-t-il"


def scan(table: TableLue, inconnues: list[ColonneLue]) -> Iterator[tuple[ColonneLue, Contenu]]:
    """Each column with what its cells look like, in one pass; telephones and births only where no column is expected."""
    mesures = []
    for colonne in table.colonnes:
        epreuves = ("est_courriel", "est_nir", "est_telephone", "est_naissance")
        mesures += [f"count({colonne.champ})"]
        mesures += [f"count_if({epreuve}({colonne.champ}))" if rang < 2 or colonne in inconnues else "0"
                    for rang, epreuve in enumerate(epreuves)]
    table.atelier.execute(read_sql("depot/macros_personnelles"))
    (ligne,) = table.atelier.query(f"select {', '.join(mesures)} from lu")
    for rang, colonne in enumerate(table.colonnes):
        yield colonne, Contenu(*ligne[5 * rang : 5 * rang + 5])


def refuse_person_rows(inconnues: list[ColonneLue], jeu: Jeu) -> None:
    """Counts of people come as categories and numbers: columns that describe one person a row are refused."""
    if not jeu.nom.startswith("insertion_"):
        return
    trouvees = [c for c in inconnues if any(re.search(motif, read_words(c.titre)) for motif in PERSONNE)]
    if len(trouvees) >= 2:
        dites = enumere([f"« {colonne.titre} »" for colonne in trouvees[:5]])
        raise DonneesPersonnelles(f"Le fichier semble décrire une personne par ligne (colonnes {dites}) et n’a pas été gardé : "
                                  "ne déposer que des nombres par catégorie, comme dans le modèle.")
