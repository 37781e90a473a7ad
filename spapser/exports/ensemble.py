"""Everything of a year in one zip: the documents, the data package, the images, and a line on each."""

import io
import zipfile

from spapser.exports.archive import build_zip
from spapser.exports.contexte import Contexte
from spapser.exports.formats import FORMATS, Format
from spapser.exports.licence import MENTION, NOM
from spapser.typographie import insecables


def export_ensemble(contexte: Contexte) -> bytes:
    """The zip of a year, or of one fiche (then without the data package)."""
    fichiers: dict[str, bytes] = {}
    lignes = []
    for forme in FORMATS:
        if forme.dossier is not None and (forme.par_fiche or not contexte.fiche):
            pris = take(forme, contexte)
            lignes.append(f"{next(iter(pris)) if not forme.dossier else f'{forme.dossier}/'} : {forme.titre}. {forme.usage}")
            fichiers |= pris
    return build_zip({"LISEZMOI.txt": write_notice(contexte, lignes), **fichiers})


def take(forme: Format, contexte: Contexte) -> dict[str, bytes]:
    """The files of a format by their path in the zip: the one it makes, or those of its own zip in a folder."""
    octets = forme.fabrique(contexte)
    if not forme.dossier:
        return {forme.nom_fichier(contexte.annee, contexte.fiche): octets}
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        return {f"{forme.dossier}/{nom}": archive.read(nom) for nom in archive.namelist()}


def write_notice(contexte: Contexte, lignes: list[str]) -> bytes:
    """What is in the zip, from which edition, under which licence."""
    bilan, document = contexte.bilan, contexte.suivi.catalogue.document
    tete = [f"Suivi du SPAPSER, année {contexte.annee}", ", ".join(mot for mot in (bilan.edition, bilan.date) if mot),
            f"Source : {document['titre']}, {document['auteur']}", f"{NOM}. {MENTION}", "", *bilan.manques]
    return insecables("\r\n".join([*tete, *lignes, ""])).encode("utf-8-sig")
