// Targets of the pointer smaller than 24 by 24 px, but for those that WCAG 2.5.8 leaves aside: links in a sentence, and small
// targets around whose centre a circle of 24 px touches no other one.
() => {
    const cibles = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=radio], [tabindex="0"]')]
        .filter(e => e.checkVisibility({visibilityProperty: true, opacityProperty: true}) && !e.closest('svg, .js-plotly-plot')
            && !e.matches('.tableau, [type=hidden], .cache'));
    const boite = e => {
        const libelle = e.matches('input') && e.closest('label');
        return (libelle || e).getBoundingClientRect();
    };
    const dansPhrase = e => e.matches('a') && ['P', 'LI', 'DD', 'TD', 'TH', 'SPAN', 'CAPTION'].includes(e.parentElement.tagName)
        && e.parentElement.innerText.trim().length > e.innerText.trim().length;
    const boites = cibles.map(e => ({e, r: boite(e)})).filter(({r}) => r.width > 1 && r.height > 1 && r.right > 0);
    const petites = boites.filter(({e, r}) => (r.width < 23.5 || r.height < 23.5) && !dansPhrase(e));
    const touche = (a, b) => {
        const x = a.x + a.width / 2, y = a.y + a.height / 2;
        const dx = Math.max(b.left - x, 0, x - b.right), dy = Math.max(b.top - y, 0, y - b.bottom);
        return Math.hypot(dx, dy) < 12;
    };
    return petites.filter(({e, r}) => boites.some(autre => autre.e !== e && !autre.e.contains(e) && !e.contains(autre.e)
        && touche(r, autre.r))).map(({e, r}) => `${Math.round(r.width)}×${Math.round(r.height)} ${e.outerHTML.slice(0, 100)}`);
}
