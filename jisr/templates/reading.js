// Lights up aligned sentences on hover, tap and keyboard focus, and the evidence of a summary sentence; keeps both
// sides in view; opens explanations; jumps from the list of warnings.
window.jisrReading = function (root) {
  "use strict";
  if (root.dataset.jisr) { return; }
  root.dataset.jisr = "on";
  const EDGE = 24;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let pinned = false;
  let peek = null;

  const all = (selector) => Array.from(root.querySelectorAll(selector));
  const pair = (id) => all('.jisr-segment[data-segment="' + id + '"]');
  const side = (element) => element.closest("[dir]").lang;
  const inView = (element) => {
    const box = element.getBoundingClientRect();
    return box.bottom > EDGE && box.top < window.innerHeight - EDGE;
  };
  const scrollBy = (distance) => window.scrollBy({ top: distance, behavior: calm.matches ? "auto" : "smooth" });

  const held = () => pinned && root.querySelector(".jisr-on");
  const clear = () => {
    all(".jisr-on").forEach((element) => element.classList.remove("jisr-on"));
    all('.jisr-claim[aria-pressed="true"]').forEach((claim) => claim.setAttribute("aria-pressed", "false"));
    if (peek) { peek.hidden = true; }
    pinned = false;
  };
  const light = (id) => {
    const found = pair(id);
    found.forEach((element) => element.classList.add("jisr-on"));
    return found;
  };
  // A strip at the bottom of the window with the sentence's other side, where that is out of sight.
  const showPeek = (element) => {
    if (!peek) {
      peek = document.createElement("div");
      peek.className = "jisr-peek";
      peek.setAttribute("aria-hidden", "true");
    }
    if (!peek.isConnected) { root.append(peek); }
    peek.lang = side(element);
    peek.dir = element.closest("[dir]").dir;
    peek.replaceChildren(...Array.from(element.childNodes, (node) => node.cloneNode(true)));
    peek.hidden = false;
  };
  const keepInView = (from, found) => {
    if (!found.length) { return; }
    const boxes = found.map((element) => element.getBoundingClientRect());
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const room = window.innerHeight - 2 * EDGE;
    if (bottom - top <= room) {
      if (top < EDGE) { scrollBy(top - EDGE); } else if (bottom > EDGE + room) { scrollBy(bottom - EDGE - room); }
      return;
    }
    if (from) {
      from.scrollIntoView({ block: "nearest", behavior: "auto" });
      const far = found.find((element) => element !== from);
      if (far && !inView(far)) { showPeek(far); }
    }
  };
  const choose = (segment, move) => {
    clear();
    const found = light(segment.dataset.segment);
    if (move) { keepInView(segment, found); return; }
    const far = found.find((element) => element !== segment);
    if (far && !inView(far)) { showPeek(far); }
  };
  const focus = (segment) => {
    all('.jisr-segment[tabindex="0"]').forEach((element) => { element.tabIndex = -1; });
    segment.tabIndex = 0;
    segment.focus({ preventScroll: true });
  };
  const showEvidence = (claim) => {
    const pressed = claim.getAttribute("aria-pressed") === "true";
    clear();
    if (pressed) { return; }
    claim.setAttribute("aria-pressed", "true");
    pinned = true;
    const lit = claim.dataset.evidence.split(" ").filter(Boolean).map((id) => light(id));
    if (lit.length && !lit.flat().some(inView)) {
      const middle = lit[0][0].getBoundingClientRect().top - window.innerHeight / 3;
      scrollBy(middle);
    }
  };
  const toggleNote = (flag) => {
    const open = flag.getAttribute("aria-expanded") !== "true";
    flag.setAttribute("aria-expanded", String(open));
    flag.nextElementSibling.hidden = !open;
  };
  const jump = (id) => {
    const found = pair(id);
    const target = found[found.length - 1];
    if (!target) { return; }
    target.scrollIntoView({ block: "center", behavior: "auto" });
    focus(target);
    choose(target, true);
    pinned = true;
    const flag = target.nextElementSibling;
    if (flag && flag.matches('.jisr-flag[aria-expanded="false"]')) { toggleNote(flag); }
  };

  root.addEventListener("mouseover", (event) => {
    const segment = event.target.closest(".jisr-segment");
    if (segment && !held()) { choose(segment, false); }
  });
  root.addEventListener("mouseleave", () => { if (!held() && !root.querySelector(".jisr-segment:focus")) { clear(); } });
  root.addEventListener("focusin", (event) => {
    const segment = event.target.closest(".jisr-segment");
    if (segment && segment.matches(":focus-visible")) { choose(segment, true); }
  });
  root.addEventListener("click", (event) => {
    const place = event.target;
    const link = place.closest("[data-jump]");
    if (link) { event.preventDefault(); jump(link.dataset.jump); return; }
    const claim = place.closest(".jisr-claim");
    if (claim) { showEvidence(claim); return; }
    const flag = place.closest(".jisr-flag");
    if (flag) { toggleNote(flag); return; }
    const segment = place.closest(".jisr-segment");
    if (segment && !String(window.getSelection())) { focus(segment); choose(segment, true); pinned = true; }
    else if (!segment && !place.closest(".jisr-peek")) { clear(); }
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { clear(); return; }
    const claim = event.target.closest(".jisr-claim");
    if (claim && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); showEvidence(claim); return; }
    const segment = event.target.closest(".jisr-segment");
    if (!segment || event.ctrlKey || event.metaKey || event.altKey) { return; }
    const own = all(".jisr-segment").filter((element) => side(element) === side(segment));
    const at = own.indexOf(segment);
    const across = (language) => pair(segment.dataset.segment).find((element) => side(element) === language);
    const next = {
      ArrowDown: () => own[at + 1], ArrowUp: () => own[at - 1], Home: () => own[0], End: () => own[own.length - 1],
      ArrowLeft: () => across("en"), ArrowRight: () => across("ar"),
    }[event.key];
    if (!next) { return; }
    event.preventDefault();
    const wanted = next();
    if (wanted) { focus(wanted); choose(wanted, true); }
  });
};
