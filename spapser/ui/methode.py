"""The blocks of the method page: rules, dated targets, definitions. The figures in the text come from the code."""

from spapser.catalogue import Fiche
from spapser.catalogue.secret import Secret
from spapser.suivi import Suivi
from spapser.suivi.regle import list_regles
from spapser.suivi.source import DEPOSEES, FIABILITES, ORIGINES, write_source_cible
from spapser.typographie import format_quantite
from spapser.ui.balises import badge, fold, show, t, tableau
from spapser.ui.cache import bloc, open_base, open_effet, open_suivi
from spapser.ui.feuille import Feuille
from spapser.ui.secret import secret_leve


def render_regles() -> None:
    """Source, reliability, status rule, axes."""
    document = open_suivi().catalogue.document
    lignes = [(badge(statut), t(regle)) for statut, regle in list_regles()]
    fiabilites = " ; ".join(f"«&nbsp;{t(mot)}&nbsp;»" for mot in FIABILITES.values())
    show(f'<h2 class="sp-titre2">La source</h2><p>{t(document["titre"])}, {t(document["auteur"])}. Le texte a été relevé '
         "ligne par ligne&nbsp;: chaque valeur garde le numéro de sa ligne. Le texte est abîmé par endroits et se contredit "
         "parfois. Rien n’est effacé&nbsp;: quand deux lectures s’opposent, les deux sont gardées, l’une fait foi et la "
         f'raison est notée.</p><p>Fiabilités&nbsp;: {fiabilites}. Origines&nbsp;: valeur {t(ORIGINES["publiee"])}, ou '
         f'{t(ORIGINES["calculee"])}.</p><p>Une année peut aussi être {t(DEPOSEES["publiee"])}&nbsp;: chaque valeur porte alors '
         "le nom du fichier et le numéro de l’édition qui l’a publié, à la place de la ligne du bilan. Chaque dépôt fait une "
         "édition nouvelle ; les précédentes restent lisibles dans le journal.</p>"
         '<h2 class="sp-titre2">Le statut d’un indicateur</h2>')
    show(tableau("Règle de statut", ("Statut", "Règle"), lignes))
    show('<p class="sp-aide">Le statut compare à la cible de l’année. L’évolution compare à l’année précédente. Ce sont '
         'deux marques séparées.</p><h2 class="sp-titre2">Le statut d’un objectif</h2><p>Les services déclarent le statut '
         "de chaque objectif. Les pictogrammes du bilan 2024 sont perdus&nbsp;: le bilan ne donne donc aucun statut déclaré. "
         "Quand le texte dit clairement ce qui s’est passé, un statut est <em>proposé, à confirmer</em>, avec son motif. "
         "Il est compté à part, jusqu’à ce qu’une personne le confirme, sous son nom et avec son motif.</p>"
         '<h2 class="sp-titre2">Les axes</h2><p>Le bilan numérote onze fiches sans les regrouper. '
         "Les quatre axes du menu sont un choix de ce tableau de bord.</p>")


def render_secret() -> None:
    """The statistical secrecy: the rule, its threshold, what it hides in this edition with and without the report."""
    secret, effet = open_base().masque.secret, open_effet()
    levee = " Vous êtes connecté comme agent&nbsp;: les pages vous les montrent, les fichiers non." if secret_leve() else ""
    show('<h2 class="sp-titre2" id="secret-statistique">Le secret statistique</h2>'
         f"<p>Un nombre de personnes inférieur à {secret.seuil} n’est pas montré&nbsp;: il s’écrit «&nbsp;&lt;&nbsp;"
         f"{secret.seuil}&nbsp;». Un contrat de travail ou un parcours compte pour une personne. Quand un autre nombre "
         "permettrait de le retrouver par une soustraction, il est caché aussi et s’écrit «&nbsp;secret statistique&nbsp;»"
         "&nbsp;: les plus petits d’abord, les totaux en dernier. Un nombre caché n’est ni zéro, ni une donnée manquante, ni un "
         "échec. La règle "
         f"vaut pour les pages, les figures, les tableaux, les documents et les données ouvertes.{levee}</p>"
         f"<p>{t(describe_portee(secret, effet))}</p>"
         "<p>Les motifs de santé sont refusés au dépôt. Le nom d’une entreprise qui a demandé à l’Insee de ne pas être diffusée "
         "devient «&nbsp;entreprise non diffusible&nbsp;».</p>")


def describe_portee(secret: Secret, effet: dict[bool, int]) -> str:
    """What the rule covers, why, and how many figures it hides with and without those of the report."""
    bilan = "et aussi aux" if secret.cache_le_bilan else "mais pas aux"
    sans, avec = (format_quantite(effet[choix], "chiffres", 0) for choix in (False, True))
    return (f"Elle s’applique à tout fichier déposé, {bilan} nombres que le bilan 2024 imprime. {secret.raison_bilan} "
            f"Dans cette édition, elle cache {sans} si elle ne couvre pas le bilan, {avec} si elle le couvre.")


@bloc
def render_cibles(suivi: Suivi) -> None:
    """Every dated target with its source, the leading ones and the others."""
    lignes = []
    for (code, annee), cibles in sorted(suivi.cibles.items()):
        indicateur = suivi.catalogue.indicateur(code)
        for cible in cibles:
            role = "repère" if cible.nature == "reference" else "fait foi" if cible.retenue else "écartée"
            lignes.append((t(indicateur.libelle), str(annee), t(cible.comparaison),
                           t(format_quantite(cible.valeur, indicateur.unite)), role,
                           t(write_source_cible(cible)), t(cible.note)))
    show('<h2 class="sp-titre2">Les cibles, par année</h2>')
    show(tableau(f"{len(lignes)} cibles et repères", ("Indicateur", "Année", "Sens", "Valeur", "Rôle", "Source", "Note"),
                 lignes, (3,)))


@bloc
def render_definitions(suivi: Suivi) -> None:
    """Every indicator: definition, perimeter, computation; one folding block per fiche."""
    catalogue = suivi.catalogue
    with Feuille() as feuille:
        feuille.write(f'<h2 class="sp-titre2">Les {len(catalogue.indicateurs)} indicateurs</h2>',
                      *(write_definitions(fiche) for fiche in catalogue.fiches))


def write_definitions(fiche: Fiche) -> str:
    """The indicators of a fiche, folded under its title."""
    lignes = [(t(i.libelle), t(i.unite), t(i.definition), t(i.perimetre), t(i.calcul)) for i in fiche.indicateurs]
    return fold(f"Fiche {fiche.numero} · {fiche.titre_court}", tableau(
        f"Indicateurs de la fiche {fiche.numero}", ("Indicateur", "Unité", "Définition", "Périmètre", "Calcul"), lignes))
