"""Files that are wrong as a whole: header, number of cells, encoding, quotes, separator, absence."""

ENTETE = 1


def test_missing_column(brouillon):
    brouillon.change("observations", ENTETE, "annee", "Exercice")
    anomalie = brouillon.check("observations").anomalies[0]
    assert anomalie.phrase == (
        "Fichier « observations.csv », ligne 1, colonne « annee » : la colonne manque dans "
        "l’en-tête ; renommer la colonne « Exercice » en « annee »."
    )


def test_missing_column_that_nothing_replaces(brouillon):
    place = brouillon.lignes("cibles")[0].index("fiabilite")
    brouillon.write("cibles", [ligne[:place] + ligne[place + 1 :] for ligne in brouillon.lignes("cibles")])
    assert brouillon.check("cibles").phrase == (
        "Fichier « cibles.csv », ligne 1, colonne « fiabilite » : la colonne manque dans l’en-tête ; "
        "ajouter la colonne « fiabilite » à la première ligne."
    )


def test_optional_column_may_be_missing(brouillon):
    place = brouillon.lignes("cibles")[0].index("note")
    brouillon.write("cibles", [ligne[:place] + ligne[place + 1 :] for ligne in brouillon.lignes("cibles")])
    assert not brouillon.check("cibles").anomalies


def test_unknown_column_is_ignored_and_said(brouillon):
    entete, *lignes = brouillon.lignes("reemploi")
    brouillon.write("reemploi", [[*entete, "Notes"], *[[*ligne, "x"] for ligne in lignes]])
    rapport = brouillon.check("reemploi")
    assert rapport.accepte
    assert rapport.phrase == (
        "Fichier « reemploi.csv », ligne 1, colonne « Notes » : la colonne n’existe pas dans ce jeu "
        "de données et sera ignorée ; la renommer « note » ou la retirer."
    )


def test_duplicate_column(brouillon):
    brouillon.change("structures", ENTETE, "commune", "lien")
    rapport = brouillon.check("structures")
    double = next(a for a in rapport.anomalies if a.regle == "colonne_double")
    assert double.phrase == (
        "Fichier « structures.csv », ligne 1, colonne « lien » : la colonne est écrite deux fois dans "
        "l’en-tête ; garder une seule des deux colonnes."
    )


def test_too_few_cells(brouillon):
    lignes = brouillon.lignes("programmation")
    nombre = len(lignes[0])
    lignes[6] = lignes[6][:-2]
    brouillon.write("programmation", lignes)
    assert brouillon.check("programmation").phrase == (
        f"Fichier « programmation.csv », ligne 7, colonne « fiabilite » : la ligne a {nombre - 2} cellules au lieu de {nombre} ; "
        "ajouter les virgules des cellules vides qui manquent."
    )


def test_too_many_cells(brouillon):
    lignes = brouillon.lignes("programmation")
    nombre = len(lignes[0])
    lignes[6] += ["une suite, sans guillemets"]
    brouillon.write("programmation", lignes)
    assert brouillon.check("programmation").phrase == (
        f"Fichier « programmation.csv », ligne 7, colonne « note » : la ligne a {nombre + 1} cellules au lieu de {nombre} ; "
        "entourer de guillemets droits la cellule qui contient une virgule."
    )


def test_wrong_encoding(brouillon):
    chemin = brouillon.fichier("insertion_operations")
    chemin.write_bytes(chemin.read_text(encoding="utf-8").encode("cp1252", errors="replace"))
    assert brouillon.check("insertion_operations").phrase == (
        "Fichier « insertion_operations.csv », ligne 2 : un caractère n’est pas en UTF-8 (sans doute « ’ ») ; "
        "enregistrer de nouveau le fichier au format « CSV UTF-8 »."
    )


def test_byte_order_mark_is_welcome(brouillon):
    chemin = brouillon.fichier("cibles")
    chemin.write_bytes(b"\xef\xbb\xbf" + chemin.read_bytes())
    assert not brouillon.check("cibles").anomalies


def test_empty_file(brouillon):
    brouillon.fichier("cibles").write_bytes(b"")
    assert brouillon.check("cibles").phrase == (
        "Fichier « cibles.csv » : le fichier est vide ; y remettre la ligne d’en-tête puis les lignes de données."
    )


def test_absent_file(brouillon):
    brouillon.fichier("cibles").unlink()
    assert brouillon.check("cibles").phrase == (
        "Fichier « cibles.csv » : le fichier manque ou ne s’ouvre pas ; le rétablir dans le dossier « edition »."
    )


def test_open_quotes(brouillon):
    chemin = brouillon.fichier("cibles")
    lignes = chemin.read_text(encoding="utf-8").splitlines(keepends=True)
    lignes[4] = lignes[4].replace(",Objectif", ',"Objectif')
    chemin.write_text("".join(lignes), encoding="utf-8")
    rapport = brouillon.check("cibles")
    assert rapport.anomalies[0].regle == "guillemets"
    assert rapport.phrase.startswith("Fichier « cibles.csv », ligne 5 : la ligne est illisible")
    assert "doubler ceux qu’elle contient" in rapport.phrase


def test_semicolons(brouillon):
    chemin = brouillon.fichier("reemploi")
    chemin.write_text(chemin.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    rapport = brouillon.check("reemploi")
    assert len(rapport.anomalies) == 1
    assert rapport.phrase.startswith("Fichier « reemploi.csv », ligne 1 : les cellules sont séparées par des points-virgules")
    assert "« CSV UTF-8 » avec des virgules" in rapport.phrase


def test_line_numbers_are_those_of_the_file(brouillon):
    brouillon.change("observations", 2, "note", "une note\nsur trois\nlignes")
    brouillon.change("observations", 3, "annee", "l’an dernier")
    assert "ligne 5, colonne « annee »" in brouillon.check("observations").phrase


def test_blank_lines_are_skipped_and_counted(brouillon):
    brouillon.change("cibles", 3, "annee", "x")
    chemin = brouillon.fichier("cibles")
    chemin.write_text(chemin.read_text(encoding="utf-8").replace("\n", "\n\n") + "\n", encoding="utf-8")
    rapport = brouillon.check("cibles")
    assert [(a.regle, a.ligne) for a in rapport.anomalies if a.regle == "type"] == [("type", 5)]


def test_same_column_in_capitals(brouillon):
    entete, *lignes = brouillon.lignes("reemploi")
    brouillon.write("reemploi", [["Annee", *entete], *[["", *ligne] for ligne in lignes]])
    assert "« annee » : la colonne est écrite deux fois" in brouillon.check("reemploi").phrase


def test_two_ways_of_ending_lines(brouillon):
    chemin = brouillon.fichier("reemploi")
    lignes = chemin.read_bytes().splitlines(keepends=True)
    chemin.write_bytes(b"".join([*lignes[:2], lignes[2].replace(b"\n", b"\r\n"), *lignes[3:]]))
    assert brouillon.check("reemploi").phrase == (
        "Fichier « reemploi.csv », ligne 3 : la ligne ne se termine pas par les mêmes caractères que la première ; "
        "enregistrer de nouveau le fichier entier avec un seul logiciel."
    )


def test_windows_line_ends_with_a_short_line_inside_a_cell(brouillon):
    brouillon.change("reemploi", 2, "note", "une note\nsur deux lignes")
    chemin = brouillon.fichier("reemploi")
    contenu = chemin.read_bytes().replace(b"\n", b"\r\n").replace(b"note\r\nsur", b"note\nsur")
    chemin.write_bytes(contenu)
    assert not brouillon.check("reemploi").anomalies
