"""What a deposit does to the rows of a dataset and year, against the edition that the person sees."""

from spapser.catalogue import Jeu
from spapser.store import Atelier, Base, Changement, Lot, read_sql

# What tells one reading of a fact from another, not one fact from another: a corrected value is a modified row.
LECTURE = ("valeur", "ligne_source", "nom_source", "retenue")


def write_lots(atelier: Atelier, jeu: Jeu, annees: tuple[int, ...]) -> tuple[Lot, ...]:
    """The judged rows (view `codes`) as one Parquet file a year in the workshop: `ligne`, then the catalogue's columns."""
    lots = []
    for annee in annees:
        fichier = atelier.dossier / f"{jeu.nom}-{annee}.parquet"
        noms = ", ".join(colonne.nom for colonne in jeu.colonnes)
        lignes = f"select ligne, {noms} from codes where annee::varchar = '{annee}'"
        atelier.execute(f"copy ({lignes}) to '{fichier}' (format parquet)")
        nombre = atelier.query("select count(*) from net where annee = ?", [str(annee)])[0][0]
        lots.append(Lot(jeu.nom, annee, fichier, nombre))
    return tuple(lots)


def compare_rows(atelier: Atelier, jeu: Jeu, lot: Lot, courante: Base) -> Changement:
    """Rows added, modified and removed for one dataset and year."""
    noms = [colonne.nom for colonne in jeu.colonnes]
    partie = courante.edition.partie(jeu.nom, lot.annee)
    if partie:
        copie = atelier.copy_file(f"avant-{partie.donnees}", courante.edition.chemin(partie))
        avant = f"read_parquet('{copie}')"
    else:
        lignes = courante.query(f"select {', '.join(noms)} from brut.{jeu.nom} where annee = ?", [str(lot.annee)])
        if not lignes:
            return Changement(jeu.nom, lot.annee, lot.lignes, lot.lignes, 0, 0)
        atelier.create_text("avant", noms, ((rang, *ligne.values()) for rang, ligne in enumerate(lignes)))
        avant = "avant"
    colonnes = {nom: f"coalesce({nom}, '')" for nom in noms}
    sql = read_sql("depot/differences").format(
        cle=", ".join(colonnes[nom] for nom in jeu.cle if nom not in LECTURE), contenu=", ".join(colonnes.values()),
        avant=avant, apres=f"read_parquet('{lot.fichier}')")
    return Changement(jeu.nom, lot.annee, lot.lignes, *atelier.query(sql)[0])
