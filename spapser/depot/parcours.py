"""The path of a deposit, the same for the pages and the command line: examine, preview, publish, undo."""

import re
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path

from spapser.acces import Acte, Personne, require
from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.acheteur import default_acheteur
from spapser.depot.agec import choose_layout, restore_dataset
from spapser.depot.apercu import Apercu
from spapser.depot.avancement import Avancement, silence
from spapser.depot.coordonnees import refuse_motif
from spapser.depot.correspondance import Correspondance, match_columns, remember
from spapser.depot.difference import write_lots
from spapser.depot.jugement import judge
from spapser.depot.nommage import read_title
from spapser.depot.personnelles import refuse_personal_data
from spapser.depot.rapport import Cause, Rapport
from spapser.depot.readers import read_file
from spapser.depot.redite import find_redite
from spapser.depot.saisie import read_rows, write_saisie
from spapser.depot.table import TableLue
from spapser.errors import PublicationRefusee
from spapser.store import Atelier, Base, Edition, Lot, Original, Publication, publish
from spapser.store.secret.masque import CLES as SECRETS

LONGUEURS = {"auteur": 80, "motif": 400}
NOMBRE = re.compile(r"\d(?:[\d\s.,]*\d)?")


@dataclass(frozen=True)
class Demande:
    """What a person deposits: a dataset, a file, and what they chose. No year means those of the file.

    `choix` says which column of the dataset a column of the file is (field -> name, "" to leave it aside).
    `acheteur` is the SIREN whose contracts are kept from essential procurement data, "" for those of everybody.
    """

    jeu: str
    nom: str
    contenu: bytes = field(repr=False)
    annees: tuple[int, ...] = ()
    feuille: str = ""
    choix: Mapping[str, str] = field(default_factory=dict)
    acheteur: str = field(default_factory=default_acheteur)

    @cached_property
    def original(self) -> Original:
        """The file as it is kept, weighed once."""
        return Original(self.nom, self.contenu)


@dataclass(frozen=True)
class Examen:
    """A file read and judged. `deja` says what was already published, empty when nothing was. Close it when done.

    `lots` are the rows as they would be published, in the workshop; none when the report forbids them.
    """

    demande: Demande
    table: TableLue
    correspondance: Correspondance
    rapport: Rapport
    deja: str
    lots: tuple[Lot, ...]

    def close(self) -> None:
        """Forget the rows."""
        self.table.atelier.close()


def examine(demande: Demande, courante: Base, avancement: Avancement = silence) -> Examen:
    """Read and judge a file against the edition of `courante`. FichierIllisible or DonneesPersonnelles in one sentence."""
    jeu = load_catalogue().jeu(demande.jeu)
    with ThreadPoolExecutor(2) as fils:  # a big file is weighed while it is read, searched for personal data while it is judged
        recherches: list[Future] = []
        fils.submit(getattr, demande.original, "empreinte")
        table = read_file(demande.nom, demande.contenu, jeu, demande.feuille, lambda part, mot: avancement(part * 0.5, mot),
                          demande.acheteur, lambda lue, jeu: recherches.append(fils.submit(refuse_beside, lue, jeu)))
        fils.submit(keep_ahead, demande.original, table.atelier.dossier, recherches)
        examen = conclude(demande, table, courante, lambda part, mot: avancement(0.5 + part * 0.5, mot))
        try:
            for recherche in recherches:
                recherche.result()
        except BaseException:
            examen.close()
            raise
        return examen


def refuse_beside(table: TableLue, jeu: Jeu) -> None:
    """DonneesPersonnelles as `refuse_personal_data`, from another thread than the one that judges the rows."""
    with closing(table.atelier.beside()) as etabli:
        refuse_personal_data(replace(table, atelier=etabli), jeu)


def keep_ahead(original: Original, dossier: Path, recherches: Sequence[Future]) -> None:
    """Put the file on the disk ahead of its publication, once nothing personal is found in it."""
    for recherche in recherches:
        recherche.result()
    original.copy_ahead(dossier)


def reconsider(examen: Examen, demande: Demande, courante: Base, avancement: Avancement = silence) -> Examen:
    """Judge the rows of an examination again, with other years, columns or edition, without reading the file again.

    The rows pass to the new examination: forget the old one, whose workshop is now that of the new one.
    """
    return conclude(demande, examen.table, courante, avancement)


def examine_rows(jeu: str, lignes: Sequence[Mapping[str, str]], annees: tuple[int, ...], courante: Base) -> Examen:
    """Judge rows typed on screen: the same rules; what is kept as the original is a CSV file of these rows."""
    definition = load_catalogue().jeu(jeu)
    contenu = write_saisie(definition, lignes)
    nom = f"saisie-{jeu}-{'-'.join(str(annee) for annee in annees)}.csv"
    return conclude(Demande(jeu, nom, contenu, annees), read_rows(nom, definition, lignes), courante, silence)


