"""The Table Schema of the yearly results: what each field of `exports.resultats` is."""

from spapser.exports.resultats import CHAMPS

DESCRIPTIONS = {
    "indicateur": ("string", "Code de l’indicateur dans le catalogue"),
    "fiche": ("string", "Code de la fiche action"),
    "libelle": ("string", "Libellé de l’indicateur"),
    "annee": ("year", "Année de la mesure"),
    "dimension": ("string", "Groupe d’une répartition, vide pour une valeur simple"),
    "modalite": ("string", "Catégorie d’une répartition, vide pour une valeur simple"),
    "valeur": ("number", "Valeur retenue, vide quand elle est inconnue"),
    "unite": ("string", "Unité de la valeur et de la cible"),
    "numerateur": ("number", "Numérateur d’une part"),
    "denominateur": ("number", "Dénominateur d’une part"),
    "cible": ("number", "Cible de l’année"),
    "comparaison": ("string", "Sens de la cible : « au moins » ou « au plus »"),
    "taux": ("number", "Valeur rapportée à la cible (1 pour 100 %)"),
    "statut": ("string", "Statut au regard de la cible de l’année"),
    "annee_precedente": ("year", "Année à laquelle la valeur est comparée"),
    "valeur_precedente": ("number", "Valeur de l’année précédente"),
    "evolution": ("string", "Évolution depuis l’année précédente, en mots"),
    "origine": ("string", "« publiee » (dans le bilan ou par un dépôt) ou « calculee » à partir des lignes de détail"),
    "fiabilite": ("string", "« sure », « douteuse » ou « deduite »"),
    "document": ("string", "Fichier déposé dont vient la valeur, ou le bilan qui la publie"),
    "lignes": ("string", "Numéros de lignes du texte du bilan, séparés par une espace"),
    "autres_lectures": ("string", "Autres lectures du même fait, en JSON"),
    "note": ("string", "Ce qu’il faut savoir sur la valeur"),
    "secret": ("string", "« < 5 » ou « secret statistique » quand la valeur est cachée, vide sinon"),
    "edition": ("integer", "Numéro de l’édition qui dit cette valeur"),
}


def build_schema_resultats() -> dict:
    """A Table Schema with the fields of CHAMPS, in order."""
    return {"missingValues": [""], "primaryKey": ["indicateur", "annee", "dimension", "modalite"],
            "fields": [{"name": champ, "type": DESCRIPTIONS[champ][0], "description": DESCRIPTIONS[champ][1]}
                       for champ in CHAMPS]}
