// Everything that one reads, hears or sees drawn on the page.
() => {
    const racine = document.documentElement;
    const attributs = ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'];
    const mots = [...document.querySelectorAll('body *')].flatMap(
        e => attributs.map(nom => e.getAttribute(nom)).filter(mot => mot));
    const figures = [...document.querySelectorAll('.js-plotly-plot')].map(f => ({
        traces: f.querySelectorAll('.main-svg :is(.trace, .shapelayer) path').length,
        largeur: f.getBoundingClientRect().width, hauteur: f.getBoundingClientRect().height}));
    // An icon is a word of its font, hidden from screen readers: nobody reads « upload ».
    const icones = [...document.querySelectorAll('[data-testid=stIconMaterial]')];
    icones.forEach(icone => icone.style.display = 'none');
    const texte = document.body.innerText;
    icones.forEach(icone => icone.style.display = '');
    return {texte, mots: [...new Set(mots)], titre: document.title, langue: racine.lang, figures,
            menu: [...document.querySelectorAll('[data-testid=stSidebarNavLink]')].map(a => new URL(a.href).pathname)};
}
