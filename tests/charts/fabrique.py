"""Realistic measures for the chart tests: the figures of the 2024 report, and a few nasty ones."""

from spapser.catalogue.model import Indicateur
from spapser.suivi.mesure import Cible, Jalon, Mesure, Valeur

RENOVATION = ("Mission de suivi-animation d'Opération Programmée d'Amélioration de l'Habitat - Copropriétés Dégradées")
HOSTILE = "<b>x</b><a href='javascript:1'>clic</a> & $x^2$"


def make_indicateur(libelle="Heures d’insertion réalisées", unite="heures", code="fa04_heures", decimales=2, **options):
    return Indicateur(code=code, fiche="fa04", objectif="fa04_o1", libelle=libelle, unite=unite, definition="",
                      perimetre="", calcul="", decimales=decimales, **options)


def make_valeur(valeur):
    return Valeur(valeur=valeur, numerateur=None, denominateur=None, origine="publiee", retenue=True, lignes=(12,),
                  fiabilite="", note="")


def make_cible(valeur, annee=2024, comparaison="au moins", source="Bilan SPAPSER 2024"):
    return Cible(annee=annee, valeur=valeur, comparaison=comparaison, retenue=True, nature="cible", source=source,
                 lignes=(3,), fiabilite="", note="")


def make_mesure(valeur=97972, cible=None, precedente=None, indicateur=None, comparaison="au moins", **options):
    return Mesure(indicateur=indicateur or make_indicateur(), annee=2024, tenue=make_valeur(valeur),
                  cible=None if cible is None else make_cible(cible, comparaison=comparaison), precedente=precedente,
                  annee_precedente=None if precedente is None else 2023, **options)


def make_part(libelle, valeur, cible=None, precedente=None, **options):
    return make_mesure(valeur, cible, precedente, make_indicateur(libelle, "%", "fa01_part"), **options)


def make_repartition(unite, *couples, libelle="Répartition", decimales=2):
    indicateur = make_indicateur(libelle, unite, "fa04_repartition", decimales, genre="repartition")
    return [make_mesure(valeur, indicateur=indicateur, dimension=dimension, modalite=modalite)
            for dimension, modalite, valeur in couples]


def make_heures():
    return make_mesure(97972, 25000, 58526)


def make_cibles():
    return [make_heures(), make_part("Part des marchés avec une considération environnementale", 75, 58, 58),
            make_part("Part des achats réservés aux structures de l’insertion par l’activité économique", None, 5),
            make_part("Part des marchés sans clause", 8, 10, 12, comparaison="au plus"),
            make_part("Part des marchés notifiés avec une considération sociale", 31, 40, 27)]


def make_evolutions():
    return [make_part("Part des marchés avec une considération environnementale", 75, None, 58,
                      reperes=(make_cible(100, 2026, source="Loi Climat et résilience, article 35"),)),
            make_part("Part des marchés avec une considération sociale", 31, 40, 27,
                      reperes=(make_cible(30, 2025, source="PNAD"),)),
            make_part("Part des véhicules à faibles émissions", 12),
            make_part("Part du papier recyclé", None)]


def make_operations():
    return make_repartition(
        "heures", ("Services", "Collecte des ordures ménagères (2022/2026)", 64932.57),
        ("Services", "Nettoyage des locaux", 3974.31), ("Services", RENOVATION, 1927.04),
        ("Services", "Entretien des espaces verts", 1540), ("Services", "Gardiennage et sécurité des sites", 820.5),
        ("Travaux", "Global de Performance Éclairage Public et Signalisation Lumineuse Tricolore", 8298),
        ("Travaux", "Travaux de voiries et assainissement (lots 1 et 2)", 6812.5),
        ("Travaux", "Construction du groupe scolaire", 4100), ("Travaux", "Réhabilitation de la piscine", 3211.08),
        ("Travaux", "Renouvellement urbain, espaces publics", 1300), ("Travaux", "Rénovation de la médiathèque", None))


