"""What a judgement found, cause by cause: what stops, what must be ticked."""

from collections.abc import Callable, Sequence

import streamlit as st

from spapser.depot.rapport import Anomalie, Cause, Rapport
from spapser.typographie import INSECABLE, format_nombre, format_quantite
from spapser.ui.balises import show, t


def render_bloquantes(causes: Sequence[Cause], locate: Callable[[Anomalie], str]) -> None:
    """What forbids publishing, with the first places and how to mend each; nothing is shown when nothing does."""
    if not causes:
        return
    nombre = format_quantite(sum(cause.nombre for cause in causes), "anomalies", 0)
    blocs = "".join(f"<li>{write_cause(cause, locate)}</li>" for cause in causes)
    show(f'<h3 class="constat">{t(nombre)} à corriger avant de publier</h3><ul class="notes">{blocs}</ul>')


def tick_avertissements(rapport: Rapport, cle: str, locate: Callable[[Anomalie], str],
                        write: Callable[[int, Cause], str] | None = None) -> tuple[str, ...]:
    """One box a warning, under what `write` says of it and its rank; the keys of those that are ticked."""
    if not rapport.avertissements:
        return ()
    show('<h3 class="constat">À vérifier avant de publier</h3><p class="sp-aide">Cocher ce qui est voulu&nbsp;: cela reste dans '
         "le journal. Sinon, corriger.</p>")
    coches = []
    for rang, cause in enumerate(rapport.avertissements, 1):
        show(write(rang, cause) if write else f"<p>{write_cause(cause, locate)}</p>")
        if st.checkbox(name_case(rang, cause), key=f"{cle}_{cause.cle}_{cause.nombre}"):
            coches.append(cause.cle)
    return tuple(coches)


def name_case(rang: int, cause: Cause) -> str:
    """« Point 2 (3 fois) : vérifié, c’est voulu »; nothing of the file, since a label may be markup."""
    fois = f" ({format_nombre(cause.nombre)} fois)" if cause.nombre > 1 else ""
    return f"Point {rang}{fois}{INSECABLE}: vérifié, c’est voulu"


def write_cause(cause: Cause, locate: Callable[[Anomalie], str]) -> str:
    """One cause: what, where first, how to mend."""
    lieux = " ; ".join(dict.fromkeys(locate(anomalie) for anomalie in cause.premieres))
    reste = cause.nombre - len(cause.premieres)
    suite = f" et {format_quantite(reste, 'autres', 0)}" if reste > 0 else ""
    return (f"<strong>{t(cause.message[:1].upper() + cause.message[1:])}</strong><br>"
            f'<span class="source">{t(lieux)}{t(suite)}. Remède : {t(cause.remede)}.</span>')
