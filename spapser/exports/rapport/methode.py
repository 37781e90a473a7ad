"""Sources and method: where the figures come from, how they are judged, how figures are named, what is missing."""

from spapser.exports.bilan import Bilan
from spapser.exports.licence import MENTION, NOM
from spapser.exports.rapport.modele import Bloc, Etat, Liste, Paragraphe, Table, Titre
from spapser.suivi.regle import list_regles
from spapser.suivi.source import FIABILITES, name_documents

RELEVE = ("Le texte a été relevé ligne par ligne : chaque valeur garde le numéro de sa ligne. Le texte est abîmé par endroits et "
          "se contredit parfois. Rien n’est effacé : quand deux lectures s’opposent, les deux sont gardées, l’une fait foi et la "
          "raison est notée.")
DEPOTS = ("Des fichiers ont été déposés depuis par les services : une valeur qui en vient porte le nom du fichier et le numéro "
          "de l’édition qui l’a publié, à la place de la ligne du bilan.")
MARQUES = "Le statut compare à la cible de l’année. L’évolution compare à l’année précédente. Ce sont deux marques séparées."
OBJECTIFS = ("Les services déclarent le statut de chaque objectif. Quand ils ne l’ont pas fait et que le texte dit clairement ce "
             "qui s’est passé, un statut est proposé, à confirmer, avec son motif. Il est compté à part.")
FIGURES = ("Chaque figure porte un identifiant : la fiche, le graphique, l’année et l’édition. La même figure garde le même "
           "identifiant dans tous les formats.")


def write_methode(bilan: Bilan) -> list[Bloc]:
    """What is missing comes first."""
    return [*write_manques(bilan), *write_source(bilan), *write_regles(), Titre(2, "Les figures et leur édition"),
            Paragraphe(f"Les chiffres sont ceux de l’{bilan.edition}. {FIGURES}"), Paragraphe(f"{NOM}. {MENTION}")]


def write_manques(bilan: Bilan) -> list[Bloc]:
    """The datasets that could not be read."""
    return [Titre(2, "Données manquantes ou illisibles"), Liste(bilan.manques, "alerte")] if bilan.manques else []


def write_source(bilan: Bilan) -> list[Bloc]:
    """The document that was read, and what the words on reliability mean."""
    fiabilites = " ; ".join(f"« {mot} »" for mot in FIABILITES.values())
    return [Titre(2, "La source"), Paragraphe(f"{name_documents(bilan.base.edition)}. {RELEVE}"), *write_depots(bilan),
            Paragraphe(f"Fiabilités : {fiabilites}. « n.d. » : la valeur n’est pas publiée, ce qui ne veut pas dire zéro.")]


def write_depots(bilan: Bilan) -> list[Bloc]:
    """How a deposited figure is traced, and the files themselves; nothing when everything comes from the report."""
    fichiers = tuple(f"{partie.source} : {bilan.suivi.catalogue.jeu(partie.jeu).titre}, {partie.annee}"
                     for partie in sorted(bilan.base.edition.parties, key=lambda partie: partie.edition))
    return [Paragraphe(DEPOTS), Liste(fichiers, "note")] if fichiers else []


def write_regles() -> list[Bloc]:
    """The rule of the status of an indicator, and who gives that of an objective."""
    regles = tuple((Etat(statut, statut.value), regle) for statut, regle in list_regles())
    return [Titre(2, "Le statut d’un indicateur"), Table("Règle de statut", ("Statut", "Règle"), regles, (0.34, 0.66)),
            Paragraphe(MARQUES, "note"), Titre(2, "Le statut d’un objectif"), Paragraphe(OBJECTIFS)]
