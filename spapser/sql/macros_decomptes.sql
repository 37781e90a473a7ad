-- Trois décomptes d'un fait : en nombre et en valeur parmi les réponses connues, puis les réponses inconnues parmi tous.
create macro decompte(mode, oui, total) as {
    'modalite': mode, 'valeur': 100.0 * coalesce(oui, 0) / nullif(total, 0), 'numerateur': coalesce(oui, 0)::double,
    'denominateur': total::double};
create macro part(fait, montant) as [
    decompte('', count_if(fait), nullif(count(fait), 0)),
    decompte('en valeur', sum(montant) filter (where fait), sum(montant) filter (where fait is not null)),
    decompte('réponse inconnue', count(*) - count(fait), count(*))];
create macro nombre(fait) as [
    {'modalite': '', 'valeur': if(count(fait) = 0, null, count_if(fait))::double, 'numerateur': null::double,
        'denominateur': null::double},
    decompte('réponse inconnue', count(*) - count(fait), count(*))];
create macro part_en_valeur(fait, montant) as [
    decompte('', sum(montant) filter (where fait), sum(montant) filter (where fait is not null)),
    decompte('réponse inconnue', sum(montant) filter (where fait is null), sum(montant))];
create macro moyenne(mesure) as [
    {'modalite': '', 'valeur': avg(mesure)::double, 'numerateur': null::double,
        'denominateur': nullif(count(mesure), 0)::double},
    decompte('réponse inconnue', count(*) - count(mesure), count(*))];
-- Quand une précision manque, une seule des deux réponses se sait : si toutes les réponses connues sont pareilles, le taux est inconnu.
create macro taire_partiel(decomptes, fait) as if(count_if(fait) in (0, count(fait)) and count(fait) < count(*),
    list_transform(decomptes, lambda d: if(d.modalite = 'réponse inconnue', d,
        {'modalite': d.modalite, 'valeur': null::double, 'numerateur': null::double, 'denominateur': null::double})), decomptes);
