"""The blocks of the accessibility statement, in the order of its template."""

import os
from datetime import date

from spapser.catalogue.accessibilite import (
    ETATS,
    Declaration,
    Theme,
    count_etats,
    load_criteres,
    load_themes,
)
from spapser.typographie import enumere, format_jour
from spapser.ui.balises import fold, show, t, tableau
from spapser.ui.cadre import count_pages
from spapser.ui.feuille import Feuille

CONTACT = "SPAPSER_CONTACT"
DEFENSEUR = "https://formulaire.defenseurdesdroits.fr/"
RGAA = "https://accessibilite.numerique.gouv.fr/"


def read_contact() -> str:
    """Where to write, from the settings of the service; empty when nothing is set."""
    return " ".join(os.environ.get(CONTACT, "").split())[:200]


def render_etat(declaration: Declaration) -> None:
    """Commitment, perimeter and state of conformity."""
    show(f"<p>{t(declaration.organisme)} s’engage à rendre ce service accessible, "
         f'conformément à l’article 47 de la loi du 11 février 2005 et au '
         f'<a href="{RGAA}" target="_blank" rel="noopener">RGAA</a>.</p>'
         f"<p>Cette déclaration d’accessibilité s’applique au service «&nbsp;{t(declaration.service)}&nbsp;».</p>"
         '<h2 class="sp-titre2">État de conformité</h2>'
         f"<p>Le service «&nbsp;{t(declaration.service)}&nbsp;» est <strong>{t(declaration.etat)}</strong> avec le "
         f"{t(declaration.referentiel)}. {t(declaration.motif)}</p>")


def render_essais(declaration: Declaration) -> None:
    """What was looked at so far: the automatic tests, then what the team knows of each criterion."""
    essais, compte = declaration.essais, count_etats(load_criteres())
    largeurs = enumere([str(largeur) for largeur in essais["largeurs"]])
    show('<h2 class="sp-titre2">Résultats des essais</h2><p>Aucun audit n’étant fait, aucun taux de conformité n’est '
         f"donné. À chaque livraison, des essais automatiques ouvrent les {count_pages()} pages dans un vrai navigateur "
         f"({t(essais['navigateur'])}). Ils les ouvrent en {largeurs} pixels de large, en thème {enumere(essais['themes'])}. "
         f"Le moteur {t(essais['moteur'])} n’y trouve aucune violation des niveaux A et AA. D’autres mesurent les contrastes, "
         "le parcours au clavier, le grossissement et l’impression.</p>"
         "<p>L’équipe tient aussi l’état de chacun des 106 critères, avec sa preuve&nbsp;:</p>")
    show(tableau("État connu des 106 critères, avant audit", ("État", "Critères"),
                 [(t(etat), str(compte[etat])) for etat in ETATS], (1,)))
    with Feuille() as feuille:
        feuille.write(*(write_theme(theme) for theme in load_themes()))


def write_theme(theme: Theme) -> str:
    """The criteria of a theme, folded under its title."""
    lignes = [(f"{t(c.numero)} {t(c.titre)}", t(c.etat), t(c.preuve)) for c in theme.criteres]
    return fold(f"{theme.rang}. {theme.titre}", tableau(
        f"Critères du thème {theme.rang}", ("Critère", "État", "Preuve"), lignes, classe="phrases"))


def render_manques(declaration: Declaration) -> None:
    """Known gaps, each with what one may do instead."""
    lignes = [(t(m.titre), t(m.detail), t(m.remede)) for m in declaration.manques]
    show('<h2 class="sp-titre2">Contenus non accessibles</h2>')
    show(tableau("Manques connus", ("Contenu", "Ce qui manque", "Ce que l’on peut faire"), lignes, classe="phrases"))


def render_etablissement(declaration: Declaration) -> None:
    """Date, technologies, tools."""
    jour = format_jour(date.fromisoformat(declaration.etablie_le))
    technologies = "".join(f"<li>{t(nom)}</li>" for nom in declaration.technologies)
    show(f'<h2 class="sp-titre2">Établissement de cette déclaration</h2><p>Elle a été établie le {jour}.</p>'
         f'<h3 class="constat">Technologies utilisées</h3><ul class="notes">{technologies}</ul>'
         '<h3 class="constat">Outils de vérification</h3>'
         f'<ul class="notes"><li>{t(declaration.essais["moteur"])}</li><li>{t(declaration.essais["navigateur"])}, piloté par '
         "Playwright</li></ul>")


def render_recours() -> None:
    """Feedback and contact, then the way to appeal."""
    contact = read_contact()
    adresse = f"Écrire à&nbsp;: {t(contact)}." if contact else (
        f"L’adresse de contact n’est pas réglée sur ce service (<code>{CONTACT}</code>). Écrire en attendant à "
        "l’établissement, par son site ou par courrier.")
    show('<h2 class="sp-titre2">Retour d’information et contact</h2><p>Un contenu ne vous est pas accessible&nbsp;? '
         f"Signalez-le pour obtenir l’information sous une autre forme. {adresse}</p>"
         '<h2 class="sp-titre2">Voies de recours</h2><p>Vous avez signalé un défaut et n’avez pas reçu de réponse '
         'satisfaisante&nbsp;? Vous pouvez&nbsp;:</p><ul class="notes">'
         f'<li>écrire un message au <a href="{DEFENSEUR}" target="_blank" rel="noopener">Défenseur des droits</a>&nbsp;;</li>'
         "<li>contacter le délégué du Défenseur des droits de votre région&nbsp;;</li>"
         "<li>envoyer un courrier, sans timbre&nbsp;: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.</li></ul>")


def render_plan(declaration: Declaration) -> None:
    """The plan of several years, proposed."""
    lignes = [(t(etape.annee), t(etape.titre)) for etape in declaration.etapes]
    show('<h2 class="sp-titre2">Schéma pluriannuel</h2><p>Ce plan est une proposition&nbsp;: il reste à adopter par '
         "l’établissement.</p>")
    show(tableau("Étapes proposées", ("Année", "Étape"), lignes))
