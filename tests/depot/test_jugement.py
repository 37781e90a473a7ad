"""One bad file per rule: what is found, where, and whether it stops the file."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spapser.catalogue import Colonne, load_catalogue
from spapser.depot.cellule import Cellule
from spapser.depot.cellules import write_surely_right
from spapser.depot.codes import list_codes
from spapser.depot.ecritures import learn_ecritures
from spapser.depot.lignes import load_regles
from spapser.depot.parcours import Demande, examine
from spapser.depot.regles import check_cell
from spapser.store import Atelier, Base, list_sql, load_edition

CATALOGUE = load_catalogue()
HEURES = "Opération;Type;Année;Valeur;Nature\n"
OBS = "Indicateur;Année;Valeur;Unité;Numérateur;Dénominateur;Retenue\n"
PUBLICS = "Périmètre;Dimension;Modalité;Année;Valeur;Unité;Retenue;Structure\n"
MARCHES = "Identifiant;Marché;Fiche;Année;SIRET du titulaire;Code CPV;Montant;Valeur;Unité;Nature\n"
CONTRATS = "Identifiant;Date de notification;Date de publication;Considérations sociales\n"
# rule -> dataset, file, place of the first anomaly, blocking
CAS = {
    "cle": ("insertion_operations", HEURES + "École;Travaux;2025;1;realise\nÉcole;Travaux;2025;2;realise\n", "A3", True),
    "annee": ("insertion_operations", HEURES + "École;Travaux;2024;1;realise\n", "C2", True),
    "mesure": ("marches", MARCHES + "1;Nettoyage;fa02;2025;;;;12;;realise\n", "I2", True),
    "unite": ("observations", OBS + "fa04_heures;2025;12;%;;;oui\n", "D2", True),
    "retenue": ("observations", OBS + "fa04_heures;2025;12;heures;;;oui\nfa04_heures;2025;13;heures;;;oui\n", "G3", True),
    "non_retenue": ("observations", OBS + "fa04_heures;2025;12;heures;;;non\n", "G2", True),
    "suivi": ("suivi_actions", "Objectif;Année;Réalisation\nfa01_o01;2025;Fait\n", "A3", True),
    "part_et_base": ("observations", OBS + "fa01_part_tpe_pme;2025;80;%;30;20;oui\n", "E2", True),
    "part_hors_bornes": ("observations", OBS + "fa01_part_tpe_pme;2025;180;%;;;oui\n", "C2", True),
    "part_en_fraction": ("observations", OBS + "fa01_part_tpe_pme;2025;0,75;%;;;oui\nfa04_part_hommes;2025;0,9;%;;;oui\n", "C2",
                         False),
    "sans_valeur": ("insertion_operations", HEURES + "École;Travaux;2025;;realise\n", "D2", False),
    "symbole": ("observations", OBS + "fa04_heures;2025;75 %;;;;oui\n", "C2", False),
    "debut_et_annee": ("evenements",
                       "Fiche;Titre;Genre;Début;Fin;État;Année\nfa01;Salon;rencontre;27/02/2023;26/02/2025;realise;2025\n", "D2",
                       False),
    "effectifs_au_dela": ("insertion_publics", PUBLICS
                          + "clauses d’insertion;total;Bénéficiaires;2025;10;personnes;oui;\n"
                          + "clauses d’insertion;sexe;Femmes;2025;8;personnes;oui;\n"
                          + "clauses d’insertion;sexe;Hommes;2025;8;personnes;oui;\n", "E3", False),
    "total_annonce": ("insertion_operations", HEURES + "École;Travaux;2025;10;realise\nTotal;;;12;\n", "D3", False),
    "ecart_annee": ("insertion_operations", HEURES + "Collecte des ordures ménagères;Services;2025;6;realise\n", "D2", False),
    "heures_et_engagement": ("insertion_operations",
                             HEURES + "École;Travaux;2025;600;realise\nÉcole;Travaux;2025;100;engage\n", "D2", False),
    "periode": ("evenements", "Fiche;Titre;Genre;Début;Fin;État;Année\nfa01;Salon;rencontre;27/02/2025;26/02/2025;realise;2025\n",
                "E2", True),
    "plafond": ("marches", MARCHES + "1;Achat groupé;fa02;2025;;;104 000 000,00 €;;;\n", "G2", False),
    "siren": ("marches", MARCHES + "1;Nettoyage;fa02;2025;20005801400017;;;;;\n", "E2", False),
    "commune_connue": ("insertion_operations", "Opération;Type;Année;Valeur;Commune\nÉcole;Travaux;2025;1;Lyon\n", "E2", False),
    "considerations_contraires": ("contrats", CONTRATS + "1;2025-03-01;2025-04-01;Clause sociale, Pas de considération sociale\n",
                                  "D2", False),
    "liste_json": ("contrats", "Identifiant;Date de notification;Titulaires actuels\n1;2025-03-01;Dupont SA\n", "C2", False),
    "notification_a_venir": ("contrats", CONTRATS + "1;2099-03-01;2099-04-01;\n", "B2", False),
    "publication_avant_notification": ("contrats", CONTRATS + "1;2025-03-01;2025-02-01;\n", "C2", False),
    "motif_de_sante": ("insertion_publics", PUBLICS
                       + "clauses d’insertion;situation au 31 décembre;Arrêt maladie;2025;12;personnes;oui;\n", "C2", True),
    "structure_connue": ("insertion_publics", PUBLICS
                         + "marchés réservés;total;Salariés;2025;3;personnes;oui;Structure inconnue\n", "H2", False),
}
CELLULES = [
    ("insertion_operations", HEURES + "École;Travaux;2025;environ 12;realise\n", "type/valeur", "D2"),
    ("insertion_operations", HEURES + "École;Travau;2025;12;realise\n", "enumeration/type_operation", "B2"),
    ("insertion_operations", HEURES + "École;;2025;12;realise\n", "obligatoire/type_operation", "B2"),
    ("insertion_operations", HEURES + "École;Travaux;2025;-3;realise\n", "minimum/valeur", "D2"),
    ("insertion_operations", HEURES + "École;Travaux;1995;3;realise\n", "minimum/annee", "C2"),
    ("observations", OBS + "fa04_heurs;2025;12;heures;;;oui\n", "reference/indicateur", "A2"),
    ("evenements", "Fiche;Titre;Genre;Début;Fin;État;Année\nfa01;Salon;rencontre;31/02/2025;01/03/2025;realise;2025\n",
     "type/debut", "D2"),
    ("marches", MARCHES + "1;Nettoyage;fa02;2025;12345678901234;;;;;\n", "forme/siret_titulaire", "E2"),
    ("marches", MARCHES + "1;Nettoyage;fa02;2025;;9051;;;;\n", "forme/code_cpv", "F2")]


@pytest.fixture(scope="module")
def courante():
    return Base(load_edition(0))


def judge(jeu: str, texte: str, courante: Base, annees: tuple[int, ...] = ()):
    examen = examine(Demande(jeu, "essai.csv", texte.encode(), annees), courante)
    try:
        return examen.rapport
    finally:
        examen.close()


def test_every_rule_on_rows_has_its_bad_file() -> None:
    assert set(CAS) | {"agec_parties"} >= set(list_sql("depot/regles"))


@pytest.mark.parametrize("regle", CAS)
def test_a_bad_file_is_found_out(regle: str, courante: Base) -> None:
    jeu, texte, cellule, bloquante = CAS[regle]
    rapport = judge(jeu, texte, courante, (2025,) if regle == "annee" else ())
    causes = [cause for cause in rapport.causes if cause.regle == regle]
    assert [(cause.premieres[0].cellule, cause.bloquante) for cause in causes] == [(cellule, bloquante)]
    assert re.fullmatch(r"[^{}]+", causes[0].message + causes[0].remede)


@pytest.mark.parametrize(("jeu", "texte", "cle", "cellule"), CELLULES)
def test_a_bad_cell_is_found_out(jeu: str, texte: str, cle: str, cellule: str, courante: Base) -> None:
    (cause,) = [cause for cause in judge(jeu, texte, courante).bloquantes if cause.cle == cle]
    assert cause.premieres[0].cellule == cellule
    assert cause.premieres[0].phrase.endswith(".")


@pytest.mark.parametrize("regle", load_regles(), ids=lambda regle: regle.code)
def test_a_rule_speaks_of_datasets_that_exist(regle) -> None:
    assert regle.jeux == ("tous",) or {"agec", *(jeu.nom for jeu in CATALOGUE.jeux)} >= set(regle.jeux)


def test_a_near_miss_is_suggested(courante: Base) -> None:
    (cause,) = judge("insertion_operations", HEURES + "École;Travau;2025;12;realise\n", courante).bloquantes
    assert "Travaux" in cause.remede


@pytest.mark.parametrize(("lue", "proposee"), [
    ("Clause social", "Clause sociale"), ("clause social; critère social", "Clause sociale, Critère social")])
def test_a_near_miss_is_suggested_where_files_are_not_mended_here(lue: str, proposee: str, courante: Base) -> None:
    (cause,) = judge("contrats", CONTRATS.replace(";", "|") + f"1|2025-03-01|2025-04-01|{lue}\n", courante).causes
    assert f"« {proposee} »" in cause.remede.replace("\N{NO-BREAK SPACE}", " ")
    assert "publiée vide" in cause.remede


def test_writings_that_mean_the_same_are_read_as_one(courante: Base) -> None:
    lignes = "École; TRAVAUX ;2025;1\u202f927,04;realise\nLycée;travaux;2025;12 h;REALISE\n"
    rapport = judge("insertion_operations", HEURES + lignes, courante)
    assert rapport.bloquantes == ()


def test_what_is_empty_takes_the_default_and_it_is_said(courante: Base) -> None:
    rapport = judge("insertion_operations", "Opération;Type;Année;Valeur\nÉcole;Travaux;2025;12\n", courante)
    assert rapport.accepte
    assert set(rapport.remplies) == {"unite", "nature", "fiabilite"}


@pytest.mark.parametrize(("jeu", "texte", "phrase"), [
    ("evenements", "Fiche;Titre;Genre;Début;Fin;État;Année\nfa01;Salon;rencontre;31/02/2025;01/03/2025;réalisé;2025\n",
     "« 31/02/2025 » : ce jour n’existe pas"),
    ("evenements", "Fiche;Titre;Genre;Début;Fin;État;Année\nfa01;Salon;rencontre;mi-mars;01/03/2025;Non réalisé;2025\n",
     "par exemple « 27/02/2025 », « 2025-02-27 » ou « 27 février 2025 »"),
    ("observations", OBS + "fa01_part_tpe_pme;2025;104,5;%;;;oui\n", "« 104,5 » est une part au-dessus de 100 %"),
    ("observations", OBS + "fa01_part_tpe_pme;2025;-1,04;%;;;oui\n", "« −1,04 » est trop petit"),
    ("marches", MARCHES + "1;Achat;fa02;2025;;;250000000;;;\n", "« 250 000 000 » dépasse le plafond")])
def test_it_speaks_french_to_an_agent(jeu: str, texte: str, phrase: str, courante: Base) -> None:
    premieres = [cause.premieres[0].phrase.translate(str.maketrans("\u00a0\u202f", "  "))
                 for cause in judge(jeu, texte, courante).causes if cause.regle != "ecart_annee"]
    assert (len(premieres), [phrase in dite for dite in premieres]) == (1, [True])


def test_a_hundred_thousand_faults_are_counted_and_few_are_shown(courante: Base) -> None:
    lignes = "".join(f"Opération {n};Travaux;2025;environ {n};realise\n" for n in range(100_000))
    (cause,) = judge("insertion_operations", HEURES + lignes, courante).bloquantes
    assert (cause.nombre, len(cause.premieres)) == (100_000, 5)


ATELIER = Atelier()
learn_ecritures(ATELIER)
ESPACES = [*(chr(c) for c in range(0x3001) if unicodedata.category(chr(c)) == "Zs"), "\u2060", "\ufeff"]
NOMBRES = st.decimals(-10**9, 10**9, places=2, allow_nan=False)


@settings(max_examples=150, deadline=None)
@given(NOMBRES, st.sampled_from([*ESPACES, ""]),
       st.sampled_from(["", " €", "€", " %", "\u00a0€", "\u2060€"]), st.sampled_from(["", *ESPACES]))
def test_a_number_in_french_writing_comes_back(nombre, espace: str, symbole: str, autour: str) -> None:
    ecrit = autour + f"{nombre:,.2f}".replace(",", espace).replace(".", ",") + symbole + autour
    lu = ATELIER.query("select nombre_propre(?)", [ecrit])[0][0]
    assert float(lu) == float(nombre)


@settings(max_examples=150, deadline=None)
@given(st.dates(), st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d", "%Y/%m/%d"]))
def test_a_date_in_french_writing_comes_back(jour, forme: str) -> None:
    if jour.year >= 1000:
        assert ATELIER.query("select jour_propre(?)", [jour.strftime(forme)])[0][0] == jour.isoformat()


COLONNES = [Colonne("v", "V", "number", "", minimum=0), Colonne("v", "V", "integer", ""), Colonne("v", "V", "date", ""),
            Colonne("v", "V", "year", "", minimum=2015, maximum=2100), Colonne("v", "V", "boolean", ""),
            Colonne("v", "V", "string", "", forme="siret"), Colonne("v", "V", "string", "", forme="cpv"),
            Colonne("v", "V", "string", "", enumeration=("oui", "Services")), Colonne("v", "V", "string", "", reference="fiche")]
TEXTES = st.one_of(st.text(max_size=20), st.from_regex(r"-?[0-9]{1,16}([.,][0-9]{1,16})?", fullmatch=True),
                   st.dates().map(str), st.from_regex(r"[0-9]{9}|[0-9]{14}|[0-9]{8}(-[0-9])?", fullmatch=True),
                   st.sampled_from(["oui", "non", "Services", "fa01", "2024"]))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(COLONNES), TEXTES.filter(lambda t: t.strip() and "\x00" not in t))
def test_what_the_database_lets_through_the_rules_accept(colonne: Colonne, valeur: str) -> None:
    codes = list_codes(colonne, CATALOGUE)
    condition, parametres = write_surely_right(colonne, codes, "v")
    laisse = ATELIER.query(f"select coalesce({condition}, false) from (select ?::varchar as v)", [*parametres, valeur])[0][0]
    assert not laisse or check_cell(Cellule(valeur, colonne, codes)) is None
