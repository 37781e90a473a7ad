"""The national AGEC declaration (article 58), written from the rows of the dataset on reuse."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spapser.catalogue.declaration import Declaration
from spapser.errors import DonneesInvalides
from spapser.exports.cellule import write_cellule
from spapser.typographie import enumere, insecables

# A reconditioned good is bought from reuse: its amounts stand for a category that declares no total of its own.
DETAILS = {"achat de réemploi": "achat reconditionné"}


def write_declaration(lignes: Sequence[Mapping], annee: int, declaration: Declaration) -> bytes:
    """CSV of the national schema (UTF-8, commas) for a year, from the typed rows of the dataset.

    DonneesInvalides names the amounts that are not known: the schema wants them all, and an unknown amount is not a zero.
    """
    groupes = group_rows(lignes, annee, declaration)
    if not groupes:
        raise DonneesInvalides(insecables(f"Aucun montant de la déclaration AGEC n’est publié pour {annee} : déposer la "
                                          "déclaration, ou des lignes en euros avec leur catégorie."))
    manques = [phrase for cle, groupe in groupes.items() if (phrase := describe_missing(cle, groupe, declaration))]
    if manques:
        raise DonneesInvalides(insecables(f"La déclaration AGEC {annee} est incomplète : {enumere(manques)} ; ajouter ces lignes "
                                          "au jeu « Réemploi et dons », avec 0 s’il n’y a rien."))
    flux = io.StringIO()
    ecrivain = csv.DictWriter(flux, [colonne.nom for colonne in declaration.colonnes], lineterminator="\n")
    ecrivain.writeheader()
    ecrivain.writerows(build_row(cle, groupe, annee, declaration) for cle, groupe in groupes.items())
    return flux.getvalue().encode()


def can_declare(lignes: Sequence[Mapping], annee: int, declaration: Declaration) -> bool:
    """True when every amount that the declaration wants is known for the year."""
    groupes = group_rows(lignes, annee, declaration)
    return bool(groupes) and not any(describe_missing(cle, groupe, declaration) for cle, groupe in groupes.items())


def group_rows(lignes: Iterable[Mapping], annee: int, declaration: Declaration) -> dict[tuple[str, str], list[Mapping]]:
    """The rows that the declaration counts, by buyer (siret) and category, in the order of the schema."""
    operations = {*declaration.montants.values(), *DETAILS.values()}
    groupes = defaultdict(list)
    for ligne in lignes:
        compte = ligne["annee"] == annee and ligne["operation"] in operations and ligne["unite"] == "euros"
        if compte and ligne["nature"] == "realise" and ligne["type_produit_acquis"]:
            groupes[ligne["siret"] or declaration.acheteur["siret"], ligne["type_produit_acquis"]].append(ligne)
    rangs = {categorie: rang for rang, categorie in enumerate(list_categories(declaration))}
    return dict(sorted(groupes.items(), key=lambda groupe: (groupe[0][0], rangs.get(groupe[0][1], len(rangs)))))


def list_categories(declaration: Declaration) -> tuple[str, ...]:
    """The categories of the schema, in French typography."""
    return next(colonne.enumeration for colonne in declaration.colonnes if colonne.nom == "type_produit_acquis")


def find_amount(groupe: Sequence[Mapping], operation: str) -> float | None:
    """The amount of an operation in euros, from its detail when it has no row of its own; None when it is not known."""
    for nom in (operation, DETAILS.get(operation)):
        valeurs = [ligne["valeur"] for ligne in groupe if ligne["operation"] == nom]
        if valeurs:
            return None if None in valeurs else round(sum(valeurs), 2)
    return None


def find_name(siret: str, groupe: Sequence[Mapping], declaration: Declaration) -> str:
    """The name of the buyer as its rows give it, that of the authority for its own SIRET, else empty."""
    du_catalogue = declaration.acheteur["raison_sociale"] if siret == declaration.acheteur["siret"] else ""
    return next((ligne["acheteur"] for ligne in groupe if ligne["acheteur"]), du_catalogue)


def describe_missing(cle: tuple[str, str], groupe: Sequence[Mapping], declaration: Declaration) -> str:
    """« « Papier » n’a pas de montant pour « don reçu » », empty when everything is known."""
    siret, categorie = cle
    absents = [f"« {operation} »" for operation in declaration.montants.values() if find_amount(groupe, operation) is None]
    manques = [f"de montant pour {enumere(absents)}"] if absents else []
    manques += [] if find_name(siret, groupe, declaration) else [f"de raison sociale pour l’acheteur {siret}"]
    return f"« {categorie} » n’a pas {enumere(manques)}" if manques else ""


def build_row(cle: tuple[str, str], groupe: Sequence[Mapping], annee: int, declaration: Declaration) -> dict[str, str]:
    """One line of the declaration; the schema writes its categories with straight apostrophes."""
    siret, categorie = cle
    notes = dict.fromkeys(ligne["note"] for ligne in groupe if ligne["note"])
    montants = {colonne: write_cellule(find_amount(groupe, operation)) for colonne, operation in declaration.montants.items()}
    return {"annee": str(annee), "siret": siret, "raison_sociale": write_cellule(find_name(siret, groupe, declaration)),
            "type_produit_acquis": categorie.replace("’", "'"), **montants, "commentaires": write_cellule(" ; ".join(notes))}
