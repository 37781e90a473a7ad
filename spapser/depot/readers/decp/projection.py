"""The SQL that a header calls for: which cells are read, what makes a state, what makes a contract."""

from collections.abc import Iterator

from spapser.catalogue import Jeu
from spapser.depot.readers.decp.entete import Entete

CLES = ("type", "id", "nom", "categorie", "commune", "departement")
CONCESSION = "case when regexp_matches(nature, '(?i)concession|délégation') then 'concession' else 'marché' end"


def list_champs(entete: Entete) -> Iterator[tuple[str, str]]:
    """Each field that is read, with the column of the dataset that it goes to."""
    yield from entete.colonnes.items()
    for titulaire in entete.titulaires.values():
        yield from (("titulaires", champ) for champ in titulaire.values())
    yield from (("modifications", champ) for champ in entete.modification.values())


def write_garde(entete: Entete, acheteur: str) -> str:
    """The condition that keeps the rows of a buyer, `acheteur` being digits."""
    return f"starts_with(replace({entete.colonnes['acheteur']}, ' ', ''), '{acheteur}')" if acheteur else "true"


def write_brut(entete: Entete, jeu: Jeu) -> tuple[str, str]:
    """The cells of a row, cleaned; then what identifies its contract, in older files without the number of its modification."""
    types = {colonne.nom: colonne for colonne in jeu.colonnes}
    cellules = [f"{clean(champ, types[nom].type, types[nom].liste)} as {nom}" for nom, champ in entete.colonnes.items()]
    for numero, titulaire in entete.titulaires.items():
        cellules += [f"decp_net({titulaire[cle]}) as t{numero}_{cle}" if cle in titulaire else f"null::varchar as t{numero}_{cle}"
                     for cle in CLES]
    cellules += [f"{clean(champ, 'date' if cle == 'date' else '')} as m_{cle}" for cle, champ in entete.modification.items()]
    cellules += [f"{champ} as e_{cle}" for cle, champ in entete.etat.items()]
    return ", ".join(cellules), "left(identifiant, -2)" if is_suffixed(entete) else "identifiant"


def clean(champ: str, genre: str, liste: bool = False) -> str:
    """A cell without sentinel, a list without brackets, a day without its hour."""
    if liste:
        return f"decp_liste(decp_net({champ}))"
    return f"decp_jour(decp_net({champ}))" if genre == "date" else f"decp_net({champ})"


def is_suffixed(entete: Entete) -> bool:
    """True for the format where a modification is a contract of its own, whose identifier ends with its number."""
    return "motif" in entete.etat and "rang" not in entete.etat and "id" not in entete.modification


def write_etats(entete: Entete) -> str:
    """Rows of the states: that of the row, then that of the modification which the row describes beside it."""
    duree, montant = (nom if nom in entete.colonnes else "null::varchar" for nom in ("duree_mois", "montant"))
    rang = "try_cast(right(identifiant, 2) as integer)" if is_suffixed(entete) else "try_cast(e_rang as integer)"
    rang = f"coalesce({rang}, 0)" if "rang" in entete.etat or is_suffixed(entete) else "0"
    actuelle = "decp_oui(e_actuelle)" if "actuelle" in entete.etat else "null::boolean"
    objets = ", ".join(write_titulaire(f"t{numero}_") for numero in entete.titulaires)
    cles = ", ".join(f"t{numero}_id" for numero in entete.titulaires)
    etats = (f"select numero, ligne, {rang} as rang, {actuelle} as actuelle, date_notification as date, {montant} as montant, "
             f"{duree} as duree, nullif(concat_ws(',', {objets}), '') as titulaire, concat_ws(' ', {cles}) as cle from decp_brut")
    return f"{etats} union all {write_modifications(entete)}" if entete.modification else etats


def write_titulaire(prefixe: str) -> str:
    """A holder as a JSON object."""
    ecritures = {"nom": "nom_diffusible({})", "type": "upper({})"}
    paires = ", ".join(f"decp_paire('{cle}', {ecritures.get(cle, '{}').format(prefixe + cle)})" for cle in CLES)
    return f"decp_objet(concat_ws(',', {paires}))"


def write_modifications(entete: Entete) -> str:
    """States told by the columns of modification, where there is one."""
    def pick(cle: str) -> str:
        return f"m_{cle}" if cle in entete.modification else "null::varchar"

    titulaire = f"decp_objet(concat_ws(',', decp_paire('type', upper({pick('type')})), decp_paire('id', {pick('titulaire')})))"
    return (f"select numero, ligne, greatest(coalesce(try_cast({pick('id')} as integer), 1), 1), null, {pick('date')}, "
            f"{pick('montant')}, {pick('duree')}, if({pick('titulaire')} is null, null, {titulaire}), {pick('titulaire')} "
            f"from decp_brut where coalesce({pick('date')}, {pick('montant')}, {pick('duree')}, {pick('titulaire')}) is not null")


def write_sortie(entete: Entete, jeu: Jeu) -> dict[str, str]:
    """Column of the dataset -> SQL, in the order of the dataset."""
    def pick(nom: str) -> str:
        return f"b.{nom}" if nom in entete.colonnes else "null::varchar"

    famille = CONCESSION.replace("nature", "b.nature") if "nature" in entete.colonnes else "'marché'"
    calculees = {"famille": f"coalesce({pick('famille')}, {famille})", "titulaires": "c.titulaires",
                 "titulaires_initiaux": "c.titulaires_initiaux", "modifications": "c.modifications",
                 "montant_actuel": f"decp_change({pick('montant')}, c.montant_final)",
                 "duree_actuelle": f"decp_change({pick('duree_mois')}, c.duree_finale)",
                 "annee": "decp_an(b.date_notification)"}
    return {c.nom: calculees.get(c.nom, f"b.{c.nom}") for c in jeu.colonnes if c.nom in calculees or c.nom in entete.colonnes}
