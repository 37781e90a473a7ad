"""Everything of a year in one zip: the documents, the data package, the images, and a line on each."""

import io
import zipfile
from concurrent.futures import ThreadPoolExecutor

from spapser.exports.archive import build_zip
from spapser.exports.contexte import Contexte
from spapser.exports.formats import FORMATS, Format
from spapser.exports.licence import MENTION, NOM
from spapser.suivi.source import name_documents
from spapser.typographie import insecables

OUVRIERS = 2
LONGS = ("png", "pdf")  # set by a compiler that leaves Python free meanwhile: started first


def export_ensemble(contexte: Contexte) -> bytes:
    """The zip of a year, or of one fiche (then without the data package)."""
    formes = [forme for forme in FORMATS if forme.dossier is not None and (forme.par_fiche or not contexte.fiche)]
    read_commun(contexte)
    with ThreadPoolExecutor(OUVRIERS) as ouvriers:
        ordre = sorted(formes, key=lambda forme: forme.nom not in LONGS)
        travaux = {forme.nom: ouvriers.submit(take, forme, contexte) for forme in ordre}
        pris = [(forme, travaux[forme.nom].result()) for forme in formes]
    lignes = [f"{next(iter(contenus)) if not forme.dossier else f'{forme.dossier}/'} : {forme.titre}. {forme.usage}"
              for forme, contenus in pris]
    fichiers = {nom: octets for _, contenus in pris for nom, octets in contenus.items()}
    return build_zip({"LISEZMOI.txt": write_notice(contexte, lignes), **fichiers})


def read_commun(contexte: Contexte) -> None:
    """What several formats share, read and drawn once before they are made side by side."""
    _ = contexte.bilan.controles
    for section in contexte.bilan.sections:
        for graphique in section.graphiques:
            _ = graphique.figure


def take(forme: Format, contexte: Contexte) -> dict[str, bytes]:
    """The files of a format by their path in the zip: the one it makes, or those of its own zip in a folder."""
    octets = forme.fabrique(contexte)
    if not forme.dossier:
        return {forme.nom_fichier(contexte.annee, contexte.fiche): octets}
    with zipfile.ZipFile(io.BytesIO(octets)) as archive:
        return {f"{forme.dossier}/{nom}": archive.read(nom) for nom in archive.namelist()}


def write_notice(contexte: Contexte, lignes: list[str]) -> bytes:
    """What is in the zip, from which edition, under which licence."""
    bilan = contexte.bilan
    tete = [f"Suivi du SPAPSER, année {contexte.annee}", ", ".join(mot for mot in (bilan.edition, bilan.date) if mot),
            f"Source : {name_documents(contexte.base.edition)}", f"{NOM}. {MENTION}", "", *bilan.manques]
    return insecables("\r\n".join([*tete, *lignes, ""])).encode("utf-8-sig")
