-- Cellules vides et lignes à écarter d'un CSV régulier, comme la lecture ligne à ligne les voit. Grain : une cellule.
-- « case » avant tout : l'expression rationnelle n'est essayée que si le premier caractère le permet.
create macro if not exists est_blanc(v) as case when v < '!' or (v >= chr(133) and v < chr(161)) or v >= chr(5760)
    then regexp_full_match(v, '[\x{9}-\x{d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}]*')
    else false end;
create macro if not exists plein(v) as case when v = '' or est_blanc(v) then null else v end;
create macro if not exists est_a_ecarter(v) as
    case when v >= '+' and v < 'C' then false
    when v < '+' or (v >= 'C' and v < 'D') or (v >= 'E' and v < 'F') or (v >= 'L' and v < 'M') or (v >= 'N' and v < 'O')
        or (v >= 'S' and v < 'U') or (v >= 'c' and v < 'd') or (v >= 'e' and v < 'f') or (v >= 'l' and v < 'm')
        or (v >= 'n' and v < 'o') or v >= 's'
    then regexp_matches(v, '(?i)^[\s\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{3000}]*(sous[^a-z]?tota|tota|somme|ensemble|source|note|n\.?b|lecture|champ|\(|\*)')
    else false end;
