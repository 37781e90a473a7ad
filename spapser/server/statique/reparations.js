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

  new MutationObserver(mend).observe(document.documentElement, { subtree: true, childList: true });
})();
