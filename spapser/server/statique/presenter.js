// The stage (/presenter and /presenter_notes): keys press the visible buttons, full screen, and both windows follow one slide.
(() => {
  "use strict";

  const KEYS = {
    ArrowRight: "suivante", PageDown: "suivante", ArrowLeft: "precedente", PageUp: "precedente", Home: "premiere",
    End: "derniere", ArrowDown: "suivante", ArrowUp: "precedente",
  };
  const BUSY = 3000; // after a press, the next one waits for the new slide, or for this many milliseconds
  const MOMENT = 60;
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("spapser-presenter") : null;
  const waiting = [];
  let shown = null;
  let pressed = 0;
  let later = 0;

  const scene = () => document.querySelector("[data-diapo]");
  const button = (name) => document.querySelector(`.st-key-scene_${name} button`);
  const isTyping = (element) => element?.closest("input, textarea, select, [contenteditable=true], [role=listbox]") !== null;
  const scrolls = () => {
    const main = document.querySelector("[data-testid=stMain]");
    return main !== null && main.scrollHeight > main.clientHeight + 2;
  };

  // Nothing more to see on that side: the key is for nothing, and so are those that wait behind it.
  function isDone(name) {
    const { diapo, total } = scene()?.dataset ?? {};
    return !diapo || diapo === (name === "suivante" || name === "derniere" ? total : "1");
  }

  // A press that cannot be made yet (a slide is awaited, the bar is being drawn) is made a moment later.
  function press() {
    clearTimeout(later);
    if (!waiting.length) return;
    const target = button(waiting[0]);
    if (isDone(waiting[0])) { waiting.length = 0; return; }
    if (!target || target.disabled || Date.now() - pressed < BUSY) { later = setTimeout(press, MOMENT); return; }
    waiting.shift();
    pressed = Date.now();
    target.click();
  }

  function ask(name, times = 1) {
    for (let i = 0; i < times; i += 1) waiting.push(name);
    press();
  }

  function toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  document.addEventListener("keydown", (event) => {
    const here = scene();
    if (!here || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    if (event.key === "f" || event.key === "F") {
      event.preventDefault();
      event.stopPropagation();
      toggleFullScreen();
      return;
    }
    const name = KEYS[event.key];
    const vertical = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (!name || (vertical && scrolls())) return;
    event.preventDefault();
    event.stopPropagation();
    ask(name);
  }, true);

  document.addEventListener("click", (event) => {
    if (event.target.closest?.(".st-key-scene_plein_ecran button")) toggleFullScreen();
  }, true);

  // A new slide is on screen: let the next key through, and tell the other window.
  function follow() {
    const here = scene();
    const now = here ? `${here.dataset.diapo}/${here.dataset.total}` : null;
    if (now === shown) return;
    const first = shown === null;
    shown = now;
    pressed = 0;
    document.documentElement.classList.toggle("sp-sur-scene", here !== null);
    if (here && !first && !waiting.length) channel?.postMessage(now);
    press();
  }

  channel?.addEventListener("message", ({ data }) => {
    const here = scene();
    const [number, total] = String(data).split("/").map(Number);
    if (!here || total !== Number(here.dataset.total) || !(number >= 1 && number <= total)) return;
    waiting.length = 0;
    const gap = number - Number(here.dataset.diapo);
    if (gap) ask(gap > 0 ? "suivante" : "precedente", Math.abs(gap));
  });

  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-diapo", "data-total"],
  });
})();
