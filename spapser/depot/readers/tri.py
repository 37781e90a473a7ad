"""Rows under a header told apart as they go by: data, totals, notes at the foot, and what does not fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spapser.catalogue import Jeu
from spapser.depot.nommage import find_column
from spapser.depot.rapport import Anomalie, Lieu
from spapser.depot.readers.cadrage import CHIFFRES, Cadre, Rangee, name_lines, say
from spapser.depot.table import name_letter
from spapser.errors import FichierIllisible
from spapser.store import Atelier

LIGNES_MAXIMUM = 5_000_000
DITES, ECARTEES = 100, 10_000
# « Total », « TOTAL GÉNÉRAL », « Sous-total 2024 », « Total des heures : », but not the company « Total Énergies ».
TOTAL = re.compile(r"\s*(sous[-\s]?)?tota(l|ux)(\s*[:=]?\s*|\s+(g[ée]n[ée]ra(l|ux)|annuels?|cumul[ée]s?|h\.?t|ttc|\d|d[eu]s?\s|"
                   r"d[’']|par\s|pour\s|en\s|\().*)", re.IGNORECASE | re.DOTALL)
# « Total heures », « Somme », « Ensemble », « Sous-total de voirie »: a total when all the rest of the row is numbers.
CUMUL = re.compile(r"\s*((sous[-\s]?)?tota(l|ux)\s+(?!(énergies?|energies?|access|wash|direct)\b)\S.*|sous[-\s]?total\b.*|"
                   r"(somme|ensemble)(\s*[:=]?\s*|\s+(totale?|d[eu]s?|général)\b.*))", re.IGNORECASE | re.DOTALL)
PIED = re.compile(r"\s*(sources?|notes?( de lecture)?|n\.?b\.?|lecture|champ)\s*:|\s*\(?\*+\)?\s|\s*\(\d\)\s", re.IGNORECASE)
# What is said of the rows of `totaux`, `pieds` and `courtes`: rule, one row, several rows, what to do.
REMARQUES = (
    ("totaux", "ressemble à un total : mise de côté, elle n’est pas comptée",
     "ressemblent à des totaux : mises de côté, elles ne sont pas comptées", "rien à faire si ce sont des totaux"),
    ("pieds", "ne porte qu’une note : elle est mise de côté", "ne portent qu’une note : elles sont mises de côté",
     "rien à faire si ce sont des notes"),
    ("cellules_absentes", "a moins de cellules que l’en-tête : les dernières sont tenues pour vides",
     "ont moins de cellules que l’en-tête : les dernières sont tenues pour vides",
     "vérifier qu’aucune cellule n’est coupée par un retour à la ligne"))


def is_total(premiere: str, suite: Sequence[str]) -> bool:
    """True for the first cell of a row that sums up others; `suite` are the filled cells after it."""
    chiffrees = bool(suite) and all(CHIFFRES.fullmatch(cellule) for cellule in suite)
    return bool(TOTAL.fullmatch(premiere) or (chiffrees and CUMUL.fullmatch(premiere)))


@dataclass
class Tri:
    """What `keep_data` set aside on its way; `hors` are the texts that are no data of the table."""

    nom: str
    cadre: Cadre
    jeu: Jeu
    totaux: list[tuple] = field(default_factory=list)
    pieds: list[int] = field(default_factory=list)
    courtes: list[int] = field(default_factory=list)
    debordees: list[tuple[int, int]] = field(default_factory=list)
    hors: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        connues = [find_column(colonne.titre, self.jeu) for colonne in self.cadre.colonnes]
        self.admises = [colonne.enumeration if colonne else () for colonne in connues]
        self.gardees = frozenset(self.cadre.places)
        self.hors += [(numero, c) for numero, cellules in self.cadre.hors for c in cellules if c.strip()]

    def keep_data(self, rangees: Iterable[Rangee], irregulier: bool = False) -> Iterator[tuple]:
        """Rows of data as (ligne, cell or None, …); empty ones are dropped. `irregulier`: rows may lack their last cells."""
        entete, largeur, places = self.cadre.entete, self.cadre.largeur, self.cadre.places
        for numero, cellules in rangees:
            if numero - entete > LIGNES_MAXIMUM:
                raise FichierIllisible(f"Le fichier « {self.nom} » a plus de {LIGNES_MAXIMUM // 1_000_000} millions de lignes : "
                                       "le découper en plusieurs fichiers.")
            if numero <= entete or not any(c.strip() for c in cellules):
                continue
            if len(cellules) != largeur or len(places) != largeur:
                self.check_places(numero, cellules, irregulier)
                cellules = [*cellules, *[""] * (largeur - len(cellules))]
            ligne = (numero, *(cellules[p] if cellules[p].strip() else None for p in places))
            if not self.set_aside(ligne):
                yield ligne

    def check_places(self, numero: int, cellules: Sequence[str], irregulier: bool) -> None:
        """Filled cells under no title cannot be read; cells that lack are taken as empty."""
        place = next((p for p, c in enumerate(cellules) if p not in self.gardees and c.strip()), None)
        if place is not None:
            self.debordees.append((numero, place))
            self.check_measure(self.debordees, "sous aucun titre")
        elif irregulier and len(cellules) < self.cadre.largeur:
            self.courtes.append(numero)

    def set_aside(self, ligne: tuple) -> bool:
        """True for a total or a note at the foot, which are kept apart."""
        numero, *cellules = ligne
        remplies = [(place, cellule) for place, cellule in enumerate(cellules) if cellule]
        if not remplies:
            return True
        place, premiere = remplies[0]
        if is_total(premiere, [cellule for _, cellule in remplies[1:]]) and premiere.strip().lower() not in self.admises[place]:
            self.totaux.append(ligne)
            self.check_measure(self.totaux, "de total")
        elif len(remplies) == 1 and len(cellules) > 2 and len(self.pieds) < DITES and PIED.match(premiere):
            self.pieds.append(numero)
        else:
            return False
        self.hors += [(numero, cellule) for _, cellule in remplies]
        return True

    def check_measure(self, ecartees: list, quoi: str) -> None:
        """FichierIllisible when so many rows are set aside that the file is not what it seems."""
        if len(ecartees) > ECARTEES:
            raise FichierIllisible(f"Le fichier « {self.nom} » a plus de {ECARTEES} cellules {quoi}, dès la ligne "
                                   f"{ecartees[0][0]} : vérifier son séparateur, ses guillemets et son en-tête.")

    def write_aside(self, atelier: Atelier) -> None:
        """Tables `totaux` (as `lu`) and `hors_tableau` (ligne, texte): what is not data must be looked at too."""
        atelier.create_text("totaux", [colonne.champ for colonne in self.cadre.colonnes], self.totaux)
        atelier.create_text("hors_tableau", ["texte"], self.hors)

    def list_remarks(self) -> Iterator[Anomalie]:
        """What was set aside, and what could not be read, in the words of a report."""
        yield from (self.report_overflow(numero, place) for numero, place in self.debordees[:DITES])
        if len(self.debordees) > DITES:
            suite = [numero for numero, _ in self.debordees[DITES:]]
            message = f"{name_lines(suite)} {say(suite, 'a', 'ont')} aussi une cellule sous aucun titre"
            yield Lieu(self.nom, suite[0]).report("cellules_en_trop", message, "vérifier le séparateur et les "
                                                  "guillemets du fichier")
        for numeros, mots in zip(([ligne[0] for ligne in self.totaux], self.pieds, self.courtes), REMARQUES, strict=True):
            if numeros:
                regle, une, plusieurs, remede = mots
                message = f"{name_lines(numeros)} {say(numeros, une, plusieurs)}"
                yield Lieu(self.nom, numeros[0]).report(regle, message, remede, False)

    def report_overflow(self, numero: int, place: int) -> Anomalie:
        """A cell that no title names: very often, a separator in a cell without quotation marks."""
        message = f"la cellule {name_letter(place + 1)}{numero} est remplie, mais sa colonne n’a pas de titre"
        return Lieu(self.nom, numero).report("cellules_en_trop", message, "entourer de guillemets la cellule qui contient le "
                                             "séparateur, ou donner un titre à la colonne")