def make_parcours():
    return make_repartition("personnes", ("", "Insertion", 60), ("", "CDI", 18), ("", "CDD", 5), ("", "Intérim", 5),
                            ("", "Alternance", 1), decimales=0)


def make_structures():
    return make_repartition("personnes", ("Association d’insertion", "Femmes", 12),
                            ("Association d’insertion", "Hommes", 30),
                            ("Entreprise d’insertion", "Femmes", 9), ("Entreprise d’insertion", "Hommes", 11),
                            ("Entreprise de travail temporaire d’insertion", "Femmes", 1),
                            ("Entreprise de travail temporaire d’insertion", "Hommes", 26), decimales=0)


def make_quartiers():
    nombres = {"Athis-Mons": 4, "Cachan": 1, "Choisy-le-Roi": 4, "Ivry-sur-Seine": 8, "Orly": 4, "Valenton": 2,
               "Villeneuve-le-Roi": 1, "Villeneuve-Saint-Georges": 5, "Viry-Châtillon": 4, "Vitry-sur-Seine": 10}
    return make_repartition("personnes", *(("", nom, nombre) for nom, nombre in nombres.items()), decimales=0)


def make_jalon(titre, debut, fin="", precision="jour", etat="realise", lieu=""):
    return Jalon(titre=titre, debut=debut, fin=fin or debut, precision=precision, etat=etat, genre="evenement",
                 fiche="fa10", lieu=lieu, valeur=None, lignes=(1,), note="")


def make_jalons():
    return [make_jalon("Matinale des achats responsables", "2024-02-27", lieu="Orly"),
            make_jalon("Adoption du schéma par le conseil territorial", "2023-12-01", "2023-12-31", "mois"),
            make_jalon("Formation des acheteurs aux considérations environnementales et au coût du cycle de vie",
                       "2024-07-01", "2024-12-31", "semestre"),
            make_jalon("Semaine européenne de la réduction des déchets", "2024-11-18", "2024-11-24"),
            make_jalon("Guide interne des clauses", "2024-01-01", "2024-12-31", "annee", "non_realise"),
            make_jalon("Bilan à mi-parcours", "2025-01-01", "2025-12-31", "annee", "annonce")]


COMMUNES = [dict(zip(("nom", "latitude", "longitude", "population"), ligne, strict=False)) for ligne in (
    ("Athis-Mons", 48.70925, 2.3867, 36222), ("Juvisy-sur-Orge", 48.69185, 2.37379, 18424),
    ("Morangis", 48.7028, 2.33742, 13211), ("Paray-Vieille-Poste", 48.72464, 2.36006, 7868),
    ("Savigny-sur-Orge", 48.68417, 2.34909, 37371), ("Viry-Châtillon", 48.66942, 2.37345, 31045),
    ("Ablon-sur-Seine", 48.72459, 2.42153, 5946), ("Arcueil", 48.80549, 2.33384, 21557),
    ("Cachan", 48.79165, 2.33209, 30592), ("Chevilly-Larue", 48.76687, 2.35293, 20326),
    ("Choisy-le-Roi", 48.76422, 2.41716, 46129), ("Fresnes", 48.75706, 2.32615, 28780),
    ("Gentilly", 48.81336, 2.34424, 19048), ("L'Haÿ-les-Roses", 48.77618, 2.33766, 31392),
    ("Ivry-sur-Seine", 48.81231, 2.38766, 64001), ("Le Kremlin-Bicêtre", 48.80883, 2.35576, 24380),
    ("Orly", 48.7428, 2.39515, 24482), ("Rungis", 48.74968, 2.35267, 5647), ("Thiais", 48.76077, 2.38552, 31097),
    ("Valenton", 48.75267, 2.46132, 14482), ("Villejuif", 48.7924, 2.35978, 57753),
    ("Villeneuve-le-Roi", 48.7322, 2.41111, 21129), ("Villeneuve-Saint-Georges", 48.74188, 2.44913, 35492),
    ("Vitry-sur-Seine", 48.78814, 2.39448, 96205))]
