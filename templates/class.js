"use strict";
// Sorts, searches and pages the table. The rows lie in the page as data; every cell is set as text.
(() => {
  const rows = JSON.parse(document.getElementById("rows").textContent);
  const table = document.getElementById("table");
  const body = table.tBodies[0];
  const status = document.getElementById("status");
  const search = document.getElementById("search");
  const PAGE = 50;
  const lower = rows.map((row) => [row[0], row[1], row[2], row[5], row[7], row[6] ? "late" : ""].join("\n").toLowerCase());
  const keys = [
    (row) => row[1] || row[0],
    (row) => row[2],
    (row) => (row[3] === null ? -1 : row[4] ? row[3] / row[4] : 1),
    (row) => row[5],
    (row) => row[7],
  ];
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;
  let order = rows.map((_, place) => place);
  let found = order;
  let page = 0;
  let column = 0;
  let down = false;

  function cell(line, text, name) {
    const made = line.insertCell();
    made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  function draw() {
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    page = Math.min(Math.max(page, 0), pages - 1);
    body.replaceChildren();
    for (const place of found.slice(page * PAGE, (page + 1) * PAGE)) {
      const row = rows[place];
      const line = body.insertRow();
      const who = cell(line, "", "who");
      const link = document.createElement(row[8] ? "a" : "span");
      if (row[8]) link.href = row[8];
      link.textContent = row[1] || row[0];
      who.append(link);
      if (row[1] && row[1] !== row[0]) {
        const id = document.createElement("small");
        id.textContent = row[0];
        who.append(" ", id);
      }
      cell(line, row[2]);
      cell(line, row[3] === null ? "–" : `${row[3]} / ${row[4]}`, "number");
      cell(line, row[5] + (row[6] ? ", late" : ""), row[5] === "graded" ? "" : "look");
      cell(line, row[7]);
    }
    const first = found.length ? page * PAGE + 1 : 0;
    const last = Math.min(found.length, (page + 1) * PAGE);
    status.textContent = `${first}–${last} of ${found.length}` + (found.length < rows.length ? ` (${rows.length} in all)` : "");
    document.getElementById("before").disabled = page === 0;
    document.getElementById("after").disabled = page >= pages - 1;
  }

  function sort() {
    const key = rows.map(keys[column]);
    const by = typeof key[0] === "number" ? (a, b) => key[a] - key[b] : (a, b) => compare(key[a], key[b]);
    order = rows.map((_, place) => place).sort((a, b) => (down ? by(b, a) : by(a, b)) || a - b);
    table.querySelectorAll("th").forEach((head, place) => {
      if (place === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    });
    filter();
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    found = words.length ? order.filter((place) => words.every((word) => lower[place].includes(word))) : order;
    page = 0;
    draw();
  }

  table.querySelectorAll("th button").forEach((button, place) => {
    button.addEventListener("click", () => {
      down = column === place ? !down : place === 2;
      column = place;
      sort();
    });
  });
  search.addEventListener("input", filter);
  document.getElementById("before").addEventListener("click", () => { page -= 1; draw(); });
  document.getElementById("after").addEventListener("click", () => { page += 1; draw(); });
  document.querySelectorAll("[data-search]").forEach((button) => {
    button.addEventListener("click", () => {
      search.value = button.dataset.search;
      filter();
      search.scrollIntoView({ block: "start" });
    });
  });
  document.getElementById("students").hidden = false;
  sort();
})();
