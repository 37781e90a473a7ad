"""A proposed status becomes a declared one: a person confirms it, under their name and with their reason."""

from datetime import date

import streamlit as st

from spapser.catalogue import Fiche, load_catalogue
from spapser.catalogue.model import Objectif
from spapser.depot.apercu import preview
from spapser.depot.parcours import examine_rows, publish_examen
from spapser.depot.saisie import read_published
from spapser.errors import PublicationRefusee, SpapserError
from spapser.store import Edition
from spapser.suivi import Action
from spapser.suivi.source import write_source_action
from spapser.ui.annee import current_annee
from spapser.ui.annonce import announce
from spapser.ui.balises import badge_action, show, t
from spapser.ui.cache import open_base, open_suivi
from spapser.ui.ecriture import require_open
from spapser.ui.edition import current_vue, leave_past
from spapser.ui.signature import Signature, ask_signature

CLE = "objectif_a_confirmer"


def render_proposes() -> None:
    """The objectives of the year whose status is only proposed, fiche by fiche, each with its button."""
    suivi, annee = open_suivi(), current_annee()
    demande = st.session_state.get(CLE) or st.query_params.get("objectif", "")
    proposes = {fiche: [o for o in fiche.objectifs if is_propose(o, annee)] for fiche in suivi.catalogue.fiches}
    restantes = [fiche for fiche, objectifs in proposes.items() if objectifs]
    if not restantes:
        show(f'<p class="sp-aide" role="status">Aucun statut proposé n’attend de confirmation pour {annee}.</p>')
        return
    total = sum(len(objectifs) for objectifs in proposes.values())
    nombre = f"{total} statut{'s' if total > 1 else ''} proposé{'s' if total > 1 else ''}"
    show(f'<p class="sp-aide">{nombre} pour {annee}, lu{"s" if total > 1 else ""} dans le texte. Confirmer publie une nouvelle '
         "édition, qui porte votre nom, votre motif et la date. Pour déclarer un autre statut, remplir la grille «\u00a0Suivi "
         "des actions\u00a0».</p>")
    for objectif in proposes[choose_fiche(restantes, demande)]:
        render_objectif(objectif, annee, objectif.code == demande)


def is_propose(objectif: Objectif, annee: int) -> bool:
    """True when the objective waits for a confirmation."""
    action = open_suivi().action(objectif.code, annee)
    return action is not None and action.propose


def choose_fiche(restantes: list[Fiche], demande: str) -> Fiche:
    """The fiche to look at: the one of the objective asked for, else the first one that has something to confirm."""
    titres = {f"{fiche.numero} · {fiche.titre_court}": fiche for fiche in restantes}
    voulue = next((titre for titre, f in titres.items() if demande in [o.code for o in f.objectifs]), next(iter(titres)))
    choix = st.selectbox("Fiche", list(titres), index=list(titres).index(voulue), key=f"fiche_a_confirmer_{len(titres)}")
    return titres[choix]


def render_objectif(objectif: Objectif, annee: int, ouvert: bool) -> None:
    """One objective: what was done, the proposed status and its reason, the button, then the form once it is pressed."""
    action = open_suivi().action(objectif.code, annee)
    with st.container(border=True, key=f"confirmer_{objectif.code}"):
        show(f'<h2 class="constat" style="margin-top:0">{t(objectif.titre)}</h2><p>{t(action.realisation)}</p>'
             f'<p class="source">{t(write_source_action(action))}.</p>'
             f'<p>{badge_action(action.statut, True)}</p><p class="source">{t(action.motif)}</p>')
        st.button(f"Confirmer « {action.statut_propose} »", on_click=ask, args=(objectif.code,), key=f"oui_{objectif.code}")
        if ouvert:
            signature = ask_signature(f"statut_{objectif.code}", f"Déclarer « {action.statut_propose} »",
                                      "Vérifié avec le service concerné")
            if signature:
                confirm(objectif, action, signature)


def ask(code: str) -> None:
    """Open the form of one objective."""
    st.session_state[CLE] = code


def confirm(objectif: Objectif, action: Action, signature: Signature) -> None:
    """Publish the confirmation, or say why it was refused."""
    try:
        require_open()
        with st.spinner("Publication…"):
            edition = declare(action, signature)
    except SpapserError as erreur:
        show(f'<div class="bandeau" role="alert"><p>{t(str(erreur))}</p></div>')
        return
    st.session_state.pop(CLE, None)
    st.query_params.pop("objectif", None)
    leave_past()
    announce(f"Édition {edition.numero} publiée : « {objectif.titre} » est déclaré {action.statut_propose}.")


def declare(action: Action, signature: Signature) -> Edition:
    """The new edition, where the proposed status of one objective is declared. PublicationRefusee says why not."""
    base = open_base(current_vue().presente)
    jeu = load_catalogue().jeu("suivi_actions")
    declaration = {"statut_declare": action.statut_propose, "motif_declare": signature.motif.strip(),
                   "declare_par": signature.auteur.strip(), "declare_le": date.today().isoformat()}
    lignes = [ligne | (declaration if ligne["objectif"] == action.objectif else {})
              for ligne in read_published(jeu, action.annee, base)]
    examen = examine_rows(jeu.nom, lignes, (action.annee,), base)
    try:
        if not examen.rapport.accepte:
            raise PublicationRefusee(examen.rapport.phrase)
        motif = f"Statut « {action.statut_propose} » confirmé, {action.objectif} : {signature.motif.strip()}"
        acceptes = [cause.cle for cause in examen.rapport.avertissements]
        apercu = preview(examen, base)
        return publish_examen(examen, apercu, signature.personne, motif if signature.motif.strip() else "", acceptes, "saisie")
    finally:
        examen.close()
