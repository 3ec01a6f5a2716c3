// Lights up aligned sentences on hover, focus and tap, and the evidence of a summary sentence.
window.jisrReading = function (root) {
  "use strict";
  const clear = () => {
    root.querySelectorAll(".jisr-on").forEach((element) => element.classList.remove("jisr-on"));
    root.querySelectorAll('.jisr-claim[aria-pressed="true"]').forEach((claim) => claim.setAttribute("aria-pressed", "false"));
  };
  const light = (id) => {
    const found = root.querySelectorAll('.jisr-segment[data-segment="' + id + '"]');
    found.forEach((element) => element.classList.add("jisr-on"));
    return found;
  };
  const show = (event) => {
    const segment = event.target.closest && event.target.closest(".jisr-segment");
    if (segment && root.contains(segment)) { clear(); light(segment.dataset.segment); }
  };
  root.addEventListener("mouseover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("click", (event) => {
    const claim = event.target.closest(".jisr-claim");
    if (!claim) { show(event); return; }
    const pressed = claim.getAttribute("aria-pressed") === "true";
    clear();
    if (pressed) { return; }
    claim.setAttribute("aria-pressed", "true");
    const evidence = claim.dataset.evidence.split(" ").filter(Boolean);
    const lit = evidence.flatMap((id) => Array.from(light(id)));
    if (lit.length) { lit[0].scrollIntoView({ block: "nearest", behavior: "smooth" }); }
  });
};
