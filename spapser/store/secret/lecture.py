"""The published figures of one year as a system: what each tells of the counts, asked of the indicator queries themselves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from spapser.catalogue.secret import Secret
from spapser.store.secret.systeme import Figure, Forme, Systeme
from spapser.store.secret.unites import POURCENT, link_rows, suits, weigh_unites

PROCHE = 1e-6
# indicator, dimension, category → column → what it gains from each row
Gains = Mapping[tuple[str, str, str], Mapping[str, Forme]]


def build_systeme(lignes: Sequence[Mapping], resultats: Sequence[Mapping], gains: Gains, secret: Secret) -> Systeme:
    """Everything that is published of one year. Items of figures: ("publics", rank), ("resultats", (indicator, dimension,
    category)). `lignes` are rows of `effectifs`, `resultats` rows of `resultats` with the `unite` of their indicator."""
    systeme, poids = Systeme(), weigh_unites(lignes, secret)
    valeurs = {ligne["rang"]: ligne["valeur"] for ligne in lignes}
    inconnues = {rang: systeme.add(valeurs[rang] * poids[rang]) for rang in poids}
    link_rows(systeme, lignes, inconnues, secret.partages)
    figures = [read_row(ligne, inconnues, secret) for ligne in lignes if ligne["rang"] in inconnues]
    par_cle = defaultdict(list)
    for resultat in resultats:
        par_cle[resultat["indicateur"], resultat["dimension"], resultat["modalite"]].append(resultat)
    for cle, lectures in par_cle.items():
        calcul = translate(gains.get(cle) or link(cle[0], lignes, inconnues, secret), inconnues)
        figures += read_lectures(systeme, cle, lectures, calcul, secret)
    systeme.figures = list(merge(figures))
    return systeme


def link(code: str, lignes: Sequence[Mapping], inconnues: Mapping[int, int], secret: Secret) -> dict[str, Forme]:
    """The row that says the same as an indicator without query; nothing when there is none."""
    filtre = secret.liens.get(code)
    rangs = [ligne["rang"] for ligne in lignes if ligne["rang"] in inconnues and ligne["retenue"]
             and suits(ligne, filtre)] if filtre else []
    return {"valeur": {rangs[0]: 1.0}} if len(rangs) == 1 else {}


def translate(gains: Mapping[str, Forme], inconnues: Mapping[int, int]) -> dict[str, Forme]:
    """Forms over rows as forms over unknown people; a column that reads a row which counts nobody is left out."""
    return {colonne: {inconnues[rang]: c for rang, c in forme.items()} for colonne, forme in gains.items()
            if forme and all(rang in inconnues for rang in forme)}


def read_row(ligne: Mapping, inconnues: Mapping[int, int], secret: Secret) -> Figure:
    """A row of the dataset as a figure."""
    forme = {inconnues[ligne["rang"]]: 1.0}
    return Figure((("publics", ligne["rang"]),), (forme,), (forme,) if ligne["unite"] in secret.unites else (),
                  is_libre(ligne, secret))


def is_libre(porteur: Mapping, secret: Secret) -> bool:
    """True for what the report prints, when the rule does not cover it."""
    return not porteur["document"] and not secret.cache_le_bilan


def read_lectures(systeme: Systeme, cle: tuple, lectures: Sequence[Mapping], calcul: Mapping[str, Forme],
                  secret: Secret) -> Iterator[Figure]:
    """The readings of one result, published and computed: one figure each, that stand or fall together."""
    for lecture in lectures:
        if lecture["valeur"] is None:
            continue
        formes, comptes = list_formes(systeme, lecture, calcul, secret)
        if formes:
            yield Figure((("resultats", cle),), tuple(formes), tuple(comptes), is_libre(lecture, secret))


def list_formes(systeme: Systeme, lecture: Mapping, calcul: Mapping[str, Forme], secret: Secret) -> tuple[list, list]:
    """What one reading tells: its count, or numerator, denominator and their difference. A number that the rows do not give
    is an unknown of its own."""
    personnes = lecture["unite"] in secret.unites
    if personnes:
        forme = find_forme(systeme, lecture["valeur"], calcul.get("valeur"))
        return [forme], [forme]
    if lecture["unite"] != POURCENT or not calcul:
        return [], []
    if lecture["numerateur"] is None or "numerateur" not in calcul:
        return ([calcul["valeur"]], []) if "valeur" in calcul else ([], [])
    haut, bas = (find_forme(systeme, lecture[c], calcul.get(c)) for c in ("numerateur", "denominateur"))
    reste = {i: bas.get(i, 0.0) - haut.get(i, 0.0) for i in {*bas, *haut}}
    return [haut, bas, {i: c for i, c in reste.items() if c}], []


def find_forme(systeme: Systeme, valeur: float, forme: Forme | None) -> Forme:
    """The form that gives a number; a new unknown when there is none or when it gives another number."""
    if forme and abs(systeme.compute(forme) - valeur) < PROCHE:
        return forme
    return {systeme.add(valeur): 1.0}


def merge(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Figures of the same result, or that tell the same, as one."""
    parents = list(range(len(figures)))

    def root(rang: int) -> int:
        while parents[rang] != rang:
            rang = parents[rang]
        return rang

    vues: dict[object, int] = {}
    for rang, figure in enumerate(figures):
        for marque in (*figure.elements, tuple(sorted(tuple(sorted(f.items())) for f in figure.formes))):
            parents[root(rang)] = root(vues.setdefault(marque, rang))
    groupes = defaultdict(list)
    for rang, figure in enumerate(figures):
        groupes[root(rang)].append(figure)
    for groupe in groupes.values():
        yield Figure(tuple(dict.fromkeys(e for f in groupe for e in f.elements)), tuple(x for f in groupe for x in f.formes),
                     tuple(x for f in groupe for x in f.comptes), any(f.libre for f in groupe))
