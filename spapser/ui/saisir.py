"""The blocks of the page where small datasets are typed: which one, which year, the grid, its judgement, its effect."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from spapser.catalogue import Jeu, load_catalogue
from spapser.depot.apercu import Apercu, preview
from spapser.depot.parcours import Examen, examine_rows, publish_examen
from spapser.depot.rapport import Anomalie
from spapser.depot.saisie import read_published
from spapser.errors import SpapserError
from spapser.exports.modele import build_gabarit
from spapser.store import Base
from spapser.ui.annee import current_annee
from spapser.ui.annonce import announce
from spapser.ui.balises import show, t
from spapser.ui.cache import open_base, open_suivi
from spapser.ui.ecriture import require_open
from spapser.ui.edition import current_vue, leave_past
from spapser.ui.effets import render_changements, render_effets
from spapser.ui.grille import RANG, edit_rows
from spapser.ui.rapport import render_bloquantes, tick_avertissements
from spapser.ui.signature import ask_signature

JEUX = ("observations", "cibles", "suivi_actions", "evenements", "programmation")
CLE = "saisie_verifiee"


@dataclass(frozen=True)
class Verification:
    """Typed rows once judged, and what they would change when nothing forbids it."""

    lignes: tuple
    rangs: tuple[str, ...]
    examen: Examen
    apercu: Apercu | None

    def locate(self, anomalie: Anomalie) -> str:
        """Where in the grid: « ligne 3, colonne « valeur » », « ligne ajoutée, colonne « unite » »."""
        lieux = []
        if anomalie.ligne is not None and 0 <= anomalie.ligne - 2 < len(self.rangs):
            rang = self.rangs[anomalie.ligne - 2]
            lieux.append(f"ligne {rang}" if rang else "ligne ajoutée")
        lieux += [f"colonne « {anomalie.colonne} »"] if anomalie.colonne else []
        return ", ".join(lieux) or "grille entière"


def choose_jeu() -> tuple[Jeu, int]:
    """The dataset and the year, in the address."""
    catalogue = load_catalogue()
    titres = {catalogue.jeu(nom).titre: nom for nom in JEUX}
    gauche, droite = st.columns(2)
    jeu = catalogue.jeu(titres[gauche.selectbox("Jeu de données", list(titres), key="jeu", bind="query-params")])
    annees = list_annees(jeu)
    defaut = str(current_annee() + (jeu.nom == "programmation"))
    choix = droite.selectbox("Année à saisir", annees, index=annees.index(defaut), key=f"an_{jeu.nom}")
    show(f'<p class="sp-aide">{t(jeu.description)} Une ligne&nbsp;: {t(jeu.grain)}. Une étoile marque ce qui est '
         "obligatoire.</p>")
    return jeu, int(choix)


def list_annees(jeu: Jeu) -> list[str]:
    """The years that one may type: from the first one known to two years after the last one, last first."""
    connues = {ligne["annee"] for ligne in open_base().rows(jeu.nom)} | set(open_suivi().annees)
    return [str(annee) for annee in range(max(open_suivi().annees) + 2, min(connues) - 1, -1)]


def render_grille(jeu: Jeu, annee: int) -> None:
    """The grid, its button, then the judgement of what it held when the button was pressed."""
    base = open_base(current_vue().presente)
    publiees = read_published(jeu, annee, base)
    reprises = [] if publiees else take_up(jeu, annee, base)
    cle = f"grille_{jeu.nom}_{annee}_{base.edition.numero}_{len(reprises)}"
    saisies = edit_rows(jeu, annee, publiees or reprises, load_catalogue(), cle)
    gardees = [s for s in saisies if drop_rang(s) not in reprises or is_complete(jeu, s)]
    lignes, rangs = [drop_rang(saisie) for saisie in gardees], tuple(saisie[RANG] for saisie in gardees)
    if st.button("Vérifier et voir l’effet", type="primary", key="verifier"):
        forget()
        if lignes == publiees:
            show('<p class="sp-aide" role="status">Rien n’a changé dans la grille&nbsp;: il n’y a rien à publier.</p>')
            return
        st.session_state[CLE] = verify(jeu, annee, lignes, rangs)
    verification = st.session_state.get(CLE)
    if verification is None:
        return
    if verification.lignes != freeze(jeu, annee, lignes):
        show('<p class="sp-aide" role="status">La grille a changé depuis la vérification&nbsp;: vérifier de nouveau.</p>')
        return
    render_verification(verification)


def drop_rang(saisie: dict[str, str]) -> dict[str, str]:
    """A row of the grid as a row of the dataset."""
    return {nom: valeur for nom, valeur in saisie.items() if nom != RANG}


def take_up(jeu: Jeu, annee: int, base: Base) -> list[dict[str, str]]:
    """The rows that a new year may begin with: the codes of the year before, as in the template; none if unwanted."""
    noms = [colonne.nom for colonne in jeu.colonnes]
    lignes = [{nom: ligne.get(nom, "") for nom in noms} | {"annee": str(annee)}
              for ligne in build_gabarit(base, jeu.nom, annee).lignes]
    if not lignes or not st.toggle("Commencer par les codes de l’année précédente", value=True, key=f"reprendre_{jeu.nom}"):
        return []
    show('<p class="sp-aide">Les lignes reprises que l’on laisse sans valeur ne sont pas publiées.</p>')
    return lignes


def is_complete(jeu: Jeu, ligne: dict[str, str]) -> bool:
    """True when a row taken up has a value, or everything that is required of it."""
    exigees = {c.nom for c in jeu.colonnes if c.nom == "valeur" or (c.obligatoire and not c.defaut)}
    return all(ligne.get(nom) for nom in exigees)


def freeze(jeu: Jeu, annee: int, lignes: Sequence[dict]) -> tuple:
    """What was typed, to be compared with later."""
    return jeu.nom, annee, tuple(tuple(sorted(ligne.items())) for ligne in lignes)


def verify(jeu: Jeu, annee: int, lignes: Sequence[dict], rangs: tuple[str, ...]) -> Verification | None:
    """Judge the rows and, when nothing forbids it, see what they would change; None with a sentence when it is impossible."""
    base = open_base(current_vue().presente)
    try:
        with st.spinner("Vérification de la grille…"):
            examen = examine_rows(jeu.nom, lignes, (annee,), base)
            apercu = preview(examen, base) if examen.rapport.accepte else None
            return Verification(freeze(jeu, annee, lignes), rangs, examen, apercu)
    except SpapserError as erreur:
        show(f'<div class="bandeau" role="alert"><p>{t(str(erreur))}</p></div>')
        return None


def forget() -> None:
    """Close the workshop of the last verification."""
    verification = st.session_state.pop(CLE, None)
    if verification is not None:
        verification.examen.close()


def render_verification(verification: Verification) -> None:
    """What must be mended, or what would change, then the signature."""
    rapport, apercu = verification.examen.rapport, verification.apercu
    render_bloquantes(rapport.bloquantes, verification.locate)
    if apercu is None:
        return
    show(f'<h2 class="sp-titre2">Ce que cette saisie changerait</h2><p role="status"><strong>{t(apercu.phrase)}</strong></p>')
    if not any(c.ajoutees or c.modifiees or c.retirees for c in apercu.changements):
        return
    render_changements(apercu.changements)
    render_effets(apercu.effets)
    coches = tick_avertissements(rapport, "saisie", verification.locate)
    signature = ask_signature("saisie", "Publier une nouvelle édition", "Chiffres du premier semestre")
    if signature:
        publish(verification, signature, coches)


def publish(verification: Verification, signature, coches: Sequence[str]) -> None:
    """Publish what was verified, or say why it was refused; the grid keeps what was typed."""
    try:
        require_open()
        edition = publish_examen(verification.examen, verification.apercu, signature.personne, signature.motif, coches, "saisie")
    except SpapserError as erreur:
        show(f'<div class="bandeau" role="alert"><p>{t(str(erreur))}</p></div>')
        return
    forget()
    leave_past()
    announce(f"Édition {edition.numero} publiée. {verification.apercu.phrase}")
