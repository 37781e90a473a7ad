// Texts cut by the box that holds them: hidden overflow smaller than what it holds.
() => [...document.querySelectorAll('main :is(p, li, th, td, h1, h2, h3, dd, dt, label, button, a, caption, summary, span)')]
    .filter(e => e.checkVisibility() && !e.closest('svg, canvas, .js-plotly-plot, .cache, .lu, [data-testid=stDataFrame], [aria-hidden=true]'))
    .filter(e => {
        const style = getComputedStyle(e);
        const cache = ['hidden', 'clip'];
        return style.position !== 'absolute' && e.clientWidth > 2 && (
            cache.includes(style.overflowX) && e.scrollWidth > e.clientWidth + 2
            || cache.includes(style.overflowY) && e.scrollHeight > e.clientHeight + 2);
    }).map(e => `${e.tagName}.${e.className} ${e.innerText.trim().slice(0, 50)}`)
