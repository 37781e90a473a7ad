"""Undo a publication: a new edition in which its years are again what they were before it."""

from contextlib import closing

from spapser.acces import Acte, Personne, require
from spapser.depot.apercu import Apercu, compare_editions
from spapser.depot.parcours import sign
from spapser.errors import PublicationRefusee
from spapser.store import Atelier, Base, Changement, Edition, Partie, load_edition, restore


def preview_undo(numero: int, courante: Base) -> Apercu:
    """What undoing an edition would change now. PublicationRefusee when a later one changed the same years again."""
    fautive = load_edition(numero)
    if fautive.publication is None:
        raise PublicationRefusee("L’édition 0 est livrée avec le produit : elle ne s’annule pas.")
    parties = restore_parties(fautive, load_edition(fautive.publication.parent), courante.edition)
    changements = tuple(reverse(changement, courante.edition, parties) for changement in fautive.publication.changements)
    return Apercu(courante.edition, parties, (), changements, compare_editions(courante, parties))


def undo(apercu: Apercu, personne: Personne, motif: str) -> Edition:
    """Publish what `preview_undo` showed. PublicationRefusee as for any publication; AccesRefuse for another role."""
    require(personne, Acte.ANNULER)
    with closing(Atelier()) as atelier:
        publication = sign(apercu, personne, motif, "annulation", atelier)
    return restore(apercu.parent, apercu.parties, publication, personne)


def restore_parties(fautive: Edition, precedente: Edition, courante: Edition) -> tuple[Partie, ...]:
    """The present parts, those that `fautive` changed being again what they were before it."""
    changees = {(c.jeu, c.annee) for c in fautive.publication.changements}
    for jeu, annee in sorted(changees):
        actuelle = courante.partie(jeu, annee)
        if actuelle != fautive.partie(jeu, annee):
            suite = f"l’édition {actuelle.edition} l’a remplacée depuis" if actuelle else "elle a déjà été rétablie"
            raise PublicationRefusee(f"L’édition {fautive.numero} ne peut plus s’annuler : pour « {jeu} » en {annee}, {suite} ; "
                                     "annuler d’abord la plus récente.")
    gardees = tuple(p for p in courante.parties if (p.jeu, p.annee) not in changees)
    anciennes = tuple(p for p in precedente.parties if (p.jeu, p.annee) in changees)
    return gardees + anciennes


def reverse(changement: Changement, courante: Edition, parties: tuple[Partie, ...]) -> Changement:
    """The same rows the other way round."""
    ancienne = next((p for p in parties if (p.jeu, p.annee) == (changement.jeu, changement.annee)), None)
    lignes = ancienne.lignes if ancienne else changement.lignes - changement.ajoutees + changement.retirees
    return Changement(changement.jeu, changement.annee, lignes, changement.retirees, changement.modifiees, changement.ajoutees)
