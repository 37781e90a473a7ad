"""What the start says of who may write."""

from spapser.acces.comptes import load_comptes
from spapser.acces.regles import load_regles
from spapser.errors import AccesIllisible
from spapser.typographie import insecables
from spapser.ui.personne import has_broken_secrets, has_fournisseur, is_configured
from spapser.ui.poste import why_server


def describe_acces(adresse: str | None) -> list[str]:
    """Sentences for whoever starts the service: closed and why, or open to whom; none on a local post."""
    if not is_configured():
        fermee = why_server(adresse)
        return [insecables(fermee)] if fermee else []
    try:
        return [insecables(phrase) for phrase in list_ways()]
    except AccesIllisible as erreur:
        return [insecables(f"La publication est fermée : {erreur}")]


def list_ways() -> list[str]:
    """The ways to sign in; a provider without a list lets nobody write, and that is said."""
    if has_broken_secrets():
        raise AccesIllisible("les secrets de la connexion (secrets.toml) ne se lisent pas, les corriger d’après docs/acces.md.")
    comptes, regles, phrases = load_comptes(), load_regles(), []
    if has_fournisseur():
        nombre = len(regles.acces)
        phrases.append(f"Connexion par {regles.nom} : {nombre} règle{'s' if nombre > 1 else ''} d’accès." if nombre else
                       f"Connexion par {regles.nom}, mais aucune règle d’accès : personne ne publie. Indiquer SPAPSER_ACCES "
                       "(docs/acces.md).")
    if comptes:
        phrases.append(f"Connexion par compte local : {len(comptes)} compte{'s' if len(comptes) > 1 else ''}.")
    return phrases
