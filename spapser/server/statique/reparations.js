// Mends of Streamlit's own markup that no setting offers. One mend a function, each with the rule it serves.
(() => {
  "use strict";

  // The menu groups its items in blocks, which a list may not hold (WCAG 1.3.1): the list becomes one list a group.
  function mendMenu(menu) {
    menu.setAttribute("role", "presentation");
    for (const group of menu.children) {
      const title = group.querySelector("[data-testid=stNavSectionHeader]");
      if (group.tagName !== "DIV" || !title) continue;
      group.setAttribute("role", "list");
      group.setAttribute("aria-label", title.querySelector("p")?.textContent ?? "");
      title.setAttribute("role", "presentation");
    }
  }

  // The place where files are dropped has a name, which an element without a role may not have (ARIA): it is a group.
  function mendDropzone(zone) {
    if (zone.getAttribute("role") === "presentation") zone.setAttribute("role", "group");
  }

  function mend() {
    document.querySelectorAll("[data-testid=stFileUploaderDropzone]").forEach(mendDropzone);
    document.querySelectorAll("[data-testid=stSidebarNavItems]").forEach(mendMenu);
  }

  // Streamlit runs the page again on « r » and offers to clear its cache on « c »: a key alone, which a voice or a slip may press,
  // does nothing unless the reader can turn it off (WCAG 2.1.4). Fields and grids keep their letters.
  const typing = "input, textarea, select, [contenteditable=true], [data-testid=stDataFrame], [role=grid], canvas";
  window.addEventListener("keydown", (event) => {
    const alone = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (alone && ["r", "c"].includes(event.key?.toLowerCase()) && !event.target.closest?.(typing)) event.stopImmediatePropagation();
  }, true);

  // A chart is drawn for the width of the screen: on paper it is reduced to the width of its column, then given back its size.
  const SHEET = 690; // pixels between the margins of an A4 sheet
  function fit() {
    const page = document.querySelector(".stMainBlockContainer")?.clientWidth || SHEET;
    zoom(String(Math.min(1, SHEET / page)));
  }
  function zoom(scale) {
    document.querySelectorAll("[data-testid=stPlotlyChart]").forEach((chart) => { chart.style.zoom = scale; });
  }
  window.addEventListener("beforeprint", fit);
  window.addEventListener("afterprint", () => zoom(""));

  new MutationObserver(mend).observe(document.documentElement, { subtree: true, childList: true });
})();
