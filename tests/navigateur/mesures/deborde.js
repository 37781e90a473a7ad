// How far the page, and what it holds, go beyond its width.
() => {
    const limite = document.documentElement.clientWidth + 1;
    const cadre = e => e.closest('.js-plotly-plot') || ['auto', 'scroll'].includes(
        getComputedStyle(e.closest('.tableau') ?? document.body).overflowX);
    const trop = [...document.querySelectorAll('[data-testid=stMain] *')].filter(
        e => (e.getBoundingClientRect().right > limite || e.scrollWidth > e.clientWidth + 1 && e.matches('dd, p, li'))
            && !cadre(e)).slice(0, 3);
    const main = document.querySelector('[data-testid=stMain]');
    return {page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            contenu: main.scrollWidth - main.clientWidth, elements: trop.map(e => e.outerHTML.slice(0, 120))};
}
