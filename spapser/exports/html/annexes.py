"""What closes the standalone edition: communes, purchases to come, structures, coherence checks, definitions."""

from spapser.exports.contexte import Contexte
from spapser.exports.html.balises import badge, section, t, tableau, volet, without_empty
from spapser.suivi.regle import list_regles
from spapser.suivi.source import shorten_source
from spapser.typographie import format_nombre, format_quantite


def write_annexes(contexte: Contexte) -> str:
    """Every annex; only the definitions when the document is about one fiche."""
    if contexte.fiche:
        return write_definitions(contexte)
    return "".join(ecrire(contexte) for ecrire in (write_territoire, write_achats, write_structures, write_controles,
                                                   write_definitions))


def write_territoire(contexte: Contexte) -> str:
    """Every commune, with or without a figure."""
    annee = contexte.annee
    personnes, heures = ({m.modalite: m.texte for m in contexte.suivi.repartition(code, annee)}
                         for code in ("fa04_qpv_par_commune", "fa04_heures_par_commune"))
    communes = sorted(contexte.bilan.communes, key=lambda commune: commune["nom"])
    lignes = [(t(c["nom"]), t(format_nombre(c["population"])), t(personnes.get(c["nom"], "–")), t(heures.get(c["nom"], "–")))
              for c in communes]
    return section("territoire", "Territoire", volet(f"Voir les {len(lignes)} communes", tableau(
        f"Communes de l’EPT et insertion en {annee}",
        ("Commune", "Habitants", "Bénéficiaires en quartier prioritaire", "Heures d’opérations situées"), lignes, (1, 2, 3)))
        + '<p class="source">Habitants : population municipale (Insee). Tiret : la commune n’est pas citée, ce qui ne veut '
          "pas dire zéro.</p>")


def write_achats(contexte: Contexte) -> str:
    """Purchases to come of the programme that the report of the year announces."""
    achats = contexte.bilan.achats
    lignes = [[*(t(a[c] or "–") for c in ("achat", "reservation", "sourcage", "public_vise", "structure")),
               t(shorten_source(a))] for a in achats]
    corps = volet(f"Voir les {len(lignes)} lignes de la programmation {contexte.annee + 1}", without_empty(
        f"Programmation {contexte.annee + 1}", (
            "Achat", "Réservation", "Sourçage", "Structures visées", "Structure citée", "Source"), lignes)) if lignes else (
        f"<p>Aucun achat n’est annoncé pour {contexte.annee + 1}.</p>")
    return section("achats", "Achats à venir", corps)


def write_structures(contexte: Contexte) -> str:
    """Structures that the report names."""
    lignes = [[*(t(s[c] or "–") for c in ("structure", "type_structure", "lien", "commune")), t(shorten_source(s))]
              for s in contexte.bilan.structures]
    corps = volet(f"Voir les {len(lignes)} mentions", without_empty(
        f"{len(lignes)} mentions de structures et d’entreprises",
        ("Structure", "Type", "Lien avec l’EPT", "Commune", "Source"), lignes))
    return section("structures", "Structures citées", corps if lignes else "<p>Aucune structure n’est citée.</p>")


def write_controles(contexte: Contexte) -> str:
    """Published beside recomputed, for the year."""
    lignes = [(f"{t(c.titre)}{t(f' · {c.objet}' if c.objet else '')}", f"Fiche {int(c.fiche[2:])}",
               t(format_quantite(c.publie, c.unite)), t(format_quantite(c.recalcule, c.unite)), t(c.verdict.value))
              for c in contexte.bilan.controles if c.annee == contexte.annee]
    corps = volet(f"Voir les {len(lignes)} contrôles", tableau(
        f"{len(lignes)} contrôles", ("Contrôle", "Fiche", "Publié", "Recalculé", "Verdict"), lignes, (2, 3)))
    aide = '<p class="aide">Un écart n’est pas une faute : c’est une question à poser. Les deux lectures restent visibles.</p>'
    return section("controles", "Contrôles de cohérence", aide + corps if lignes else (
        f"<p>Trop peu de chiffres sont publiés pour contrôler {contexte.annee}.</p>"))


def write_definitions(contexte: Contexte) -> str:
    """The rule of statuses and every indicator: definition, perimeter, computation."""
    regles = tableau("Règle de statut", ("Statut", "Règle"), [(badge(s), t(r)) for s, r in list_regles()])
    volets = "".join(volet(f"Indicateurs de la fiche {fiche.numero}", tableau(
        f"Indicateurs de la fiche {fiche.numero} · {fiche.titre_court}",
        ("Indicateur", "Unité", "Définition", "Périmètre", "Calcul"),
        [(t(i.libelle), t(i.unite), t(i.definition), t(i.perimetre), t(i.calcul)) for i in fiche.indicateurs]))
        for fiche in contexte.fiches)
    return section("definitions", "Définitions et méthode", (
        "<p>Le texte du bilan a été relevé ligne par ligne ; chaque valeur garde le numéro de sa ligne, ou le nom du "
        "fichier déposé dont elle vient. Quand deux lectures s’opposent, les deux sont gardées et la raison du choix est notée."
        f"</p>{regles}{volets}"))
