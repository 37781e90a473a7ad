// Visible texts whose contrast with what is behind them is under 4.5 to 1, or 3 to 1 when they are large.
() => {
    const lire = couleur => (couleur.match(/[\d.]+/g) || []).map(Number);
    const poser = ([r, v, b, a = 1], [fr, fv, fb]) => [r * a + fr * (1 - a), v * a + fv * (1 - a), b * a + fb * (1 - a)];
    const lueur = canaux => canaux.map(c => c / 255).map(c => c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
        .reduce((somme, c, i) => somme + c * [.2126, .7152, .0722][i], 0);
    const fond = e => {
        const couches = [];
        for (; e; e = e.parentElement) couches.unshift(lire(getComputedStyle(e).backgroundColor));
        return couches.filter(c => c.length > 2).reduce((dessous, c) => poser(c, dessous), [255, 255, 255]);
    };
    const fautes = new Set();
    const textes = document.createTreeWalker(document.querySelector('[data-testid=stApp]'), NodeFilter.SHOW_TEXT);
    while (textes.nextNode()) {
        const e = textes.currentNode.parentElement, style = getComputedStyle(e), mot = textes.currentNode.nodeValue.trim();
        if (!mot || !e.checkVisibility({visibilityProperty: true, opacityProperty: true}) || e.closest('svg, style, script')
            || e.closest('[aria-hidden=true], :disabled')) continue;  // WCAG leaves inactive controls aside
        const derriere = fond(e), encre = poser(lire(style.color), derriere);
        const [haut, bas] = [lueur(encre), lueur(derriere)].sort((a, b) => b - a);
        const taille = parseFloat(style.fontSize), grand = taille >= 24 || taille >= 18.66 && style.fontWeight >= 700;
        const rapport = (haut + .05) / (bas + .05);
        if (rapport < (grand ? 3 : 4.5)) fautes.add(`${rapport.toFixed(2)} ${e.tagName}.${e.className} ${mot.slice(0, 30)}`);
    }
    return [...fautes];
}
