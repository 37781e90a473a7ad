-- Mots communs aux requêtes sur les contrats : réponses oui, non ou inconnu, seuils datés, parts en nombre et en valeur.
create macro reserve_a(considerations, reservation, genres) as case
    when reservation <> '' then list_contains(genres, reservation)
    when not contains(considerations, ' réservé') then false end;
create macro un_au_moins(oui, connu) as case when list_bool_or(oui) then true when list_bool_and(connu) then false end;
create macro a_pour_taille(membres, tailles) as list_transform(membres, lambda m: list_contains(tailles, m.categorie));
create macro lire_membres(liste, siret, nom, genre, commune, dep) as list_transform(
    coalesce(from_json(liste, '[{"type": "VARCHAR", "id": "VARCHAR", "nom": "VARCHAR", "categorie": "VARCHAR",
        "commune": "VARCHAR", "departement": "VARCHAR"}]'),
        if(coalesce(siret, nom) is null, [], [{'type': 'SIRET', 'id': siret, 'nom': nom, 'categorie': null, 'commune': null,
            'departement': null}])),
    lambda m: {'id': coalesce(m.id, ''), 'type': coalesce(m.type, ''), 'nom': coalesce(m.nom, ''),
        'categorie': coalesce(nullif(genre, ''), m.categorie, ''), 'du_tableur': genre <> '',
        'commune': coalesce(m.commune, ''), 'departement': coalesce(nullif(dep, ''), m.departement, left(m.commune, 2), ''),
        'nom_commune': commune});
-- Seuils des procédures formalisées des collectivités : fournitures et services, travaux.
create macro seuil_europeen(an, travaux) as case
    when an between 2024 and 2025 then if(travaux, 5538000, 221000)
    when an between 2026 and 2027 then if(travaux, 5404000, 216000) end;
-- Une entreprise a le même SIREN dans tous ses établissements.
create macro numero_entreprise(genre, id) as if(genre = 'SIRET', left(id, 9), id);
-- Ce qui est vrai d'un contrat ne compte parmi ceux en cours que si sa fin est connue.
create macro si_connue(fin, fait) as if(fin is null and fait, null, fait);
-- Texte sans accent ni majuscule, où chercher des mots.
create macro a_plat(texte) as replace(replace(strip_accents(lower(texte)), 'œ', 'oe'), '’', '''');
-- Numéro d'un contrat dans ce tableau de bord : ce qui le distingue des autres, en douze signes.
create macro numero_contrat(acheteur, identifiant, cpv, objet) as
    substr(md5(concat_ws('|', nullif(acheteur, ''), identifiant, coalesce(cpv, ''), objet)), 1, 12);
