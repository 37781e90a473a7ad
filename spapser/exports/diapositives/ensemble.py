"""The slides about the whole year: opening, one sentence, key figures, communes, closing."""

from spapser.exports.bilan import Bilan
from spapser.exports.diapositives.carte import place_points
from spapser.exports.diapositives.modele import Diapositive, Groupe
from spapser.exports.diapositives.notes import describe_limites, describe_valeurs, read_source
from spapser.suivi import Statut
from spapser.suivi.comparaison import build_comparaison
from spapser.suivi.phrase import describe_statut
from spapser.suivi.source import name_sources, write_sources

CHIFFRES = 6
QPV, CHANTIERS = "territoire", "chantiers"


def build_ouverture(bilan: Bilan) -> Diapositive:
    """What this is about, whose it is, and which state of the figures it shows."""
    document = bilan.suivi.catalogue.document
    return Diapositive(
        "ouverture", "ouverture", f"Achats publics responsables : le bilan {bilan.annee}", document["auteur"],
        ("Schéma de promotion des achats publics socialement et écologiquement responsables (SPAPSER)", *describe_manques(bilan)),
        source=name_sources(bilan.suivi, bilan.annee), notes=(Groupe("Avant de commencer", list_avertissements(bilan)),))


def describe_manques(bilan: Bilan) -> tuple[str, ...]:
    """A sentence for everybody when datasets are missing; which ones stands in the notes."""
    nombre = len(bilan.manques)
    return (f"Document incomplet : {nombre} {'jeux' if nombre > 1 else 'jeu'} de données à rétablir.",) if nombre else ()


def list_avertissements(bilan: Bilan) -> tuple[str, ...]:
    """What the speaker must know of the figures before showing them."""
    phrases = [f"Chiffres de l’{bilan.edition}, publiés pour {bilan.annee}.",
               "Les statuts « proposés » sont lus dans le texte et restent à confirmer par les services."]
    return (*phrases, *bilan.manques)


def build_phrase(bilan: Bilan) -> Diapositive:
    """The year in one sentence."""
    attente = [mesure for mesure in bilan.suivi.resultats(bilan.annee) if mesure.statut is Statut.NON_EVALUE]
    questions = tuple(f"{m.indicateur.libelle} : {describe_statut(m)}" for m in attente)
    notes = (Groupe("Ce que l’on peut vous demander", questions),) if questions else ()
    return Diapositive("phrase", "phrase", f"{bilan.annee} en une phrase", lignes=(bilan.phrase,), notes=notes,
                       source=name_sources(bilan.suivi, bilan.annee))


def build_chiffres(bilan: Bilan) -> Diapositive:
    """The key figures known for the year."""
    connus = tuple(mesure for mesure in bilan.chiffres_cles if mesure.dite)[:CHIFFRES]
    return Diapositive("chiffres", "chiffres", f"Les chiffres clés de {bilan.annee}", chiffres=connus, vide=not connus,
                       source=write_sources(mesure.tenue for mesure in connus), notes=describe_valeurs(connus),
                       lignes=() if connus else (f"Aucun chiffre clé n’est publié pour {bilan.annee}.",))


def build_territoire(bilan: Bilan) -> Diapositive:
    """Where the people in insertion live, commune by commune."""
    graphiques = {g.code: g for section in bilan.sections for g in section.graphiques if section.fiche.code == "fa04"}
    qpv, chantiers = graphiques.get(QPV), graphiques.get(CHANTIERS)
    comparaison = build_comparaison(qpv.genre, qpv.mesures, bilan.annee) if qpv else None
    if comparaison is None or not comparaison.rangees:
        return Diapositive("territoire", "territoire", "L’insertion, commune par commune", "Territoire", vide=True,
                           lignes=(f"Cette donnée n’est pas publiée pour {bilan.annee}.",))
    valeurs = tuple(m for m in (*qpv.mesures, *(chantiers.mesures if chantiers else ())) if m.dite)
    return Diapositive(
        "territoire", "territoire", qpv.titre, "L’insertion, commune par commune", graphique=qpv, comparaison=comparaison,
        points=place_points(bilan.communes, qpv.mesures),
        lignes=(f"{chantiers.titre}.",) if chantiers and any(m.valeur for m in chantiers.mesures) else (),
        source=read_source(qpv), notes=(*describe_valeurs(valeurs), *describe_limites((qpv.lecture,))))


def build_cloture(bilan: Bilan, adresse: str) -> Diapositive:
    """The last slide: where to find all of it, when a public address is set."""
    suite = "Tous les chiffres, leurs sources et leurs limites sont publics."
    sans = "Chaque chiffre renvoie à sa ligne dans le bilan, ou au fichier dont il vient."
    rappel = "Aucune adresse publique n’est réglée (SPAPSER_ADRESSE) : la diapositive ne porte ni adresse ni QR code."
    return Diapositive("cloture", "cloture", "À vous la parole", bilan.suivi.catalogue.document["auteur"],
                       (suite if adresse else sans,), adresse=adresse,
                       notes=() if adresse else (Groupe("À savoir", (rappel,)),))
