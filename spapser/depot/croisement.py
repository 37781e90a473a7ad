"""The rules that need several cells, several lines or the catalogue: keys, units, retained readings, follow-up."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from spapser.catalogue import Catalogue, Jeu
from spapser.depot.cellule import quote
from spapser.depot.rapport import Anomalie, Lieu

Rangees = list[tuple[int, dict[str, str]]]


def check_key(fichier: str, rangees: Rangees, jeu: Jeu) -> Iterator[Anomalie]:
    """No two lines share the key of the dataset."""
    vues: dict[tuple[str, ...], int] = {}
    for numero, rangee in rangees:
        cle = tuple(rangee.get(nom, "") for nom in jeu.cle)
        if cle in vues:
            dite = ", ".join(quote(partie) for partie in cle if partie)
            message = f"la ligne répète la ligne {vues[cle]} ({dite})"
            remede = "supprimer l’une des deux, ou corriger celle qui se trompe"
            yield Lieu(fichier, numero, jeu.cle[0], dite).report("cle", message, remede)
        vues.setdefault(cle, numero)


def check_measures(fichier: str, rangees: Rangees, jeu: Jeu) -> Iterator[Anomalie]:
    """A line with a value says its unit and its nature."""
    noms = {colonne.nom for colonne in jeu.colonnes}
    for numero, rangee in rangees:
        for nom, quoi in (("unite", "son unité"), ("nature", "sa nature")):
            if nom in noms and rangee.get("valeur") and not rangee[nom]:
                message = f"la valeur « {quote(rangee['valeur'])} » ne dit pas {quoi}"
                yield Lieu(fichier, numero, nom).report("mesure", message, f"remplir la colonne « {nom} »")


def check_units(fichier: str, rangees: Rangees, catalogue: Catalogue) -> Iterator[Anomalie]:
    """The unit of a line is the one of its indicator."""
    unites = {indicateur.code: indicateur.unite for indicateur in catalogue.indicateurs}
    for numero, rangee in rangees:
        attendue = unites.get(rangee["indicateur"])
        lue = quote(rangee["unite"])
        if attendue and lue and rangee["unite"] != attendue:
            message = f"« {lue} » n’est pas l’unité de « {rangee['indicateur']} »"
            yield Lieu(fichier, numero, "unite", lue).report("unite", message, f"écrire « {attendue} »")


def check_retained_observations(fichier: str, rangees: Rangees, catalogue: Catalogue) -> Iterator[Anomalie]:
    """Exactly one reading leads for an indicator, a year and a category."""
    return check_retained(fichier, rangees, ("indicateur", "annee", "dimension", "modalite"))


def check_retained_targets(fichier: str, rangees: Rangees, catalogue: Catalogue) -> Iterator[Anomalie]:
    """Exactly one target leads for an indicator and a year; landmarks of nature « reference » are left out."""
    cibles = [(numero, rangee) for numero, rangee in rangees if rangee["nature"] == "cible"]
    return check_retained(fichier, cibles, ("indicateur", "annee"))


def check_retained(fichier: str, rangees: Rangees, cle: tuple[str, ...]) -> Iterator[Anomalie]:
    """Exactly one « oui » in the column « retenue » for each group of lines."""
    groupes: dict[tuple[str, ...], Rangees] = defaultdict(list)
    for numero, rangee in rangees:
        groupes[tuple(rangee[nom] for nom in cle)].append((numero, rangee))
    for groupe, lignes in groupes.items():
        retenues = [numero for numero, rangee in lignes if rangee["retenue"] == "oui"]
        if len(retenues) == 1:
            continue
        dit = ", ".join(quote(partie) for partie in groupe if partie)
        if retenues:
            message = f"deux lectures sont retenues pour {dit} (déjà à la ligne {retenues[0]})"
            remede = "garder « oui » pour une seule et écrire « non » pour les autres"
            yield Lieu(fichier, retenues[1], "retenue", "oui").report("retenue", message, remede)
        else:
            message, remede = f"aucune lecture n’est retenue pour {dit}", "écrire « oui » pour celle qui fait foi"
            yield Lieu(fichier, lignes[0][0], "retenue", "non").report("retenue", message, remede)


def check_follow_up(fichier: str, rangees: Rangees, catalogue: Catalogue) -> Iterator[Anomalie]:
    """Every objective of the catalogue has a line for each year present."""
    presents = {(rangee["objectif"], rangee["annee"]) for _, rangee in rangees}
    suivante = max((numero for numero, _ in rangees), default=1) + 1
    codes = [objectif.code for fiche in catalogue.fiches for objectif in fiche.objectifs]
    remede = "ajouter cette ligne, quitte à y laisser le statut vide"
    for annee in sorted({annee for _, annee in presents}):
        for code in codes:
            if (code, annee) not in presents:
                message = f"l’objectif « {code} » n’a pas de ligne pour l’année « {quote(annee)} »"
                yield Lieu(fichier, suivante, "objectif", code).report("suivi", message, remede)


CROISEMENTS: dict[str, tuple[Callable[[str, Rangees, Catalogue], Iterator[Anomalie]], ...]] = {
    "observations": (check_units, check_retained_observations),
    "cibles": (check_units, check_retained_targets),
    "suivi_actions": (check_follow_up,),
}
