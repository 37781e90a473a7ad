"""The blocks of the legal table: the law, the rates of the year and of two years with targets, national landmarks, the CSV."""

from collections.abc import Sequence

from spapser.catalogue.obligation import load_loi, load_obligations
from spapser.exports.legal import NOM
from spapser.suivi import Suivi
from spapser.suivi.obligation import LigneLegale, list_lignes_legales, list_reperes
from spapser.suivi.phrase_contrats import write_somme
from spapser.suivi.source import write_cible
from spapser.typographie import format_nombre, format_quantite
from spapser.ui.balises import badge_court, show, t, tableau
from spapser.ui.cadre import link_page
from spapser.ui.edition import address

COLONNES = ("Catégorie", "Mode", "Taux", "Base", "Sans réponse", "Cible", "Statut")


def render_loi() -> None:
    """Where to read the law, and what each category counts."""
    loi = load_loi()
    definitions = "".join(f"<li><strong>{t(o.libelle)}</strong>&nbsp;: {t(o.definition)}</li>" for o in load_obligations())
    show(f'<p>Texte&nbsp;: <a href="{t(loi.lien)}" target="_blank" rel="noopener" class="lien">{t(loi.titre)}</a>, sur '
         "Légifrance. Marchés et lots notifiés dans la période, hors concessions&nbsp;; montants actuels hors taxes. Les "
         f'réponses inconnues sont mises à part et comptées.</p><ul class="notes">{definitions}</ul>')


def render_lignes(suivi: Suivi, annee: int) -> None:
    """The table of the year and that of the two years it ends; without contracts, how to deposit them."""
    lignes = list_lignes_legales(suivi)
    retenues = [ligne for ligne in lignes if ligne.fin == annee]
    if not retenues:
        render_vide(annee, sorted({ligne.fin for ligne in lignes}))
    for periode in dict.fromkeys(ligne.periode for ligne in retenues):
        show(f'<h2 class="sp-titre2">{"Deux ans" if "-" in periode else "Année"}&nbsp;: {t(periode)}</h2>'
             + write_table(periode, [ligne for ligne in retenues if ligne.periode == periode]))
    if lignes:
        show(f'<p class="prendre"><a href="{address(NOM)}" class="lien" download>Télécharger le tableau de toutes les périodes '
             "(CSV)</a></p>")


def write_table(periode: str, lignes: Sequence[LigneLegale]) -> str:
    """One period as a table, with the file it comes from."""
    sources = " ; ".join(dict.fromkeys(ligne.source for ligne in lignes if ligne.source))
    return tableau(f"Indicateurs de l’article L2111-3, {periode}", COLONNES, [write_ligne(ligne) for ligne in lignes],
                   (2, 3, 4, 5)) + f'<p class="source">Source&nbsp;: {t(sources)}.</p>'


def write_ligne(ligne: LigneLegale) -> tuple[str, ...]:
    """One rate as a row."""
    euros = ligne.mode == "en valeur"
    cible = f"{ligne.cible.comparaison} {format_quantite(ligne.cible.valeur, '%', 1)}" if ligne.cible else "–"
    return (t(ligne.obligation.libelle), t(ligne.mode), t(format_quantite(ligne.taux, "%", 1)),
            t(write_base(ligne.numerateur, ligne.denominateur, euros)), t(write_base(ligne.inconnues, ligne.total, euros)),
            t(cible), badge_court(ligne.statut))


def write_base(partie: float | None, total: float | None, euros: bool) -> str:
    """« 43 sur 119 », « 1,2 M€ HT sur 4 M€ HT », « – » when nothing is known."""
    if total is None:
        return "–"
    nombres = [write_somme(n or 0) if euros else format_nombre(n or 0, 0) for n in (partie, total)]
    return " sur ".join(nombres)


def render_vide(annee: int, connues: Sequence[int]) -> None:
    """No contract for the year: say so, and how to deposit some."""
    suite = f" Années connues&nbsp;: {', '.join(str(an) for an in connues)}." if connues else ""
    show(f'<div class="vide"><h2 class="sp-titre2">Aucun contrat n’est déposé pour {annee}</h2><p>Ce tableau se calcule '
         "dès que le fichier des contrats est déposé&nbsp;: données essentielles de la commande publique (DECP) ou tableur, puis "
         f"compléments pour les ESUS et l’insertion.{suite}</p></div>")
    link_page("deposer", "Déposer le fichier des contrats", jeu="Contrats")


def render_reperes(suivi: Suivi) -> None:
    """National landmarks, each with its link: they are not the targets of the authority."""
    reperes = list_reperes(suivi)
    lignes = "".join(
        f"<li><strong>{t(mesure.indicateur.libelle)}</strong>, {cible.annee}&nbsp;: {t(write_cible(mesure, cible))}. "
        f'{t(cible.note)} <a href="{t(cible.lien)}" target="_blank" rel="noopener" class="lien">Lire le texte<span '
        f"class='cache'> : {t(mesure.indicateur.libelle)}</span></a></li>" for mesure, cible in reperes if cible.lien)
    if lignes:
        show('<h2 class="sp-titre2">Repères nationaux</h2><p class="sp-aide">Ils situent l’EPT ; ce ne sont pas ses '
             f'cibles.</p><ul class="notes">{lignes}</ul>')
