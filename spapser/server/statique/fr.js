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
  // What the product wrote itself keeps its words; drawings and code are left alone altogether.
  const product = "[data-testid=stMarkdown], [data-testid=stHtml], [data-testid=stTable], [data-testid=stSidebarNavLink]";
  const closed = "script, style, svg, canvas, code";
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
    if (node.parentElement?.closest(product)) return;
    const french = translate(node.nodeValue);
    if (french !== node.nodeValue) node.nodeValue = french;
  }

  function translateAttribute(element, name) {
    const value = element.getAttribute(name);
    if (!value) return;
    const french = translate(value);
    if (french !== value) element.setAttribute(name, french);
  }

  function translateNode(node) {
    if (node.nodeType === Node.TEXT_NODE) translateText(node);
    else attributes.forEach((name) => translateAttribute(node, name));
  }

  function isClosed(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    return !element || element.closest(closed) !== null;
  }

  function translateTree(root) {
    if (isClosed(root)) return;
    translateNode(root);
    const filter = (node) => (node.nodeType === Node.ELEMENT_NODE && node.matches(closed)
      ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, filter);
    while (walker.nextNode()) translateNode(walker.currentNode);
  }

  function follow(changes) {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (type === "childList") addedNodes.forEach(translateTree);
      else if (isClosed(target)) continue;
      else if (type === "characterData") translateText(target);
      else translateAttribute(target, attributeName);
    }
  }

  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
})();
