-- Familles d'achat : le type et le nom des divisions de la nomenclature européenne des marchés (CPV). Grain : un code CPV.
create macro type_achat(code, ccag) as case
    when starts_with(code, '45') then 'Travaux'
    when code < '45' and code >= '01' or starts_with(code, '48') then 'Fournitures'
    when code >= '50' then 'Services'
    when ccag = 'Travaux' then 'Travaux'
    else 'Type inconnu' end;
create macro division_cpv(code) as coalesce(map {
    '03': 'Produits agricoles et forestiers', '09': 'Énergie et carburants', '14': 'Minerais et métaux',
    '15': 'Produits alimentaires', '16': 'Machines agricoles', '18': 'Vêtements et bagages',
    '19': 'Cuir, textiles et plastiques', '22': 'Imprimés', '24': 'Produits chimiques',
    '30': 'Matériel informatique et de bureau', '31': 'Matériel électrique et éclairage',
    '32': 'Équipements de communication', '33': 'Produits médicaux et de soins', '34': 'Véhicules et transport',
    '35': 'Sécurité et incendie', '37': 'Sport, jeux et musique', '38': 'Matériel de laboratoire et de mesure',
    '39': 'Mobilier et produits de nettoyage', '41': 'Eau', '42': 'Machines industrielles',
    '43': 'Machines de chantier', '44': 'Matériaux de construction', '45': 'Travaux de construction',
    '48': 'Logiciels', '50': 'Réparation et entretien', '51': 'Installation', '55': 'Hôtellerie et restauration',
    '60': 'Transport de personnes et de biens', '63': 'Services liés au transport', '64': 'Postes et télécommunications',
    '65': 'Distribution d’eau et d’énergie', '66': 'Finance et assurance', '70': 'Immobilier',
    '71': 'Architecture et ingénierie', '72': 'Services informatiques', '73': 'Recherche et développement',
    '75': 'Administration et sécurité sociale', '76': 'Services pétroliers et gaziers', '77': 'Espaces verts et forêts',
    '79': 'Conseil et services aux entreprises', '80': 'Formation', '85': 'Santé et action sociale',
    '90': 'Déchets, propreté et environnement', '92': 'Culture, sport et loisirs', '98': 'Autres services'
}[left(code, 2)], 'Famille inconnue');
