"""The rows of one year as unknown counts of people: what each weighs, how rows share out others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spapser.catalogue.secret import Filtre, Partage, Secret
from spapser.store.secret.systeme import Forme, Systeme

POURCENT = "%"
TOLERANCE, ARRONDI = 0.5, 1.5
LIEU = ("perimetre", "marche", "structure", "nature")


def weigh_unites(lignes: Sequence[Mapping], secret: Secret) -> dict[int, float]:
    """People that one unit of each row stands for, by rank: 1 for a count, a hundredth of the total for a share in percent.

    Rows of other units, and shares whose total nobody gives, are left out.
    """
    totaux = {place(ligne): ligne["valeur"] for ligne in lignes
              if ligne["dimension"] == "total" and ligne["retenue"] and ligne["valeur"]}
    poids = {}
    for ligne in lignes:
        if ligne["valeur"] is None or ligne["valeur"] < 0:
            continue
        if ligne["unite"] in secret.unites:
            poids[ligne["rang"]] = 1.0
        elif ligne["unite"] == POURCENT and place(ligne) in totaux:
            poids[ligne["rang"]] = totaux[place(ligne)] / 100
    return poids


def place(ligne: Mapping) -> tuple:
    """Where people are counted."""
    return tuple(ligne[colonne] for colonne in LIEU)


def suits(ligne: Mapping, filtre: Filtre) -> bool:
    """True when a row has the values of a filter."""
    return all(ligne[colonne] == valeur for colonne, valeur in filtre.items())


def link_rows(systeme: Systeme, lignes: Sequence[Mapping], inconnues: Mapping[int, int], partages: Iterable[Partage]) -> None:
    """Add what is sure to hold between the rows: parts and rest make the total, structures make their contract."""
    comptees = [ligne for ligne in lignes if ligne["rang"] in inconnues and ligne["retenue"]]
    for partage in partages:
        for parties, total in list_partages(comptees, partage):
            add_reste(systeme, {inconnues[p["rang"]]: 1.0 for p in parties}, {inconnues[total["rang"]]: 1.0}, partage.contraire,
                      ARRONDI if parties[0]["unite"] == POURCENT else TOLERANCE)
    for parties, total in list_structures(comptees):
        add_reste(systeme, {inconnues[p["rang"]]: 1.0 for p in parties}, {inconnues[total["rang"]]: 1.0}, False, TOLERANCE)


def list_partages(lignes: Sequence[Mapping], partage: Partage) -> Iterator[tuple[list[Mapping], Mapping]]:
    """Parts and their total, place by place and unit by unit; one by one when each is opposed to the rest."""
    for total in (ligne for ligne in lignes if suits(ligne, partage.total)):
        groupes = defaultdict(list)
        for ligne in lignes:
            if place(ligne) == place(total) and suits(ligne, partage.parties) and ligne is not total:
                groupes[ligne["rang"] if partage.contraire else ligne["unite"]].append(ligne)
        yield from ((parties, total) for parties in groupes.values())


def list_structures(lignes: Sequence[Mapping]) -> Iterator[tuple[list[Mapping], Mapping]]:
    """The same count by structure, and for the whole contract."""
    fait = ("perimetre", "marche", "nature", "dimension", "groupe", "modalite", "unite")
    for total in (ligne for ligne in lignes if not ligne["structure"]):
        parties = [ligne for ligne in lignes if ligne["structure"] and all(ligne[c] == total[c] for c in fait)]
        if parties:
            yield parties, total


def add_reste(systeme: Systeme, parties: Forme, total: Forme, contraire: bool, tolerance: float) -> None:
    """Total = parts + rest. A rest is a count of people too; without rest the parts make the total; beyond it nothing is sure."""
    manque = systeme.compute(total) - systeme.compute(parties)
    if manque < -tolerance:
        return
    egalite = {**{i: -c for i, c in parties.items()}, **total}
    if contraire or manque > tolerance:
        reste = systeme.add(max(manque, 0.0))
        systeme.egalites.append({**egalite, reste: -1.0})
        systeme.sensibles.append({reste: 1.0})
    else:
        systeme.egalites.append(egalite)