def conclude(demande: Demande, table: TableLue, courante: Base, avancement: Avancement) -> Examen:
    """Match the columns and judge the rows; the workshop is closed when something unexpected happens.

    The rows are written while they are compared with each other: it is seldom in vain.
    """
    catalogue, atelier = load_catalogue(), table.atelier
    jeu = catalogue.jeu(demande.jeu)
    try:
        lu_comme = choose_layout(table, jeu)
        correspondance = match_columns(table, lu_comme, demande.choix)
        ecrits: list[Future] = []
        with ThreadPoolExecutor(1) as fil:
            write = partial(fil.submit, write_lots, atelier, jeu)
            rapport = judge(table, correspondance, lu_comme, demande.annees, catalogue, courante, avancement,
                            (lambda annees: ecrits.append(write(annees))) if lu_comme is jeu else None)
            rapport = restore_dataset(atelier, rapport, lu_comme, jeu)
            if rapport.accepte and not ecrits:
                ecrits.append(write(rapport.annees))
        lots = ecrits[0].result() if rapport.accepte else ()
        return Examen(demande, table, correspondance, rapport, find_redite(demande, rapport.annees, courante), lots)
    except BaseException:
        atelier.close()
        raise


def publish_examen(examen: Examen, apercu: Apercu, personne: Personne, motif: str, acceptes: Collection[str] = (),
                   nature: str = "depot") -> Edition:
    """The new edition, read back from the disk. PublicationRefusee in one sentence when something is missing.

    The author is `personne`: AccesRefuse when their role does not let them publish. DonneesPersonnelles when the reason
    holds some. `acceptes` are the keys of the warnings that the person ticked: all of them must be.
    """
    require(personne, Acte.PUBLIER)
    rapport = examen.rapport
    if not rapport.accepte:
        raise PublicationRefusee("Le fichier a des anomalies bloquantes : les corriger, puis le déposer de nouveau.")
    oubliees = [cause for cause in rapport.avertissements if cause.cle not in acceptes]
    if oubliees:
        raise PublicationRefusee(f"Un avertissement n’est pas accepté ({oubliees[0].message}) : le cocher ou corriger le "
                                 "fichier.")
    if not apercu.lots:
        raise PublicationRefusee("Le fichier n’apporte aucune ligne : rien n’a été publié ; vérifier l’année choisie.")
    jeu = load_catalogue().jeu(examen.demande.jeu)
    averties = tuple(describe_cause(cause, jeu) for cause in rapport.avertissements)
    publication = sign(apercu, personne, motif, nature, examen.table.atelier, averties)
    edition = publish(apercu.parent, apercu.lots, examen.demande.original, publication, personne)
    remember(examen.correspondance, jeu, examen.demande.choix, personne)
    return edition


def describe_cause(cause: Cause, jeu: Jeu) -> str:
    """A warning as the journal keeps it: « Colonne « Valeur », 3 fois : … ». Everybody reads the journal: of a dataset that
    counts people, the numbers of the file are left out."""
    fois = f", {cause.nombre} fois" if cause.nombre > 1 else ""
    colonne = f"colonne « {read_title(cause.colonne, jeu)} »" if cause.colonne else "fichier"
    message = NOMBRE.sub("…", cause.message) if jeu.nom in SECRETS else cause.message
    return f"{colonne[0].upper()}{colonne[1:]}{fois} : {message}"


def sign(apercu: Apercu, personne: Personne, motif: str, nature: str, atelier: Atelier, avertissements: tuple[str, ...] = ()
         ) -> Publication:
    """What the journal keeps of a publication. PublicationRefusee when nobody signs it or no reason is given,
    DonneesPersonnelles when the reason holds some, which is looked for in `atelier`."""
    textes = {"auteur": " ".join(personne.nom.split()), "motif": " ".join(motif.split())}
    for nom, texte in textes.items():
        if not texte:
            quoi = "son nom" if nom == "auteur" else "le motif"
            raise PublicationRefusee(f"La publication n’est pas signée : indiquer {quoi}, puis publier de nouveau.")
        if len(texte) > LONGUEURS[nom]:
            raise PublicationRefusee(f"Le champ « {nom} » dépasse {LONGUEURS[nom]} caractères : le raccourcir.")
    refuse_motif(textes["motif"], atelier)
    date = datetime.now().astimezone().isoformat(timespec="seconds")
    return Publication(date, textes["auteur"], textes["motif"], nature, apercu.parent.numero, apercu.changements,
                       apercu.effets, avertissements)
