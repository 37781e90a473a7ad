-- Contrats : l'état initial et l'état actuel, les modifications en liste JSON. Grain : un contrat, compté une fois.
create or replace table decp_contrats as
with bornes as (
    select
        numero, min(rang) as rang_initial, min(ligne) as ligne, arg_min(ligne, rang) as ligne_initiale,
        arg_max(montant, ordre) as montant_final, arg_max(duree, ordre) as duree_finale,
        arg_min(titulaires, rang) as premiers, arg_max(titulaires, ordre) as titulaires,
        arg_min(cles, rang) is distinct from arg_max(cles, ordre) as titulaires_changes,
        bool_or(discordant) as discordant
    from decp_etats group by numero
), modifications as (
    select numero, '[' || string_agg(decp_objet(concat_ws(',', decp_paire('id', rang::varchar), decp_paire('date', date),
        decp_paire('montant', montant), decp_paire('duree', duree), '"titulaires":' || titulaires)), ',' order by rang) || ']' as modifications
    from decp_etats semi join (select numero from decp_etats group by numero having count(*) > 1) using (numero)
    where rang > 0 group by numero
)
select bornes.*, modifications, if(titulaires_changes, premiers, null) as titulaires_initiaux
from bornes left join modifications using (numero)
