"""What is said of a DECP file besides its rows: nothing is set aside in silence."""

from collections.abc import Collection, Iterator, Mapping

from spapser.depot.acheteur import TOUS
from spapser.depot.cellule import quote
from spapser.depot.rapport import Anomalie, Lieu
from spapser.errors import FichierIllisible
from spapser.typographie import enumere, format_nombre, format_quantite

DITS = 8


def describe_autres(nom: str, acheteur: str, autres: int) -> Iterator[Anomalie]:
    """Contracts of other buyers."""
    if autres:
        laisses = "sont laissés" if autres > 1 else "est laissé"
        message = (f"{format_quantite(autres, 'contrats', 0)} d’un autre acheteur que {acheteur}, ou sans acheteur, {laisses} "
                   "de côté")
        remede = "rien à faire, sauf à garder tout le fichier"
        yield Lieu(nom, None, "acheteur").report("autres_acheteurs", message, remede, False)


def describe_sentinelles(nom: str, ecartees: Mapping[str, int]) -> Iterator[Anomalie]:
    """Values that stand for « nothing », column by column."""
    for colonne, fois in sorted(ecartees.items()):
        message = (f"colonne « {colonne} », {format_nombre(fois, 0)} fois : une valeur qui ne dit rien (vide, NC, MQ, CDL, "
                   "INX, NaN) est lue comme une cellule vide")
        yield Lieu(nom, None, colonne).report("sentinelle", message, "compléter à la source si la valeur est connue", False)


def describe_inconnus(nom: str, champs: Collection[str]) -> Iterator[Anomalie]:
    """Fields that no column takes."""
    if champs:
        dits = [f"« {quote(champ, 40)} »" for champ in sorted(champs)[:DITS]]
        suite = [f"{len(champs) - DITS} autres"] if len(champs) > DITS else []
        yield Lieu(nom).report("champs_inconnus", f"des champs ne sont pas gardés : {enumere(dits + suite)}",
                               "rien à faire s’ils ne sont pas utiles au suivi", False)


def describe_etats(nom: str, orphelins: int, discordants: int) -> Iterator[Anomalie]:
    """Contracts known by their modifications alone, and those whose rows do not agree."""
    if orphelins:
        message = (f"{format_quantite(orphelins, 'contrats', 0)} : seule une modification est dans le fichier, sa date et son "
                   "montant tiennent lieu d’état initial")
        yield Lieu(nom, None, "date_notification").report("sans_etat_initial", message, "vérifier l’année de notification", False)
    if discordants:
        message = (f"{format_quantite(discordants, 'contrats', 0)} : les lignes d’un même état donnent plusieurs montants ou "
                   "plusieurs dates, la première lue est gardée")
        yield Lieu(nom, None, "montant").report("etats_discordants", message, "vérifier ces contrats à la source", False)


def report_nobody(nom: str, acheteur: str, autres: int) -> FichierIllisible:
    """What to say of a file without any contract of the buyer."""
    return FichierIllisible(f"Le fichier « {nom} » ne contient aucun contrat de l’acheteur {acheteur} parmi "
                            f"{format_quantite(autres, 'contrats', 0)} : choisir « tout le fichier » (en ligne de commande, "
                            f"« --acheteur {TOUS} ») pour les garder tous.")
