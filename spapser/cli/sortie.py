"""What a command prints for programs."""

import json


def print_json(valeur) -> None:
    """Indented JSON, French text as it is."""
    print(json.dumps(valeur, ensure_ascii=False, indent=2))
