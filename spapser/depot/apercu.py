"""Step 4 of the path: what a deposit would change, before anything is published."""

from dataclasses import dataclass

from spapser.catalogue import load_catalogue
from spapser.depot.avancement import Avancement, silence
from spapser.depot.difference import compare_rows
from spapser.store import Base, Changement, Edition, Effet, Lot, Partie
from spapser.suivi import load_suivi
from spapser.suivi.effet import compare_suivis
from spapser.typographie import INSECABLE, enumere, format_quantite


@dataclass(frozen=True)
class Apercu:
    """What publishing would do to `parent`, the edition that the person sees: rows, figures and statuses."""

    parent: Edition
    parties: tuple[Partie, ...]
    lots: tuple[Lot, ...]
    changements: tuple[Changement, ...]
    effets: tuple[Effet, ...]

    @property
    def change(self) -> bool:
        """False when rows, figures and statuses would all stay what they are."""
        return bool(self.effets) or any(c.ajoutees or c.modifiees or c.retirees for c in self.changements)

    @property
    def phrase(self) -> str:
        """« 12 lignes ajoutées, 3 modifiées, aucune retirée ; 4 chiffres ou statuts changent. »"""
        return f"{describe_rows(self.changements)}{INSECABLE}; {describe_effets(self.effets)}."


def preview(examen, courante: Base, avancement: Avancement = silence) -> Apercu:
    """The effect of an accepted examination on the edition of `courante`; nothing is written outside the workshop."""
    jeu, atelier = load_catalogue().jeu(examen.demande.jeu), examen.table.atelier
    lots = examen.lots
    avancement(0.1, "Comparaison avec l’édition affichée")
    changements = tuple(compare_rows(atelier, jeu, lot, courante) for lot in lots)
    avancement(0.6, "Calcul des indicateurs")
    parties = merge_parties(courante.edition, lots)
    effets = compare_editions(courante, parties)
    avancement(1.0, "Terminé")
    return Apercu(courante.edition, parties, lots, changements, effets)


def merge_parties(parent: Edition, lots: tuple[Lot, ...]) -> tuple[Partie, ...]:
    """The parts of the edition to come: those of `parent`, the deposited years in place of theirs."""
    nouvelles = tuple(Partie(lot.jeu, lot.annee, str(lot.fichier), lot.lignes, "", "", "", parent.numero + 1) for lot in lots)
    remplacees = {(lot.jeu, lot.annee) for lot in lots}
    return tuple(partie for partie in parent.parties if (partie.jeu, partie.annee) not in remplacees) + nouvelles


def compare_editions(courante: Base, parties: tuple[Partie, ...]) -> tuple[Effet, ...]:
    """Figures and statuses that differ between the shown edition and the same one with other parts."""
    catalogue, edition = load_catalogue(), courante.edition
    future = Base(Edition(edition.numero + 1, edition.dossier, "édition à venir", edition.depot, parties))
    try:
        return compare_suivis(load_suivi(courante, catalogue), load_suivi(future, catalogue))
    finally:
        future.close()


def describe_rows(changements: tuple[Changement, ...]) -> str:
    """Rows added, modified and removed, in words."""
    comptes = [(sum(c.ajoutees for c in changements), "ajoutée"), (sum(c.modifiees for c in changements), "modifiée"),
               (sum(c.retirees for c in changements), "retirée")]
    mots = [f"{format_quantite(n, 'lignes', 0)} {mot}{'s' if n > 1 else ''}" for n, mot in comptes if n]
    return enumere(mots) or "Aucune ligne ne change"


def describe_effets(effets: tuple[Effet, ...]) -> str:
    """How many figures and statuses move; « rien ne change » is said."""
    if not effets:
        return "aucun chiffre ni statut ne change"
    if len(effets) == 1:
        return "1 chiffre ou statut change"
    return f"{format_quantite(len(effets), 'chiffres', 0)} ou statuts changent"
