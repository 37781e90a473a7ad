"""A DECP file in JSON or XML becomes a table: one row a contract, under its rank in the file."""

from collections.abc import Iterator

from spapser.depot.avancement import Avancement
from spapser.depot.readers.decp.contrat import COLONNES, CONNUS, find_acheteur, read_contrat
from spapser.depot.readers.decp.flux_json import list_json
from spapser.depot.readers.decp.flux_xml import list_xml
from spapser.depot.readers.decp.personnes import hide_coordinates, refuse_personal_fields
from spapser.depot.readers.decp.remarques import describe_autres, describe_inconnus, describe_sentinelles, report_nobody
from spapser.depot.readers.decp.valeurs import Valeurs
from spapser.depot.readers.tri import LIGNES_MAXIMUM
from spapser.depot.table import ColonneLue, TableLue, name_letter
from spapser.errors import FichierIllisible
from spapser.store import Atelier

PAS = 20_000


class Depouillement:
    """The contracts of a file as they go by: those of the buyer become rows, the others are counted."""

    def __init__(self, nom: str, acheteur: str, avancement: Avancement) -> None:
        self.nom, self.acheteur, self.avancement = nom, acheteur, avancement
        self.valeurs, self.champs, self.rang, self.autres = Valeurs(), set(), 0, 0

    def list_rows(self, contrats: Iterator[tuple[str, dict]]) -> Iterator[tuple]:
        """Rank and cells of each contract that is kept. FichierIllisible when there are too many."""
        for self.rang, (famille, brut) in enumerate(contrats, 1):
            if self.rang > LIGNES_MAXIMUM:
                raise FichierIllisible(f"Le fichier « {self.nom} » a plus de {LIGNES_MAXIMUM // 1_000_000} millions de "
                                       "contrats : le découper en plusieurs fichiers.")
            if self.rang % PAS == 0:
                self.avancement(0.4, f"Lecture des contrats, {self.rang} déjà")
            if self.is_kept(brut):
                yield (self.rang, *read_contrat(famille, brut, self.valeurs))
            else:
                self.autres += 1

    def is_kept(self, brut: dict) -> bool:
        """True for a contract of the buyer."""
        identifiant = find_acheteur(brut, Valeurs())[0] if self.acheteur else ""
        return "".join((identifiant or "").split()).startswith(self.acheteur)


def read_structure(nom: str, contenu: bytes, genre: str, acheteur: str, atelier: Atelier, avancement: Avancement) -> TableLue:
    """The table of a JSON or XML file. FichierIllisible or DonneesPersonnelles in one sentence."""
    avancement(0.1, "Lecture des contrats")
    lecture = Depouillement(nom, acheteur, avancement)
    lister = list_json if genre == "JSON" else list_xml
    champs = [f"c{rang}" for rang in range(1, len(COLONNES) + 1)]
    lignes = atelier.create_text("lu", champs, lecture.list_rows(lister(nom, contenu, lecture.champs)))
    refuse_personal_fields(nom, lecture.champs - CONNUS)
    if not lecture.rang:
        raise FichierIllisible(f"Le fichier « {nom} » ne contient aucun contrat : vérifier l’export, puis le déposer de nouveau.")
    if not lignes:
        raise report_nobody(nom, acheteur, lecture.autres)
    atelier.execute("create or replace table totaux as select * from lu limit 0")
    colonnes = tuple(ColonneLue(champ, titre, name_letter(rang))
                     for rang, (champ, titre) in enumerate(zip(champs, COLONNES, strict=True), 1))
    remarques = (*describe_autres(nom, acheteur, lecture.autres), *describe_sentinelles(nom, lecture.valeurs.ecartees),
                 *describe_inconnus(nom, lecture.champs - CONNUS))
    return hide_coordinates(TableLue(nom, f"DECP {genre}", "", atelier, colonnes, 0, lignes, remarques))
