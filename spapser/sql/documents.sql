-- Fichiers déposés dont vient un résultat ; vide s'il vient du bilan. Les achats à venir se comptent l'année d'avant. Grain : un résultat.
update resultats set document = coalesce((
    select string_agg(distinct d.document, ', ' order by d.document)
    from depots as d
    where (resultats.origine = 'publiee' and d.jeu = 'observations' and d.annee = resultats.annee)
        or (resultats.origine = 'calculee'
            and d.jeu in (select l.jeu from lectures as l where l.indicateur = resultats.indicateur)
            and d.annee = resultats.annee + if(d.jeu = 'programmation', 1, 0))
), '')
