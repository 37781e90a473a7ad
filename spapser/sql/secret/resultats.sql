-- Un résultat au secret garde sa source et perd ses nombres ; `secret` est le seuil s'il est en dessous, 0 sinon. Grain : un résultat.
update resultats set
    valeur = null,
    numerateur = null,
    denominateur = null,
    note = s.note,
    secret = s.secret
from resultats_secrets as s
where resultats.indicateur = s.indicateur and resultats.annee = s.annee and resultats.dimension = s.dimension
    and resultats.modalite = s.modalite
