// What is wrong with the skeleton of the page: headings, landmarks, tables, language.
() => {
    const vus = selecteur => [...document.querySelectorAll(selecteur)].filter(e => e.checkVisibility());
    const fautes = [], titres = vus('h1, h2, h3, h4, h5, h6');
    const niveaux = titres.map(e => Number(e.tagName[1]));
    if (niveaux.filter(n => n === 1).length !== 1) fautes.push(`${niveaux.filter(n => n === 1).length} titre(s) de niveau 1`);
    niveaux.forEach((n, i) => { if (i && n > niveaux[i - 1] + 1) fautes.push(`niveau sauté avant « ${titres[i].innerText} »`); });
    titres.filter(e => !e.innerText.trim()).forEach(e => fautes.push(`titre vide ${e.outerHTML.slice(0, 80)}`));
    for (const [quoi, selecteur] of [['contenu principal', 'main'], ['navigation', 'nav'], ['pied de page', 'footer.pied']])
        if (document.querySelectorAll(selecteur).length !== 1) fautes.push(`${quoi} : ${document.querySelectorAll(selecteur).length}`);
    if (document.documentElement.lang !== 'fr') fautes.push(`langue ${document.documentElement.lang}`);
    for (const table of vus('main table')) {
        const nom = table.querySelector('caption')?.innerText.trim();
        if (!nom) fautes.push(`tableau sans légende ${table.outerHTML.slice(0, 80)}`);
        for (const th of table.querySelectorAll('th'))
            if (!['col', 'row'].includes(th.getAttribute('scope'))) fautes.push(`en-tête sans portée dans « ${nom} »`);
        for (const ligne of table.querySelectorAll('tbody tr'))
            if (!ligne.querySelector('th')) fautes.push(`ligne sans en-tête dans « ${nom} »`);
    }
    return fautes;
}
