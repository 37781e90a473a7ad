-- Contrats que retiennent les filtres de la page « Marchés », avec leur réponse au fait demandé. Grain : un contrat.
select
    *,
    case {fait} when true then 'oui' when false then 'non' else 'inconnu' end as reponse,
    coalesce(nullif(membres[1].nom, ''), membres[1].id, '') as premier_titulaire
from faits
where ($annee = 0 or if($etat = '', annee = $annee, annee <= $annee and fin > make_date($annee, 12, 31)))
    and {parmi}
    and {fiche}
    and {clause}
    and ($type = '' or replace(lower(type_achat(code_cpv, ccag)), 'type ', '') = $type)
    and ($division = '' or if(code_cpv = '', 'inconnue', left(code_cpv, 2)) = $division)
    and ($procedure = '' or coalesce(procedure, 'inconnue') = $procedure)
    and ($reservation = '' or reserve and if(reservation = '', 'sans-precision', lower(reservation)) = $reservation)
    and {entreprises}
    and ($montant_min is null or montant_actuel >= $montant_min)
    and ($montant_max is null or montant_actuel <= $montant_max)
    and (len($mots) = 0 or len(list_filter($mots, lambda mot:
        not contains(a_plat(concat_ws(' ', identifiant, objet, consultation)), mot))) = 0)
    and (len($noms) = 0 or len(list_filter(membres, lambda m:
        len(list_filter($noms, lambda nom: not contains(a_plat(m.id || ' ' || m.nom), nom))) = 0)) > 0)
