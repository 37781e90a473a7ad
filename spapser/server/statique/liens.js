// A link from page to page, written in HTML, is followed as the menu's own are: the session goes on and nothing is loaded again.
// Without this script, or for anything but a page of the menu, the browser follows the link by itself.
(() => {
  "use strict";

  const menu = "[data-testid=stSidebarNavLink]";
  const view = () => document.querySelector("[data-testid=stMain]");

  function isPage(address) {
    const pages = [...document.querySelectorAll(menu)].map((link) => new URL(link.href).pathname);
    const home = new URL(".", location.href).pathname;
    return address.origin === location.origin && (address.pathname === home || pages.includes(address.pathname));
  }

  function isPlain(event) {
    return event.button === 0 && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  }

  // Streamlit reads the address when one goes back or forward: what it does then is just what following a link wants.
  function follow(address) {
    history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    view()?.scrollTo({ top: 0, behavior: "instant" });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-testid=stHtml] a[href]:not([target=_blank], [download])");
    if (!link || !isPlain(event)) return;
    const address = new URL(link.href);
    if (address.hash || !isPage(address)) return;
    event.preventDefault();
    follow(address.href);
  });
})();
