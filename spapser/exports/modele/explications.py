"""The sheet that explains a template: how to fill it, then each column."""

from xlsxwriter.worksheet import Worksheet

from spapser.catalogue import Colonne
from spapser.exports.dictionnaire import TYPES, describe_colonne
from spapser.exports.modele.gabarit import LIBELLE, Gabarit
from spapser.exports.modele.style import LIGNE, Styles, count_lines, prepare_print
from spapser.typographie import insecables

COLONNES = (("Colonne", 26), ("À remplir ?", 22), ("Ce qu’on y écrit", 52), ("Type", 10), ("Valeurs admises", 44),
            ("Exemple", 26), ("Nom dans les données", 20))


def fill_explications(feuille: Worksheet, gabarit: Gabarit, styles: Styles) -> None:
    """Write the sheet of explanations."""
    for place, (_, largeur) in enumerate(COLONNES):
        feuille.set_column(place, place, largeur)
    feuille.write_string(0, 0, insecables(f"{gabarit.jeu.titre} : modèle à remplir pour {gabarit.annee}"), styles.titre)
    rang = 1
    for phrase in list_consignes(gabarit):
        feuille.merge_range(rang, 0, rang, len(COLONNES) - 1, insecables(phrase), styles.phrase)
        rang += 1
    rang += 1
    for place, (titre, _) in enumerate(COLONNES):
        feuille.write_string(rang, place, insecables(titre), styles.obligatoire)
    for colonne in gabarit.colonnes:
        rang += 1
        textes = explain_colonne(colonne)
        lignes = [count_lines(texte, largeur) for texte, (_, largeur) in zip(textes, COLONNES, strict=True)]
        feuille.set_row(rang, LIGNE * max(lignes))
        for place, texte in enumerate(textes):
            feuille.write_string(rang, place, insecables(texte), styles.cellule if place else styles.nom)
    feuille.hide_gridlines(2)
    prepare_print(feuille)


def list_consignes(gabarit: Gabarit) -> list[str]:
    """How to fill the template, one sentence a line."""
    jeu, rappel = gabarit.jeu, gabarit.annee_rappel
    consignes = [jeu.description, f"Une ligne : {jeu.grain}.",
                 "Remplir la feuille « À remplir » sans changer ses titres ; on peut y ajouter ou en retirer des lignes.",
                 "Les colonnes foncées sont obligatoires ; une cellule qui manque dans une ligne commencée se colore."]
    if gabarit.lignes:
        origine = f" repris de {rappel}" if jeu.reprend and rappel else ""
        consignes.append(f"Les lignes déjà écrites portent les codes et les intitulés{origine} : y écrire ce qui vaut pour "
                         f"{gabarit.annee}, et retirer celles qui ne concernent plus l’année.")
    if rappel:
        consignes.append(f"La feuille « Rappel {rappel} » montre ce qui est publié pour {rappel} ; elle n’est pas lue.")
    return [*consignes, "Aucun nom de personne, aucune date de naissance, adresse, ni téléphone ou courriel : un fichier qui en "
            "contient est refusé.", "Le fichier rempli se dépose à la page « Déposer », tel quel."]


def explain_colonne(colonne: Colonne) -> tuple[str, ...]:
    """One row of the sheet, in the order of COLONNES."""
    admises = describe_colonne(colonne)[-1]
    if colonne.reference or len(colonne.enumeration) > 8:
        admises = "liste de la feuille « Codes »"
    elif colonne.type == "boolean":
        admises = "oui ; non"
    return (colonne.titre, describe_besoin(colonne), colonne.description, TYPES[colonne.type], admises, colonne.exemple or "–",
            colonne.nom)


def describe_besoin(colonne: Colonne) -> str:
    """« Obligatoire », « Facultatif », or what an empty cell becomes."""
    if colonne is LIBELLE:
        return "Rien"
    if colonne.defaut:
        return f"Vide, elle vaut « {colonne.defaut} »"
    return "Obligatoire" if colonne.obligatoire else "Facultatif"
