-- États d'un contrat, leurs titulaires réunis dans l'ordre du fichier. Grain : un contrat, un état.
create or replace table decp_etats as
with tenus as (
    select numero, rang, titulaire, any_value(cle) as cle, min(ligne) as premiere from decp_lignes where titulaire is not null
    group by numero, rang, titulaire
), titulaires as (
    select numero, rang, '[' || string_agg(titulaire, ',' order by premiere) || ']' as titulaires, string_agg(cle, ' ' order by cle) as cles
    from tenus group by numero, rang
), etats as (
    select
        numero, rang, min(ligne) as ligne, bool_or(actuelle) as actuelle, arg_min(date, ligne) as date,
        arg_min(montant, ligne) as montant, arg_min(duree, ligne) as duree,
        min(montant) is distinct from max(montant) or min(date) is distinct from max(date) as discordant
    from decp_lignes group by numero, rang
)
select etats.*, titulaires, cles, coalesce(actuelle, false)::bigint * 1000000000 + rang as ordre
from etats left join titulaires using (numero, rang)
