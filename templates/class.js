"use strict";
// Sorts, searches and pages the two tables. People lie in the page as data; every cell is set as text.
(() => {
  const data = JSON.parse(document.getElementById("rows").textContent);
  const section = document.getElementById("section");
  const PAGE = 50;
  const say = (name, words = {}) => data.words[name].replace(/\{(\w+)\}/g, (_, word) => words[word]);
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;

  // A mark is [points, state, late, mistakes by number, reason, report], or 0 where nothing was handed in.
  const people = data.people.map(([id, name, section, folder, marks]) => {
    const made = { id, name: name || id, section, marks: [], points: 0, most: 0, graded: 0, often: new Map() };
    marks.forEach((mark, place) => {
      if (!mark) return;
      const [exercise, file, most] = data.exercises[place];
      const [points, state, late, numbers, why, report] = mark;
      const mistakes = numbers.map((number) => data.mistakes[number]);
      const link = report ? `${folder}/${file}` : "";
      made.marks.push({ person: made, exercise, points, most, state, late, mistakes, why, link });
      if (points !== null) { made.points += points; made.most += most; }
      if (state === "graded") made.graded += 1;
      for (const title of mistakes) made.often.set(title, (made.often.get(title) || 0) + 1);
    });
    made.stuck = [...made.often].sort((a, b) => b[1] - a[1]);
    made.text = made.stuck.slice(0, 3).map(([title, many]) => (many > 1 ? say("often", { mistake: title, many, all: made.graded }) : title)).join("; ");
    if (made.stuck.length > 3) made.text += `; ${say("more", { many: made.stuck.length - 3 })}`;
    return made;
  });
  // What finds one person's rows and nobody else's, though searching splits at spaces.
  const tag = (person) => `id:${person.id.replace(/\s+/g, "_")};`;
  const submissions = people.flatMap((person) => person.marks);
  const share = (points, most) => (points === null ? -1 : most ? points / most : 1);
  const short = (points) => String(Math.round(points * 100) / 100);

  // A cell is labelled, for narrow screens, as its column is.
  function cell(line, text, name) {
    const made = line.insertCell();
    made.textContent = text;
    made.dataset.label = line.closest("table").tHead.rows[0].cells[made.cellIndex].textContent;
    if (name) made.className = name;
    return made;
  }

  function idOf(cell, person) {
    if (person.name === person.id) return;
    const id = document.createElement("small");
    id.textContent = person.id;
    cell.append(" ", id);
  }

  // A table with its search box, its buttons and its pages; `keep` may leave rows out before any word is looked for.
  function paged({ name, rows, keys, words, draw, first, keep }) {
    const table = document.getElementById(name);
    const search = document.getElementById(`${name}-search`);
    const status = document.getElementById(`${name}-status`);
    const [before, after] = ["before", "after"].map((end) => document.getElementById(`${name}-${end}`));
    const lower = rows.map((row) => words(row).join("\n").toLowerCase());
    let order = [], found = [], page = 0, column = 0, down = false;

    function show() {
      const pages = Math.max(1, Math.ceil(found.length / PAGE));
      page = Math.min(Math.max(page, 0), pages - 1);
      table.tBodies[0].replaceChildren();
      for (const place of found.slice(page * PAGE, (page + 1) * PAGE)) draw(table.tBodies[0].insertRow(), rows[place]);
      const last = Math.min(found.length, (page + 1) * PAGE);
      const range = say("range", { first: found.length ? page * PAGE + 1 : 0, last, many: found.length });
      status.textContent = range + (found.length < rows.length ? say("all", { all: rows.length }) : "");
      before.disabled = page === 0;
      after.disabled = page >= pages - 1;
    }

    function filter() {
      const said = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      found = order.filter((place) => keep(rows[place]) && said.every((word) => lower[place].includes(word)));
      page = 0;
      show();
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

    table.querySelectorAll("th button").forEach((button, place) => {
      button.addEventListener("click", () => {
        down = column === place ? !down : first.includes(place);
        column = place;
        sort();
      });
    });
    search.addEventListener("input", filter);
    before.addEventListener("click", () => { page -= 1; show(); });
    after.addEventListener("click", () => { page += 1; show(); });
    if (section) section.addEventListener("change", filter);
    sort();
    return (text) => {
      search.value = text;
      filter();
      search.scrollIntoView({ block: "start" });
    };
  }

  const state = (row) => say(row.state) + (row.late ? `, ${say("late")}` : "");
  const here = (person) => !section || section.value === "*" || person.section === section.value;
  document.querySelectorAll(".paged").forEach((part) => { part.hidden = false; });

  const find = paged({
    name: "table",
    rows: submissions,
    first: [2],
    keep: (row) => here(row.person),
    words: (row) => [row.person.id, tag(row.person), row.person.name, row.exercise, state(row), ...row.mistakes, row.why],
    keys: [(row) => row.person.name, (row) => row.exercise, (row) => share(row.points, row.most), state, (row) => row.mistakes.join("; ") || row.why],
    draw(line, row) {
      const who = cell(line, "", "who");
      const link = document.createElement(row.link ? "a" : "span");
      if (row.link) link.href = row.link;
      link.textContent = row.person.name;
      who.append(link);
      idOf(who, row.person);
      cell(line, row.exercise, "plain");
      cell(line, row.points === null ? "–" : `${short(row.points)} / ${row.most}`, "number points");
      cell(line, state(row), row.state === "graded" ? "plain" : "plain look");
      cell(line, row.mistakes.join("; ") || row.why);
    },
  });

  paged({
    name: "people",
    rows: people,
    first: [1, 2],
    keep: here,
    words: (row) => [row.id, row.name, row.section, row.text],
    keys: [(row) => row.name, (row) => share(row.most ? row.points : null, row.most), (row) => row.marks.length, (row) => (row.stuck.length ? row.stuck[0][1] * 1000 + row.stuck.length : 0)],
    draw(line, row) {
      const who = cell(line, "", "who");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = row.name;
      button.addEventListener("click", () => find(tag(row)));
      who.append(button);
      idOf(who, row);
      if (row.section) {
        const small = document.createElement("small");
        small.textContent = row.section;
        who.append(" · ", small);
      }
      cell(line, row.most ? `${short(row.points)} / ${short(row.most)}` : "–", "number points");
      cell(line, say("of", { some: row.marks.length, all: data.exercises.length }), "number");
      cell(line, row.text);
    },
  });

  document.querySelectorAll("[data-search]").forEach((button) => {
    button.addEventListener("click", () => find(button.dataset.search));
  });
})();
