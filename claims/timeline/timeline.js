"use strict";
(() => {
  const find = (selector, root = document) => root.querySelector(selector);
  const drawn = new Map([...document.querySelectorAll(".overview a")].map((link) => [link.getAttribute("href"), link]));
  const rows = [...document.querySelectorAll(".row")].map((item) => ({
    item,
    who: item.dataset.who.split("\n"),
    source: item.dataset.source.split("\n"),
    document: [item.dataset.document],
    drawn: drawn.get(`#${item.id}`),
    words: find(".wording", item).textContent.toLowerCase(),
    shown: true,
  }));
  const groups = [...document.querySelectorAll(".year, #undated")];
  const words = find("#f-words");
  const choices = ["who", "source", "document"].map((name) => ({ name, box: find(`#f-${name}`) })).filter((it) => it.box);
  const shown = find("#shown");
  const reset = find("#f-reset");

  function filter() {
    const wanted = words.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      const show =
        (!wanted || row.words.includes(wanted)) && choices.every(({ name, box }) => !box.value || row[name].includes(box.value));
      if (show) count += 1;
      if (show === row.shown) continue;
      row.shown = show;
      row.item.hidden = !show;
      if (row.drawn) row.drawn.classList.toggle("off", !show);
    }
    for (const group of groups) group.hidden = !find(".row:not([hidden])", group);
    const every = count === rows.length;
    shown.textContent = every ? `${count} claims` : `${count} of ${rows.length} claims`;
    reset.hidden = every;
  }

  let waiting = 0;
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  find("#filters").addEventListener("change", filter);
  reset.addEventListener("click", () => {
    words.value = "";
    for (const { box } of choices) box.value = "";
    filter();
    words.focus();
  });
  find("#filters").hidden = false;
  filter();

  // A row that is linked to is shown, whatever the filters say.
  function arrive() {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const row = target && rows.find((it) => it.item === target);
    if (row && !row.shown) reset.click();
    if (target) target.scrollIntoView({ block: "center" });
  }
  window.addEventListener("hashchange", arrive);
  arrive();
})();
