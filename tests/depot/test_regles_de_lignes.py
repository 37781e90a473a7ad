"""Lines compared with one another and with the catalogue."""


def test_repeated_key(brouillon):
    brouillon.change("reemploi", 3, "unite", "unités")
    assert brouillon.check("reemploi").phrase == (
        "Fichier « reemploi.csv », ligne 3, colonne « operation » : la ligne répète la ligne 2 (achat reconditionné, "
        "Smartphones reconditionnés, unités, 2024) ; supprimer l’une des deux, ou corriger celle qui se trompe."
    )


def test_value_without_unit(brouillon):
    brouillon.change("evenements", 4, "unite", "")
    assert brouillon.check("evenements").phrase == (
        "Fichier « evenements.csv », ligne 4, colonne « unite » : la valeur « 17 » ne dit pas son unité ; "
        "remplir la colonne « unite »."
    )


def test_value_without_nature(brouillon):
    brouillon.change("evenements", 4, "nature", "")
    assert "colonne « nature » : la valeur « 17 » ne dit pas sa nature ; remplir" in brouillon.check("evenements").phrase


def test_line_without_value_needs_no_unit(brouillon):
    for colonne in ("valeur", "unite", "nature"):
        brouillon.change("evenements", 4, colonne, "")
    assert not brouillon.check("evenements").anomalies


def test_observation_with_another_unit(brouillon):
    ligne = brouillon.find("observations", indicateur="fa04_heures", annee="2024")
    brouillon.change("observations", ligne, "unite", "jours")
    assert brouillon.check("observations").phrase == (
        f"Fichier « observations.csv », ligne {ligne}, colonne « unite » : « jours » n’est pas l’unité de "
        "« fa04_heures » ; écrire « heures »."
    )


def test_target_with_another_unit(brouillon):
    brouillon.change("cibles", 2, "unite", "jours")
    assert "ligne 2, colonne « unite » : « jours » n’est pas l’unité de « fa04_heures »" in brouillon.check("cibles").phrase


def test_two_retained_observations(brouillon):
    premiere = brouillon.find("observations", indicateur="fa04_beneficiaires", retenue="oui")
    brouillon.change("observations", premiere + 1, "retenue", "oui")
    assert brouillon.check("observations").phrase == (
        f"Fichier « observations.csv », ligne {premiere + 1}, colonne « retenue » : deux lectures sont retenues pour "
        f"fa04_beneficiaires, 2024 (déjà à la ligne {premiere}) ; garder « oui » pour une seule et écrire « non » pour "
        "les autres."
    )


def test_no_retained_observation(brouillon):
    ligne = brouillon.find("observations", indicateur="fa04_communes")
    brouillon.change("observations", ligne, "retenue", "non")
    assert brouillon.check("observations").phrase == (
        f"Fichier « observations.csv », ligne {ligne}, colonne « retenue » : aucune lecture n’est retenue pour "
        "fa04_communes, 2024 ; écrire « oui » pour celle qui fait foi."
    )


def test_retained_targets(brouillon):
    brouillon.change("cibles", 4, "retenue", "oui")
    assert "ligne 4, colonne « retenue » : deux lectures sont retenues" in brouillon.check("cibles").phrase
    brouillon.change("cibles", 3, "retenue", "non")
    assert brouillon.check("cibles").accepte
    brouillon.change("cibles", 4, "retenue", "non")
    assert "ligne 3, colonne « retenue » : aucune lecture n’est retenue" in brouillon.check("cibles").phrase


def test_landmarks_need_no_retained_target(brouillon):
    ligne = brouillon.find("cibles", nature="reference", retenue="non")
    assert ligne
    assert not brouillon.check("cibles").anomalies


def test_objective_without_follow_up(brouillon):
    lignes = brouillon.lignes("suivi_actions")
    retire = lignes.pop(12)[0]
    brouillon.write("suivi_actions", lignes)
    assert brouillon.check("suivi_actions").phrase == (
        f"Fichier « suivi_actions.csv », ligne 45, colonne « objectif » : l’objectif « {retire} » n’a pas de ligne pour "
        "l’année « 2024 » ; ajouter cette ligne, quitte à y laisser le statut vide."
    )


def test_a_new_year_must_be_followed_up_whole(brouillon):
    lignes = brouillon.lignes("suivi_actions")
    brouillon.write("suivi_actions", [*lignes, [lignes[1][0], "2025", *lignes[1][2:]]])
    assert brouillon.check("suivi_actions").phrase.endswith(", et 42 autres anomalies.")
