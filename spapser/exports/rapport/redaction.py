"""Write the report of a year, or of one fiche, from the shared content."""

from spapser.exports.adresse import read_adresse
from spapser.exports.bilan import Bilan
from spapser.exports.rapport.annee import write_annee
from spapser.exports.rapport.annexes import write_annexes
from spapser.exports.rapport.fiche import write_fiche
from spapser.exports.rapport.modele import Bloc, Rapport, Sommaire
from spapser.suivi.source import name_documents

SIGLE = "Schéma de promotion des achats publics socialement et écologiquement responsables (SPAPSER)"


def write_rapport(bilan: Bilan) -> Rapport:
    """Cover, the year, table of contents, one chapter per fiche, annexes."""
    document = bilan.suivi.catalogue.document
    titre, sous_titre = name_rapport(bilan)
    phrase = bilan.sections[0].fiche.engagement if is_seule(bilan) else bilan.phrase
    return Rapport(
        titre, sous_titre, f"SPAPSER, {titre[0].lower()}{titre[1:]}", document["auteur"], describe_identite(bilan), phrase,
        name_documents(bilan.base.edition), read_adresse(), bilan.manques, tuple(list_blocs(bilan)))


def is_seule(bilan: Bilan) -> bool:
    """True when the report is about one fiche."""
    return len(bilan.sections) == 1


def name_rapport(bilan: Bilan) -> tuple[str, str]:
    """Title and subtitle."""
    if is_seule(bilan):
        fiche = bilan.sections[0].fiche
        return f"Fiche {fiche.numero} : {fiche.titre_court}, {bilan.annee}", SIGLE
    return f"Bilan annuel {bilan.annee}", SIGLE


def describe_identite(bilan: Bilan) -> str:
    """« Édition 0, bilan 2024. Document établi le 25 novembre 2026. »"""
    return f"{bilan.edition[0].upper()}{bilan.edition[1:]}. Document établi le {bilan.date}."


def list_blocs(bilan: Bilan) -> list[Bloc]:
    """Every block after the cover."""
    blocs: list[Bloc] = []
    if not is_seule(bilan):
        blocs += [*write_annee(bilan), Sommaire()]
    for section in bilan.sections:
        blocs += write_fiche(section, bilan)
    return blocs + write_annexes(bilan)
