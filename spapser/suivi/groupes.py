"""The groups of contracts that stand behind a category of a breakdown or behind a count of companies: a name, a condition."""

ENTREPRISE = ("nombre_titulaires = 1 and exists (select 1 from entreprises as e where e.annee = faits.annee "
              "and e.montant > 1000000 and e.entreprise = if(faits.membres[1].type = 'SIRET', "
              "left(faits.membres[1].id, 9), faits.membres[1].id){suite})")
GROUPES = {
    "siae": ("Insertion (SIAE)", "reserve and reservation = 'SIAE'"),
    "ea": ("Entreprises adaptées (EA)", "reserve and reservation = 'EA'"),
    "esat": ("ESAT", "reserve and reservation = 'ESAT'"),
    "ess": ("Économie sociale et solidaire (ESS)", "reserve and reservation = 'ESS'"),
    "sans-precision": ("Sans précision", "reserve and reservation = ''"),
    "social-inconnu": ("Considérations sociales", "consideration_sociale is null"),
    "environnement-inconnu": ("Considérations environnementales", "consideration_environnementale is null"),
    "insertion-inconnue": ("Clause d’insertion", "clause_insertion is null"),
    "taille-inconnue": ("Taille du titulaire", "titulaire_pme is null"),
    "commune-inconnue": ("Commune du titulaire", "titulaire_territoire is null"),
    "offres-inconnues": ("Nombre d’offres", "offres_recues is null"),
    "avance-inconnue": ("Avance", "avance is null"),
    "delai-inconnu": ("Délai de publicité", "jours_gagnes is null"),
    "montant-inconnu": ("Montant", "montant_compte is null"),
    "entreprises-1m": ("Entreprises seules titulaires de plus de 1 M€ dans l’année", ENTREPRISE.format(suite="")),
    "entreprises-1m-territoire": ("Entreprises du territoire, seules titulaires de plus de 1 M€ dans l’année",
                                  ENTREPRISE.format(suite=" and e.du_territoire")),
}


def describe_groupe(code: str) -> str:
    """What the contracts of a group have in common: « sans réponse, avance », « réservés, ESAT », or the name itself."""
    libelle, condition = GROUPES[code]
    if condition.endswith("is null"):
        return f"sans réponse, {libelle[0].lower()}{libelle[1:]}"
    return f"réservés, {libelle}" if condition.startswith("reserve") else f"{libelle[0].lower()}{libelle[1:]}"
