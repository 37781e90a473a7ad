-- Objets où se lit un courriel ou un téléphone, cachés. Grain : un contrat.
update lu set {objet} = trim(regexp_replace(regexp_replace({objet},
    '[\pL0-9._%+-]+@[\pL0-9-]+(\.[\pL0-9-]+)*\.\pL{{2,}}', $1, 'g'),
    '(?:0[1-9]|(?:\+|00)33[ .-]?(?:\(0\))?[ .-]?[1-9])(?:[ .\x{{a0}}\x{{202f}}-]?[0-9]{{2}}){{4}}',
    $1, 'g'))
where est_courriel({objet}) or contient_telephone({objet})
