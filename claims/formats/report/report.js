"use strict";
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // One record a claim; its lines in the text by the claim's number.
  const claims = all("li.claim").map((item) => ({
    item,
    boxes: [item.closest(".group"), item.closest(".notes")].filter(Boolean),
    marks: [],
    shown: true,
    rating: item.dataset.rating,
    kind: item.dataset.kind,
    voices: item.dataset.voices.split(" "),
    words: find(".wording", item).textContent.toLowerCase(),
  }));
  const boxed = new Set(claims.flatMap((claim) => claim.boxes));
  const byNumber = new Map(claims.map((claim) => [claim.item.dataset.n, claim]));
  for (const mark of document.querySelectorAll(".u")) {
    const claim = byNumber.get(mark.dataset.c);
    if (claim) claim.marks.push(mark);
  }

  // Filters: a claim is shown if every control lets it through.
  const filters = find("#filters");
  const words = find("#f-words");
  const voice = find("#f-voice");
  const reset = find("#f-reset");
  const shown = find("#shown");
  const boxes = all('input[type="checkbox"]', filters);

  function chosen(name) {
    const group = boxes.filter((box) => box.name === name);
    return group.length ? new Set(group.filter((box) => box.checked).map((box) => box.value)) : null;
  }

  function filter() {
    const wanted = words.value.trim().toLowerCase();
    const ratings = chosen("rating");
    const kinds = chosen("kind");
    let count = 0;
    for (const claim of claims) {
      const show =
        (!voice.value || claim.voices.includes(voice.value)) &&
        (!ratings || ratings.has(claim.rating)) &&
        (!kinds || kinds.has(claim.kind)) &&
        (!wanted || claim.words.includes(wanted));
      if (show) count += 1;
      if (show === claim.shown) continue;
      claim.shown = show;
      claim.item.hidden = !show;
      for (const mark of claim.marks) mark.classList.toggle("off", !show);
    }
    // What has nothing to show any more goes: the claims of a sentence, those of a paragraph.
    const kept = new Set(claims.filter((claim) => claim.shown).flatMap((claim) => claim.boxes));
    for (const box of boxed) if (box.hidden === kept.has(box)) box.hidden = !kept.has(box);
    const every = count === claims.length;
    shown.textContent = every ? `${count} claims` : `${count} of ${claims.length} claims`;
    reset.hidden = every;
  }

  let waiting = 0;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  filters.addEventListener("change", filter);
  reset.addEventListener("click", () => {
    words.value = "";
    voice.value = "";
    for (const box of boxes) box.checked = true;
    filter();
    words.focus();
  });
  filters.hidden = false;
  filter();

  // Light: the claim in question, in the text and beside it.
  let lit = [];
  function light(found) {
    for (const claim of lit) {
      claim.item.classList.remove("on");
      for (const mark of claim.marks) mark.classList.remove("on");
    }
    lit = found;
    for (const claim of lit) {
      claim.item.classList.add("on");
      for (const mark of claim.marks) mark.classList.add("on");
    }
  }

  // Peek: who, what, when, where and the chain of the claims under a word, shortest claim first.
  const peek = find("#peek");
  const MOST = 3;
  let opener = null;
  let pinned = false;
  let timer = 0;

  function claimsAt(element) {
    const found = [];
    for (let mark = element.closest(".u"); mark; mark = mark.parentElement.closest(".u")) {
      const claim = byNumber.get(mark.dataset.c);
      if (claim && claim.shown) found.push(claim);
    }
    return found;
  }

  function peeked(claim) {
    const box = document.createElement("div");
    box.className = "peeked";
    const link = document.createElement("a");
    link.href = `#${claim.item.id}`;
    link.append(...[...find("summary", claim.item).cloneNode(true).childNodes]);
    box.append(link, find(".facts", claim.item).cloneNode(true));
    return box;
  }

  function open(element, found, pin) {
    clearTimeout(timer);
    pinned = pin;
    opener = element;
    peek.replaceChildren(...found.slice(0, MOST).map(peeked));
    if (found.length > MOST) {
      const more = document.createElement("p");
      more.className = "more";
      more.textContent = `and ${found.length - MOST} more, beside the text`;
      peek.append(more);
    }
    peek.hidden = false;
    place(element.getClientRects()[0] || element.getBoundingClientRect(), element.closest(".text"));
  }

  // Below the words or above them, inside the column of the text where it has room: the claims beside it stay in sight.
  function place(box, text) {
    const column = text && text.getBoundingClientRect();
    const roomy = column && column.width >= peek.offsetWidth;
    const end = roomy ? column.right : document.documentElement.clientWidth - 8;
    const left = Math.max(8, Math.min(box.left, end - peek.offsetWidth));
    const below = box.bottom + peek.offsetHeight + 12 < window.innerHeight || box.top < peek.offsetHeight + 12;
    const top = below ? box.bottom + 6 : box.top - peek.offsetHeight - 6;
    peek.style.left = `${left + window.scrollX}px`;
    peek.style.top = `${top + window.scrollY}px`;
  }

  function close() {
    clearTimeout(timer);
    peek.hidden = true;
    pinned = false;
    light([]);
  }

  function later(action, delay) {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (peek.contains(event.target)) return clearTimeout(timer);
    const mark = event.target.closest(".u");
    const found = mark ? claimsAt(mark) : [];
    const item = event.target.closest("li.claim");
    if (found.length) {
      light(found.slice(0, 1));
      if (!pinned) later(() => open(mark, found, false), 220);
    } else if (item) {
      light([byNumber.get(item.dataset.n)]);
      if (!pinned) later(() => (peek.hidden = true), 220);
    } else if (!pinned) {
      later(close, 220);
    }
  });

  document.addEventListener("click", (event) => {
    const inside = event.target.closest("a[href^='#']");
    if (inside) {
      if (peek.contains(inside)) close();
      return;
    }
    if (peek.contains(event.target)) return;
    const mark = event.target.closest(".u");
    const found = mark ? claimsAt(mark) : [];
    if (found.length) {
      light(found.slice(0, 1));
      open(mark, found, true);
    } else if (!peek.hidden) {
      close();
    }
  });

  document.addEventListener("focusin", (event) => {
    const item = event.target.closest("li.claim");
    const reference = event.target.closest(".s > .ref");
    if (item) {
      light([byNumber.get(item.dataset.n)]);
    } else if (reference && reference.matches(":focus-visible")) {
      const group = document.getElementById(reference.hash.slice(1));
      const found = all("li.claim", group).map((one) => byNumber.get(one.dataset.n)).filter((claim) => claim.shown);
      light(found);
      if (found.length) open(reference, found, true);
    } else if (!peek.contains(event.target) && !pinned) {
      close();
    }
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === opener && !peek.contains(event.relatedTarget)) close();
  });

  // Keys: arrows from claim to claim, Escape puts the peek away.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !peek.hidden) {
      close();
      return;
    }
    const summary = event.target.closest("li.claim summary");
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (!summary || !(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    const visible = claims.filter((claim) => claim.shown);
    const here = visible.findIndex((claim) => claim.item.contains(summary));
    const next = visible[here + steps[event.key]];
    if (!next) return;
    event.preventDefault();
    unfold(next.item);
    find("summary", next.item).focus();
  });

  // Links to a claim open it; a fold around it opens too.
  function unfold(item) {
    for (let box = item.parentElement; box; box = box.parentElement) {
      if (box.localName === "details") box.open = true;
    }
  }

  function arrive() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    unfold(target);
    const claim = target.matches("li.claim") && byNumber.get(target.dataset.n);
    if (claim) {
      if (!claim.shown) reset.click();
      find("details", target).open = true;
      find("summary", target).focus({ preventScroll: true });
    }
    target.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", arrive);

  // On a narrow screen the claims of a paragraph are folded away; on paper what is judged is unfolded.
  const narrow = matchMedia("(max-width: 60rem)");
  const folds = all("details.notes");
  function fold() {
    for (const box of folds) box.open = !narrow.matches;
  }
  if (narrow.matches) fold();
  narrow.addEventListener("change", fold);
  let before = [];
  window.addEventListener("beforeprint", () => {
    close();
    before = all("details.notes, .tree details, li.claim:not([data-rating=none]) > details").filter((box) => !box.open);
    for (const box of before) box.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const box of before) box.open = false;
  });
  arrive();
})();
