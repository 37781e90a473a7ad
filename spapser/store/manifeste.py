"""An edition written down: one JSON file, its own SHA-256 inside, read back into frozen values."""

import hashlib
import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from spapser.errors import EditionIllisible
from spapser.store.edition import SOCLE, Changement, Edition, Effet, Partie, Publication
from spapser.typographie import format_jour


def write_manifeste(edition: Edition) -> bytes:
    """The bytes of the manifest of an edition: parts and publication, sealed by the SHA-256 of the rest."""
    corps = describe(edition)
    return json.dumps(corps | {"sceau": seal(corps)}, ensure_ascii=False, indent=1).encode()


def describe(edition: Edition) -> dict:
    """An edition as plain values."""
    return {"numero": edition.numero, "publication": asdict(edition.publication),
            "parties": [asdict(partie) for partie in edition.parties]}


def read_manifeste(chemin: Path, depot: Path) -> Edition:
    """The edition of a manifest; EditionIllisible when it is cut, altered or not one."""
    try:
        corps = json.loads(chemin.read_bytes())
        sceau = corps.pop("sceau")
        if sceau != seal(corps):
            raise ValueError(sceau)
        bloc = corps["publication"]
        publication = Publication(**bloc | {
            "changements": tuple(Changement(**c) for c in bloc["changements"]),
            "effets": tuple(Effet(**e) for e in bloc["effets"]), "avertissements": tuple(bloc["avertissements"])})
        parties = tuple(Partie(**partie) for partie in corps["parties"])
        return build_edition(corps["numero"], depot, parties, publication)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise EditionIllisible(f"Le fichier « {chemin.name} » des éditions est illisible ou a été modifié : le rétablir "
                               "depuis une sauvegarde.") from None


def build_edition(numero: int, depot: Path, parties: tuple[Partie, ...], publication: Publication) -> Edition:
    """An edition over the data that ship, with its label."""
    jour = format_jour(datetime.fromisoformat(publication.date).date())
    fictif = ", données fictives" if any(partie.fictive for partie in parties) else ""
    return Edition(numero, SOCLE, f"édition {numero}, publiée le {jour}{fictif}", depot, parties, publication)


def seal(corps: dict) -> str:
    """SHA-256 of the content of a manifest, whatever its layout."""
    return hashlib.sha256(json.dumps(corps, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
