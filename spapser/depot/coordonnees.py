"""How to reach or to number somebody: an e-mail, a phone, a social security number, in a text of any kind."""

from spapser.depot.ecritures import learn_ecritures
from spapser.errors import DonneesPersonnelles
from spapser.store import Etabli

COORDONNEES = "est_courriel(texte) or est_nir(texte) or contient_nir(texte) or est_telephone(texte) or contient_telephone(texte)"


def load_macros(atelier: Etabli) -> None:
    """What tells that a text is about somebody, made known to a workshop."""
    learn_ecritures(atelier)
    atelier.learn("depot/macros_personnelles", "depot/macros_identites")


def refuse_motif(motif: str, atelier: Etabli) -> None:
    """DonneesPersonnelles when the reason of a publication, which everybody may read, holds a coordinate of somebody."""
    load_macros(atelier)
    if atelier.query(f"select {COORDONNEES} from (select ? as texte)", [motif])[0][0]:
        raise DonneesPersonnelles("Le motif contient une adresse électronique, un téléphone ou un numéro de sécurité sociale, et "
                                  "le journal est lu par tous : les retirer, puis publier de nouveau.")
