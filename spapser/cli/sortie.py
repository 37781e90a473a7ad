"""What a command prints for programs, and the files it writes."""

import json
from pathlib import Path

from spapser.dossier import describe_panne
from spapser.errors import PublicationRefusee

SORTIE_STANDARD = Path("-")


def print_json(valeur) -> None:
    """Indented JSON, French text as it is."""
    print(json.dumps(valeur, ensure_ascii=False, indent=2))


def write_new(chemin: Path, contenu: bytes) -> None:
    """Create a file; PublicationRefusee when it exists, perhaps already filled, or cannot be written."""
    try:
        with chemin.open("xb") as flux:
            flux.write(contenu)
    except FileExistsError:
        raise PublicationRefusee(f"« {chemin.name} » existe déjà et n’a pas été touché : choisir un autre nom avec -o.") from None
    except OSError as erreur:
        raise PublicationRefusee(f"« {chemin.name} » ne peut pas s’écrire ({describe_panne(erreur)}) : choisir un autre dossier "
                                 "avec -o.") from None
