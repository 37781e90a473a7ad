"""Results as rows of numbers: the values of `exports.resultats`, under French titles."""

COLONNES = ("Indicateur", "Catégorie", "Réalisé", "Unité", "Cible", "Sens de la cible", "Taux", "Statut", "Année précédente",
            "Évolution", "Origine", "Fiabilité", "Source", "Code")
LARGEURS = (50, 34, 13, 14, 12, 12, 10, 24, 13, 27, 12, 11, 26, 34)
ROLES = {6: "taux"}
ORIGINES = {"publiee": "publiée", "calculee": "recalculée"}
FIABILITES = {"sure": "sûre", "douteuse": "douteuse", "deduite": "déduite"}


def row_resultat(resultat: dict) -> tuple:
    """One row of COLONNES from one of `list_resultats`; a share is in per cent, the rate is a share of the target."""
    r = resultat
    return (r["libelle"], name_categorie(r), r["secret"] or r["valeur"], r["unite"], r["cible"], r["comparaison"], r["taux"],
            r["statut"], r["valeur_precedente"], r["evolution"], ORIGINES.get(r["origine"], r["origine"]),
            FIABILITES.get(r["fiabilite"], r["fiabilite"]), name_source(r), r["indicateur"])


def name_source(resultat: dict) -> str:
    """« Bilan 2024, ligne 38 », or the deposited file; empty without a value."""
    lignes = resultat["lignes"]
    suite = f", {'ligne' if len(lignes) == 1 else 'lignes'} {', '.join(str(n) for n in lignes)}" if lignes else ""
    return f"{resultat['document']}{suite}" if resultat["document"] else ""


def name_categorie(resultat: dict) -> str:
    """« Services · Collecte », the group first when there is one; empty for a plain indicator."""
    return " · ".join(mot for mot in (resultat["dimension"], resultat["modalite"]) if mot)
