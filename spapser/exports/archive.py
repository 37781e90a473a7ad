"""Several files in one: the same files always give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

DATE = (2020, 1, 1, 0, 0, 0)  # a zip needs one; the real date is written inside the files


def build_zip(fichiers: Mapping[str, bytes]) -> bytes:
    """A zip of these files by name, in their order; a name may hold folders."""
    sortie = io.BytesIO()
    with zipfile.ZipFile(sortie, "w") as archive:
        for nom, contenu in fichiers.items():
            entree = zipfile.ZipInfo(nom, DATE)
            entree.compress_type = zipfile.ZIP_DEFLATED
            entree.external_attr = 0o644 << 16
            archive.writestr(entree, contenu)
    return sortie.getvalue()
