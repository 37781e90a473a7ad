-- Somme des montants actuels connus, sans ceux au-delà du plafond de vraisemblance. Grain : une ligne par année et par décompte.
select
    annee,
    unnest([
        {'modalite': '', 'valeur': sum(montant_compte), 'numerateur': null::double, 'denominateur': null::double},
        decompte('réponse inconnue', count(*) - count(montant_compte), count(*))], recursive := true),
    [] as lignes,
    'sure' as fiabilite
from comptes
group by annee
