"""The typesetter of the documents: typst with one face, the same on every machine."""

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

POLICE = "font_source_sans_pro"


@lru_cache(maxsize=1)
def load_polices():
    """The face of the documents, read once. Machine fonts are left out: the same file gives the same pages everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(files(POLICE) / "files")])


def compose(modele: Path, valeurs: dict, **options) -> bytes | list[bytes]:
    """The pages of a typst file that reads `valeurs` as JSON in `sys.inputs.valeurs`; `options` as typst has them.

    The library is imported when a document is asked for: it weighs 80 MB.
    """
    import typst

    return typst.compile(str(modele), font_paths=load_polices(), root=str(modele.parent),
                         sys_inputs={"valeurs": json.dumps(valeurs, ensure_ascii=False)}, **options)
