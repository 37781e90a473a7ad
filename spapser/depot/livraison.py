"""What the server asks before it opens: are the shipped catalogue, queries and edition whole?"""

from collections.abc import Collection, Iterable

from spapser.catalogue import Catalogue, load_catalogue
from spapser.depot.rapport import Rapport, summarise
from spapser.depot.verification import check_edition
from spapser.errors import CatalogueInvalide, DonneesInvalides
from spapser.store import list_sql, load_edition


def verify_shipped() -> None:
    """CatalogueInvalide or DonneesInvalides, in one French sentence, when what ships is broken."""
    catalogue = load_catalogue()
    verify_queries(catalogue, list_sql("indicateurs"))
    verify_reports(check_edition(load_edition(0), catalogue))


def verify_queries(catalogue: Catalogue, requetes: Collection[str]) -> None:
    """Every computed indicator has its query, every query its indicator."""
    for indicateur in catalogue.indicateurs:
        if indicateur.fait_foi == "calculee" and indicateur.code not in requetes:
            raise CatalogueInvalide(
                f"L’indicateur « {indicateur.code} » de « {indicateur.fiche}.toml » est dit calculé "
                f"mais n’a pas de requête : écrire « sql/indicateurs/{indicateur.code}.sql »."
            )
    orphelines = sorted(set(requetes) - {indicateur.code for indicateur in catalogue.indicateurs})
    if orphelines:
        raise CatalogueInvalide(
            f"La requête « sql/indicateurs/{orphelines[0]}.sql » ne correspond à aucun "
            "indicateur : la retirer ou corriger son nom."
        )


def verify_reports(rapports: Iterable[Rapport]) -> None:
    """DonneesInvalides with the first blocking anomaly and the number of others."""
    bloquantes = tuple(anomalie for rapport in rapports for anomalie in rapport.anomalies if anomalie.bloquante)
    if bloquantes:
        raise DonneesInvalides(summarise(bloquantes))
