"""One fiche of the standalone edition: promise, indicators, charts with their values, objectives, lists, doubts."""

from spapser.exports.bilan import Bilan, ObjectifBilan, SectionFiche
from spapser.exports.html.balises import badge_action, badge_court, section, t, tableau, volet, without_empty
from spapser.exports.html.figure import write_figure
from spapser.suivi import Mesure
from spapser.suivi.action import describe_declaration
from spapser.suivi.phrase import describe_evolution
from spapser.suivi.rapprochement import name_avec_inconnues
from spapser.suivi.source import shorten_source, write_court, write_renvois, write_source_action

INDICATEURS = ("Indicateur", "Réalisé", "Cible", "Statut", "Évolution", "Source")


def write_fiche(partie: SectionFiche, bilan: Bilan) -> str:
    """The section of a fiche."""
    fiche = partie.fiche
    figures = "".join(write_figure(graphique, bilan, f"{fiche.code}-{graphique.code}") for graphique in partie.graphiques)
    corps = "".join((
        f'<p class="officiel">{t(fiche.titre)}</p><p class="promesse">{t(fiche.engagement)}</p>'
        f'<p class="en-bref"><strong>En bref.</strong> {t(partie.en_bref)}</p>',
        write_mesures(partie, bilan.annee), figures, write_objectifs(partie, bilan.annee), write_listes(partie, bilan.annee),
        write_notes(partie), '<p class="retour"><a href="#sommaire">Retour au sommaire</a></p>'))
    return f'<div class="fiche">{section(fiche.code, f"Fiche {fiche.numero} · {fiche.titre_court}", corps)}</div>'


def write_mesures(partie: SectionFiche, annee: int) -> str:
    """The indicators known for the year in a table, the names of the others in a sentence."""
    connues = [m for m in partie.mesures if m.dite or m.cible or m.precedente is not None]
    absentes = [m.indicateur.libelle for m in partie.mesures if m not in connues]
    table = tableau(f"Indicateurs de la fiche {partie.fiche.numero} en {annee}", INDICATEURS,
                    [row_mesure(m) for m in connues], (1, 2)) if connues else ""
    renvois = write_renvois(connues)
    table += f'<p class="source">{t(renvois)}</p>' if renvois else ""
    reste = f'<p class="aide">Sans valeur publiée en {annee} : {t(" ; ".join(absentes))}.</p>' if absentes else ""
    return table + reste


def row_mesure(mesure: Mesure) -> tuple[str, ...]:
    """One indicator as safe cells."""
    return (t(name_avec_inconnues(mesure)), t(mesure.texte), t(mesure.texte_cible or "–"), badge_court(mesure.statut),
            t(describe_evolution(mesure) or "–"), t(write_court(mesure)))


def write_objectifs(partie: SectionFiche, annee: int) -> str:
    """Every objective with its status and what was done."""
    lignes = "".join(write_objectif(suivi, annee) for suivi in partie.objectifs)
    return ('<h3>Ce qui a été fait, objectif par objectif</h3><p class="aide">Un statut proposé est lu dans le texte ; '
            f'il reste à confirmer par les services.</p><ul class="objectifs">{lignes}</ul>')


def write_objectif(suivi: ObjectifBilan, annee: int) -> str:
    """One objective."""
    titre, action = f"<h4>{t(suivi.objectif.titre)}</h4>", suivi.action
    if action is None:
        return f'<li>{titre}<p>{badge_action("", False)}</p><p>Aucun suivi publié pour {annee}.</p></li>'
    texte = action.motif if action.propose else describe_declaration(action)
    motif = f'<p class="source">{t(texte)}</p>' if texte else ""
    source = f"{write_source_action(action)}. "
    return (f"<li>{titre}<p>{badge_action(action.statut, action.propose)}</p>{motif}<p>{t(action.realisation)}</p>"
            f'<p class="source">{t(source + action.note)}</p></li>')


def write_listes(partie: SectionFiche, annee: int) -> str:
    """Contracts that the report names and purchases to come, each in a table that opens on demand."""
    blocs = ""
    if partie.marches:
        blocs += volet(f"Marchés cités ({len(partie.marches)})", without_empty(
            f"Marchés cités par la fiche {partie.fiche.numero} en {annee}",
            ("Marché", "Lot", "Titulaire", "Situation", "Réservation", "Clause", "Source"),
            [[*(t(m[c] or "–") for c in ("marche", "lot", "titulaire", "situation", "reservation", "clause")),
              t(shorten_source(m))] for m in partie.marches]))
    if partie.achats:
        blocs += volet(f"Achats à venir cités ({len(partie.achats)})", without_empty(
            f"Achats à venir cités par la fiche {partie.fiche.numero}",
            ("Achat", "Réservation", "Sourçage", "Structures visées", "Structure citée", "Source"),
            [[*(t(a[c] or "–") for c in ("achat", "reservation", "sourcage", "public_vise", "structure")), t(shorten_source(a))]
             for a in partie.achats]))
    return blocs


def write_notes(partie: SectionFiche) -> str:
    """Doubts and contradictions about the figures."""
    if not partie.notes:
        return ""
    return f'<h3>Qualité des données</h3><ul class="notes">{"".join(f"<li>{t(note)}</li>" for note in partie.notes)}</ul>'
