"""The slides made for enterprises: purchases to come, structures to meet; as many slides as the lists need."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from spapser.exports.bilan import Bilan
from spapser.exports.diapositives.modele import Diapositive, Groupe
from spapser.suivi.source import write_sources
from spapser.suivi.tableau import Tableau
from spapser.typographie import format_quantite

ACHATS = 8
NOMS = 30
RANGEES = 9
RIEN = "–"
ORDRE = ("lot réservé", "à étudier")
AIDE = ("« À sourcer » : l’EPT cherche à connaître les fournisseurs avant de rédiger le marché.",
        "« Lot réservé » ou « à étudier » : une réservation aux structures de l’insertion ou du handicap est prévue ou examinée.",
        "Une même ligne peut porter deux mots : deux fiches ne disent pas la même chose de cet achat.")


def build_achats(bilan: Bilan) -> list[Diapositive]:
    """Purchases of the next year, those with a reservation first; one slide that says so when there is none."""
    annee = bilan.annee + 1
    achats = [achat for achat in bilan.achats if achat["annee"] == annee]
    lignes = list_achats(achats)
    if not lignes:
        return [Diapositive("achats", "achats", "Achats à venir", "Pour les entreprises", vide=True,
                            lignes=(f"Aucun achat n’est annoncé pour {annee}.",))]
    titre = f"{format_quantite(len(lignes), 'achats', 0)} à venir en {annee}"
    pages = list(cut(lignes, ACHATS))
    return [Diapositive(
        name_page("achats", rang), "achats", number(titre, rang, len(pages)), "Pour les entreprises",
        tableau=Tableau(("Achat", "Réservation", "Sourçage"), tuple(page)),
        source=name_rows(achats), notes=(Groupe("Les mots du tableau", AIDE),))
        for rang, page in enumerate(pages)]


def name_rows(lignes: Sequence[dict]) -> str:
    """The documents behind the rows of a list, without their lines: a list has too many of them for a slide."""
    return write_sources(ligne | {"ligne_source": None} for ligne in lignes)


def list_achats(achats: Sequence[dict]) -> list[tuple[str, str, str]]:
    """One row per purchase, what each fiche says of it put together."""
    faits: dict[str, list[dict]] = defaultdict(list)
    for achat in achats:
        faits[achat["achat"]].append(achat)
    lignes = [(nom, join(suite, "reservation"), join(suite, "sourcage")) for nom, suite in faits.items()]
    return sorted(lignes, key=lambda ligne: (rank(ligne[1]), ligne[0]))


def rank(reservation: str) -> int:
    """Reserved lots first, then what is studied, then the others."""
    return next((rang for rang, mot in enumerate(ORDRE) if mot in reservation), len(ORDRE))


def join(faits: Sequence[dict], colonne: str) -> str:
    """The distinct words of a column, in order."""
    return ", ".join(dict.fromkeys(fait[colonne] for fait in faits if fait[colonne])) or RIEN


def build_structures(bilan: Bilan) -> list[Diapositive]:
    """Structures by what links them to the EPT, those of the Matinale first."""
    liens: dict[str, dict[str, None]] = defaultdict(dict)
    citees = [ligne for ligne in bilan.structures if ligne["annee"] == bilan.annee]
    for ligne in citees:
        liens[ligne["lien"]][ligne["structure"]] = None
    groupes = [Groupe(lien[:1].upper() + lien[1:], tuple(noms)) for lien, noms in liens.items()]
    groupes = [part for groupe in groupes for part in split(groupe)]
    if not groupes:
        return [Diapositive("structures", "structures", "Structures à rencontrer", "Pour se rencontrer", vide=True,
                            lignes=(f"Aucune structure n’est citée pour {bilan.annee}.",))]
    total = format_quantite(len({nom for noms in liens.values() for nom in noms}), "structures", 0)
    pages = list(gather(groupes))
    return [Diapositive(
        name_page("structures", rang), "structures", number(f"{total} à rencontrer", rang, len(pages)),
        "Pour se rencontrer", groupes=tuple(page), source=name_rows(citees))
        for rang, page in enumerate(pages)]


def split(groupe: Groupe) -> Iterator[Groupe]:
    """A group in parts that a slide can hold."""
    for page in cut(groupe.elements, NOMS):
        yield Groupe(groupe.titre, tuple(page))


def gather(groupes: Sequence[Groupe]) -> Iterator[list[Groupe]]:
    """Groups put together while a slide holds them."""
    page: list[Groupe] = []
    for groupe in groupes:
        plein = sum(len(g.elements) for g in page) + len(groupe.elements) > NOMS or len(page) == RANGEES
        if page and plein:
            yield page
            page = []
        page.append(groupe)
    if page:
        yield page


def cut(elements: Sequence, limite: int) -> Iterator[list]:
    """Slices of even lengths, none above the limit."""
    parts = -(-len(elements) // limite)
    taille = -(-len(elements) // parts) if parts else 1
    for debut in range(0, len(elements), taille):
        yield list(elements[debut:debut + taille])


def name_page(code: str, rang: int) -> str:
    """« achats », « achats-2 »."""
    return f"{code}-{rang + 1}" if rang else code


def number(titre: str, rang: int, total: int) -> str:
    """« 16 achats à venir en 2025 (1/2) »."""
    return f"{titre} ({rang + 1}/{total})" if total > 1 else titre
