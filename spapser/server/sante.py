"""`/sante`: is the service well, for whoever watches over it. Through a relay, only what every page shows."""

import shutil
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import JSONResponse

import spapser
from spapser.server.visite import is_local
from spapser.store import Edition, depot_folder
from spapser.ui.presente import find_presente

PLACE_MINIMALE = 512 * 2**20


def serve_sante(request: Request) -> JSONResponse:
    """« ok » or « dégradé » with the reason in one sentence, the edition and its age in seconds, the version.

    From the machine itself, `disque` too: free and total bytes of the folder of editions. Always 200 while readers are
    served: a degraded service must not be stopped.
    """
    presente, disque = find_presente(), measure_disk()
    remarques = [presente.remarque] if presente.remarque else []
    if disque and disque["libre"] < PLACE_MINIMALE:
        remarques.append("La place manque pour publier : libérer le disque des éditions.")
    etat = {"etat": "dégradé" if remarques else "ok", "edition": presente.edition.numero,
            "age_secondes": measure_age(presente.edition), "version": spapser.__version__}
    if remarques:
        etat["remarque"] = " ".join(remarques)
    if is_local(request):
        etat["disque"] = disque
    return JSONResponse(etat, headers={"Cache-Control": "no-store"})


def measure_age(edition: Edition) -> int | None:
    """Seconds since the publication of an edition, 0 if the clock went back; None for the data that ship."""
    if not edition.date:
        return None
    return max(0, int((datetime.now(UTC) - datetime.fromisoformat(edition.date)).total_seconds()))


def measure_disk() -> dict[str, int] | None:
    """Free and total bytes where editions are written; None when nothing of that path can be reached."""
    for dossier in (depot_folder(), *depot_folder().parents):
        try:
            place = shutil.disk_usage(dossier)
        except OSError:
            continue
        return {"libre": place.free, "total": place.total}
    return None
