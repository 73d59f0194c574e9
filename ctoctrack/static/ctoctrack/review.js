// The review of a report: single keys, and words marked in the text. All of it is there without this script as well:
// keys press what stands on the page, marked words fill in a form. Nothing here decides anything.
"use strict";
(() => {
  const REST = "ctoctrack-review-keys"; // kept in the browser: "off" where the person turned the keys off
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const shown = (it) => it.getClientRects().length > 0;

  // What was just done stands at the top of the page, while the focus is at the next proposal: say it.
  const done = document.querySelector(".messages");
  if (done) {
    const voice = document.createElement("div");
    voice.className = "unseen";
    voice.setAttribute("role", "status");
    document.getElementById("main").append(voice);
    setTimeout(() => { voice.textContent = done.textContent.trim(); }, 300);
  }

  // Proposals --------------------------------------------------------------------------------------------------------
  const cards = () => all("article.card[data-seen]");

  function current() {
    const place = document.activeElement || document.body;
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const row = place.closest(".para");
    return place.closest("article.card[data-seen]") || (row && row.querySelector("article.card[data-seen]"))
      || (target && target.matches("article.card[data-seen]") ? target : null);
  }

  // Where to go on: where the page says so, else at the first that is left.
  function begin() {
    const link = document.querySelector("[data-begin]"), list = cards();
    return (link && document.getElementById(link.hash.slice(1))) || list.find((it) => it.querySelector('[data-key="c"]'))
      || list[0];
  }

  function step(by) {
    const list = cards(), now = current();
    const next = now ? list[list.indexOf(now) + by] : begin();
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "center" });
    }
  }

  function press(it) {
    if (it.matches("summary")) {
      const details = it.parentElement;
      details.open = !details.open;
      const field = details.open && details.querySelector("textarea, input:not([type=hidden])");
      (field || it).focus();
    } else {
      it.click();
    }
  }

  function find(key) {
    const card = current() || begin();
    const its = card && card.querySelector(`[data-key="${key}"]`);
    return its || all(`[data-key="${key}"]`).find((it) => shown(it) && !it.closest("article.card"));
  }

  // Marked words -----------------------------------------------------------------------------------------------------
  let marked = null; // {row, words, near}: what was marked last in a text, and at which character

  function look() {
    const picked = getSelection();
    if (!picked.rangeCount || picked.isCollapsed) return null;
    const range = picked.getRangeAt(0), start = range.startContainer;
    const text = (start.nodeType === 1 ? start : start.parentElement).closest(".text");
    if (!text || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const words = range.toString().replace(/\s+/g, " ").trim();
    return words && { row: text.closest(".para"), words, near: before.toString().length };
  }

  function showMarked(now) {
    marked = now;
    all(".marked, .take").forEach((it) => {
      it.hidden = !now || (it.matches(".marked") && it.closest(".para") !== now.row);
    });
  }

  let fading; // a finger that taps a button takes the selection away first: the words stay for that moment
  document.addEventListener("selectionchange", () => {
    const now = look();
    clearTimeout(fading);
    if (now) showMarked(now);
    else fading = setTimeout(showMarked, 400, null);
  });
  // Where the mouse presses a button, the words stay marked.
  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-do], [data-take]")) event.preventDefault();
  });

  const query = ({ words, near }) => new URLSearchParams({ words, near }).toString();
  const withWords = (url) => url + (url.includes("?") ? "&" : "?") + query(marked);

  function add(row) {
    const link = row && row.querySelector("a[data-add]");
    if (link) location.assign(marked && marked.row === row ? withWords(link.href) : link.href);
  }

  function split(card) {
    const link = card && card.querySelector('[data-key="s"]');
    if (!link) return;
    const form = card.querySelector("form:has([name=csrfmiddlewaretoken])");
    if (!marked || marked.row !== card.closest(".para")) return link.click();
    if (!card.dataset.seen.endsWith("-proposed") || !form) return location.assign(withWords(link.href)); // asks why
    const send = document.createElement("form");
    send.method = "post";
    send.action = link.href;
    const fields = { csrfmiddlewaretoken: form.elements.csrfmiddlewaretoken.value, seen: card.dataset.seen, ...marked };
    for (const name of ["csrfmiddlewaretoken", "seen", "words", "near"]) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = fields[name];
      send.append(field);
    }
    document.body.append(send);
    send.submit();
  }

  // The proposal whose words were marked: the one with the focus, else the one whose action has them, else the first.
  function meant(row) {
    const now = current(), list = all("article.card[data-seen]", row).filter((it) => it.querySelector('[data-key="s"]'));
    const plain = (it) => it.textContent.replace(/\s+/g, " ");
    return list.includes(now) ? now : list.find((it) => plain(it).includes(marked.words)) || list[0];
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do], [data-take], [data-keys]");
    if (!button) return;
    if (button.dataset.do === "add") add(button.closest(".para"));
    if (button.dataset.do === "split" && marked) split(meant(button.closest(".para")));
    if (button.dataset.take && marked) {
      const field = document.getElementById(button.dataset.take);
      const adds = button.dataset.how === "add" && field.value.trim();
      field.value = adds ? `${field.value.trim()}\n${marked.words}` : marked.words;
      field.focus();
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    if (button.dataset.keys) turn(button.dataset.keys === "on");
  });

  // Keys -------------------------------------------------------------------------------------------------------------
  const help = document.getElementById("keys");
  let listens = true;
  try {
    listens = localStorage.getItem(REST) !== "off";
  } catch { /* a browser that keeps nothing: they are on */ }

  function turn(on) {
    listens = on;
    try {
      localStorage.setItem(REST, on ? "on" : "off");
    } catch { /* for this page alone */ }
    show();
    all("[data-keys]").find((it) => !it.hidden).focus();
  }

  function show() {
    all("[data-keys]").forEach((it) => { it.hidden = (it.dataset.keys === "on") === listens; });
  }

  if (help) {
    help.hidden = false;
    show();
    document.addEventListener("keydown", (event) => {
      const at = event.target;
      if (!listens || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
      if (at.closest("input, select, textarea, [contenteditable]")) return;
      // A keyboard of another script has no letter "c": there the place of the key counts.
      const key = /^[a-z?]$/i.test(event.key) ? event.key.toLowerCase() : /^Key[A-Z]$/.test(event.code)
        ? event.code.slice(3).toLowerCase() : "";
      const acts = {
        j: () => step(1),
        k: () => step(-1),
        s: () => split(marked ? meant(marked.row) : current() || begin()),
        a: () => add(marked ? marked.row : (current() || begin())?.closest(".para")),
      };
      marked = look();
      const there = acts[key] || (key && find(key) && (() => press(find(key))));
      if (there) {
        event.preventDefault();
        there();
      }
    });
  }

  // The form of a reading --------------------------------------------------------------------------------------------
  const form = document.querySelector("form[data-look]");
  if (form) {
    const kind = form.elements.deadline_kind, gives = document.getElementById("gives");
    const fit = () => all("[data-kinds]", form).forEach((it) => {
      it.hidden = !it.dataset.kinds.split(" ").includes(kind.value);
    });
    let asked = 0;
    const ask = async () => {
      const number = ++asked, data = new FormData(form);
      data.set("look", "1");
      const answer = await fetch(location.href, { method: "POST", body: data }).catch(() => null);
      if (!answer || !answer.ok || number !== asked) return; // a later answer is on its way, or there is an error to mend
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      gives.replaceChildren(...page.getElementById("gives").childNodes);
    };
    fit();
    form.addEventListener("change", () => { fit(); ask(); });
  }
})();
