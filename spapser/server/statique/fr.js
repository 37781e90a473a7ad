// Streamlit's interface has no translation: its own labels are replaced by French ones as they appear.
// LIBELLES, placed before this code by the server, holds {textes: {English: French}, regles: [[pattern, French], …]}.
(() => {
  "use strict";

  // Dates, numbers and calendars follow the browser's language: make it French for everybody.
  for (const [name, value] of [["language", "fr-FR"], ["languages", ["fr-FR", "fr"]]]) {
    Object.defineProperty(Navigator.prototype, name, { get: () => value, configurable: true });
  }
  document.documentElement.lang = "fr";

  const texts = new Map(Object.entries(LIBELLES.textes));
  const rules = LIBELLES.regles.map(([pattern, french]) => [new RegExp(pattern, "u"), french]);
  const attributes = ["aria-label", "aria-description", "aria-roledescription", "title", "placeholder", "data-title"];
  // What the product itself wrote, and drawings: never ours to translate.
  const own = "script, style, svg, canvas, code, [data-testid=stMarkdown], [data-testid=stHtml], [data-testid=stTable], " +
    "[data-testid=stSidebarNavLink]";
  const known = new Map();

  function translate(text) {
    const label = text.trim();
    if (label.length < 2 || label.length > 400) return text;
    if (!known.has(label)) {
      if (known.size > 5000) known.clear();
      known.set(label, find(label));
    }
    const french = known.get(label);
    return french === label ? text : text.replace(label, () => french);
  }

  function find(label) {
    if (texts.has(label)) return texts.get(label);
    const rule = rules.find(([pattern]) => pattern.test(label));
    return rule ? label.replace(rule[0], rule[1]) : label;
  }

  function translateText(node) {
    const french = translate(node.nodeValue);
    if (french !== node.nodeValue) node.nodeValue = french;
  }

  function translateAttribute(element, name) {
    const value = element.getAttribute(name);
    if (!value) return;
    const french = translate(value);
    if (french !== value) element.setAttribute(name, french);
  }

  function translateTree(root) {
    if (root.parentElement?.closest(own)) return;
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.matches(own)) return;
    attributes.forEach((name) => translateAttribute(root, name));
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node.nodeType === Node.ELEMENT_NODE && node.matches(own) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else attributes.forEach((name) => translateAttribute(node, name));
    }
  }

  function follow(changes) {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === "childList") addedNodes.forEach(translateTree);
      else if (target.isConnected && !(target.parentElement ?? target).closest(own)) {
        if (type === "characterData") translateText(target);
        else translateAttribute(target, attributeName);
      }
    }
  }

  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
})();
