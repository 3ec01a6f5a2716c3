// What the live page does in the browser. Components hand over (element, props, watch); nothing that a person wrote
// passes through a template, and messages are set as text.
(function () {
  "use strict";
  const words = () => window.jisrTexts[document.documentElement.lang === "ar" ? "ar" : "en"];
  const store = { get(key) { try { return localStorage.getItem(key); } catch { return null; } },
                  set(key, value) { try { localStorage.setItem(key, value); } catch { /* private window */ } } };

  const applyTheme = () => {
    const wanted = store.get("jisr-theme");
    if (wanted) { document.body.classList.toggle("dark", wanted === "dark"); }
  };
  window.jisrTheme = function () {
    const dark = document.body.classList.toggle("dark");
    store.set("jisr-theme", dark ? "dark" : "light");
  };

  // The page's own language and direction.
  window.jisrPage = function (element, props, watch) {
    const show = () => {
      if (!props.value) { return; }
      document.documentElement.lang = props.value;
      document.documentElement.dir = props.value === "ar" ? "rtl" : "ltr";
      document.documentElement.dataset.jisr = "ready";
      document.querySelectorAll("[data-text]").forEach((place) => { place.textContent = words()[place.dataset.text]; });
      const theme = document.querySelector("#jisr-theme");
      if (theme) { theme.setAttribute("aria-label", words().theme); theme.title = words().theme; }
      const language = document.querySelector("#jisr-language");
      if (language) { language.lang = props.value === "ar" ? "en" : "ar"; }
      document.querySelectorAll(".jisr-drop button").forEach((button) => {
        button.setAttribute("aria-label", button.closest(".jisr-drop").querySelector("label").textContent.trim());
      });
      document.dispatchEvent(new CustomEvent("jisr-language"));
    };
    applyTheme();
    watch("value", show);
    show();
  };

  // HTML made by the server, which has escaped everything in it.
  window.jisrHtml = function (element, props, watch) {
    const host = element.querySelector(".jisr-html");
    const show = () => { host.innerHTML = props.value || ""; };
    watch("value", show);
    show();
  };

  window.jisrMessage = function (element, props, watch) {
    const box = element.querySelector(".jisr-message");
    const show = () => {
      const value = props.value;
      box.replaceChildren();
      box.hidden = !value;
      if (!value) { return; }
      const text = document.createElement("p");
      text.textContent = value.text;
      text.dir = "auto";
      box.append(text);
      if (value.detail) {
        const details = document.createElement("details");
        const summary = document.createElement("summary");
        const detail = document.createElement("p");
        summary.textContent = words().detail;
        detail.textContent = value.detail;
        detail.lang = "en";
        detail.dir = "ltr";
        details.append(summary, detail);
        box.append(details);
      }
      box.scrollIntoView({ block: "nearest" });
    };
    watch("value", show);
    show();
  };

  window.jisrDownload = function (element, props, watch) {
    watch("value", () => {
      const file = props.value;
      if (!file) { return; }
      const bytes = Uint8Array.from(atob(file.data), (character) => character.charCodeAt(0));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([bytes], { type: file.type }));
      link.download = file.name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    });
  };

  window.jisrView = function (element, props, watch) {
    const part = (selector) => element.querySelector(selector);
    const host = part(".jisr-host");
    const status = part(".jisr-status");
    const bar = part(".jisr-progress");
    let run = "";
    let applied = 0;
    let done = 0;
    let total = 0;
    let running = false;
    window.jisrReading(host);

    const empty = () => {
      if (run) { return; }
      host.innerHTML = '<p class="jisr-empty"></p>';
      host.firstChild.textContent = words().empty;
    };
    const measure = () => {
      bar.setAttribute("aria-valuemax", String(total));
      bar.setAttribute("aria-valuenow", String(done));
      bar.firstElementChild.style.inlineSize = (total ? (100 * done) / total : 0) + "%";
    };
    const tell = (text) => { if (status.textContent !== text) { status.textContent = text; } };
    const finish = (text, failed) => {
      running = false;
      bar.hidden = true;
      host.removeAttribute("aria-busy");
      host.classList.toggle("jisr-unfinished", failed);
      tell(text);
    };
    const steps = {
      start(html, text) {
        host.innerHTML = html;
        host.classList.remove("jisr-unfinished");
        host.setAttribute("aria-busy", "true");
        total = Number(host.querySelector(".jisr-reading").dataset.sentences);
        done = 0;
        running = true;
        bar.hidden = false;
        bar.setAttribute("aria-label", text);
        tell(text);
      },
      segment(id, html) {
        const slot = host.querySelector('[data-waiting="' + id + '"]');
        if (slot) { slot.outerHTML = html; }
        done += 1;
        if (done === total) { tell(words().summarizing); }
      },
      summary(language, html) {
        const section = host.querySelector('[data-summary="' + language + '"]');
        if (section) { section.innerHTML = html; }
      },
      part(selector, html) {
        const place = host.querySelector(selector);
        if (place) { place.innerHTML = html; }
      },
      status(kind, text) { finish(text, kind !== "done"); },
    };
    const show = () => {
      const value = props.value;
      if (!value || !value.run) { return; }
      if (value.run !== run) { run = value.run; applied = 0; }
      while (applied < value.changes.length) {
        const change = value.changes[applied];
        applied += 1;
        steps[change[0]](...change.slice(1));
      }
      measure();
    };
    window.jisrStopped = () => { if (running) { finish(words().stopped, true); } };
    window.jisrCopy = (language) => {
      const rows = Array.from(host.querySelectorAll('.jisr-row .jisr-side[lang="' + language + '"]'));
      const line = (row) => Array.from(row.querySelectorAll(".jisr-segment"), (one) => one.textContent.trim()).join(" ");
      const text = rows.map(line).join("\n\n");
      const ok = () => tell(words().copied);
      const old = () => {
        const area = document.createElement("textarea");
        area.value = text;
        document.body.append(area);
        area.select();
        document.execCommand("copy");
        area.remove();
        ok();
      };
      if (navigator.clipboard) { navigator.clipboard.writeText(text).then(ok, old); } else { old(); }
    };
    document.addEventListener("jisr-language", empty);
    watch("value", show);
    empty();
    show();
  };
})();
