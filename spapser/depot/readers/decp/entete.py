"""The header of a DECP table: the national file, the Ministry's, and the older ones, each with its own names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spapser.catalogue import Jeu
from spapser.depot.nommage import find_column, reduce_title
from spapser.depot.table import ColonneLue

# What a row says of a holder, of a modification and of its own state, by reduced title; a holder may be numbered from 1 to 3.
TITULAIRE = {"id": r"(?:titulaires?|concessionnaires?)id", "type": r"(?:titulaires?|concessionnaires?)typeidentifiant(?:type.*)?",
             "nom": r"(?:titulaires?|concessionnaires?)(?:nom|denominationsociale)", "categorie": r"titulairecategorie",
             "commune": r"titulairecommunecode", "departement": r"titulairedepartementcode"}
MODIFICATION = {"id": r"idmodification", "montant": r"(?:montant|valeurglobale)modification", "duree": r"dureemoismodification",
                "date": r"date(?:notification|signature)modification(?:modification)?", "titulaire": r"idtitulairemodification",
                "type": r"typeidentifianttitulairemodification"}
ETAT = {"rang": r"modificationid", "actuelle": r"donneesactuelles", "motif": r"objetmodification"}
EXIGEES = {"identifiant", "objet", "acheteur", "date_notification"}
SUPPLEMENTAIRES = {"technique": "techniques", "modaliteexecution": "modalites_execution"}
# Columns of these files that the follow-up has no use for, and that hold nothing about people.
INUTILES = frozenset(reduce_title(titre) for titre in (
    "uid", "type", "dureeRestanteMois", "titulaire_distance", "acheteur_categorie", "acheteur_commune_code",
    "acheteur_commune_nom", "acheteur_departement_code", "acheteur_departement_nom", "acheteur_region_code",
    "acheteur_region_nom", "acheteur_latitude", "acheteur_longitude", "titulaire_commune_nom", "titulaire_departement_nom",
    "titulaire_region_code", "titulaire_region_nom", "titulaire_latitude", "titulaire_longitude", "sourceDataset", "sourceFile",
    "source", "anomalies", "lieuExecution_nom", "datePublicationDonneesModification",
    "datePublicationDonneesModificationModification", "created_at", "updated_at", "booleanModification", "idActeSousTraitance",
    "idSousTraitant", "typeIdentifiantSousTraitant", "dureeMoisActeSousTraitance", "dateNotificationActeSousTraitance",
    "montantActeSousTraitance", "variationPrixActeSousTraitance", "datePublicationDonneesActeSousTraitance",
    "idModificationActeSousTraitance", "dureeMoisModificationActeSousTraitance",
    "dateNotificationModificationSousTraitanceModificationActeSousTraitance", "montantModificationActeSousTraitance",
    "datePublicationDonneesModificationActeSousTraitance"))


@dataclass
class Entete:
    """Which field of `lu` holds what: columns of the dataset, holders by number, modification, state of the row."""

    colonnes: dict[str, str] = field(default_factory=dict)
    titulaires: dict[str, dict[str, str]] = field(default_factory=dict)
    modification: dict[str, str] = field(default_factory=dict)
    etat: dict[str, str] = field(default_factory=dict)
    inconnues: list[ColonneLue] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """True for a DECP table; the spreadsheet of the house has no identifier of holder under these names."""
        return set(self.colonnes) >= EXIGEES and any("id" in titulaire for titulaire in self.titulaires.values())

    def place(self, colonne: ColonneLue, jeu: Jeu) -> None:
        """Say what a column of the file is."""
        champ, reduit = colonne.champ, reduce_title(colonne.titre)
        cle, numero = match(reduit, TITULAIRE, r"([1-9]?)")
        if cle:
            self.titulaires.setdefault(numero, {}).setdefault(cle, champ)
            return
        for motifs, places in ((MODIFICATION, self.modification), (ETAT, self.etat)):
            cle, _ = match(reduit, motifs)
            if cle:
                places.setdefault(cle, champ)
                return
        connue = find_column(colonne.titre, jeu)
        nom = connue.nom if connue else SUPPLEMENTAIRES.get(reduit, "")
        if nom and nom not in self.colonnes:
            self.colonnes[nom] = champ
        elif reduit not in INUTILES:
            self.inconnues.append(colonne)


def list_useless(colonnes: Sequence[ColonneLue], jeu: Jeu) -> frozenset[str]:
    """Fields of a DECP table that need not even be read; none for any other table."""
    if read_header(colonnes, jeu) is None:
        return frozenset()
    return frozenset(colonne.champ for colonne in colonnes if reduce_title(colonne.titre) in INUTILES)


def match(reduit: str, motifs: Mapping[str, str], suite: str = "()") -> tuple[str, str]:
    """The pattern that a reduced title follows, and what comes after; nothing when it follows none."""
    for cle, motif in motifs.items():
        if trouve := re.fullmatch(motif + suite, reduit):
            return cle, trouve[1]
    return "", ""


def read_header(colonnes: Sequence[ColonneLue], jeu: Jeu) -> Entete | None:
    """What each column of a DECP table is; None for any other table."""
    entete = Entete()
    for colonne in colonnes:
        entete.place(colonne, jeu)
    return entete if entete.complete else None
