// The page of an exercise: editor, check, hints, report, and what is kept in this browser.

import { createEditor } from "./editor.js";
import { Runner } from "./runner.js";

const $ = (id) => document.getElementById(id);
const config = JSON.parse($("config").textContent);
const id = document.body.dataset.exercise;
const stub = $("text").value;
const place = (name) => new URL(name, document.baseURI).href;
const narrow = matchMedia("(max-width: 63.99rem)");

function say(name, words = {}) {
  return config.words[name].replace(/\{(\w+)\}/g, (_, word) => words[word]);
}

function status(text, kind = "") {
  $("status").textContent = text;
  $("status").className = kind;
}

// ---- what is kept in this browser ----

const shelf = `chainrule ${place("./")} `;

function kept(name) {
  try {
    return localStorage.getItem(`${shelf}${name} ${id}`);
  } catch {
    return null; // the browser keeps nothing, for this site or at all
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(`${shelf}${name} ${id}`, value);
    return true;
  } catch {
    return false;
  }
}

let saving = 0;

function save() {
  clearTimeout(saving);
  $("kept").textContent = keep("text", editor.text()) ? say("kept") : say("not_kept");
}

function changed() {
  clearTimeout(saving);
  saving = setTimeout(save, 400);
}

// ---- the editor ----

const editor = createEditor($("editor"), kept("text") ?? stub, { editor: say("editor"), unfold: say("unfold") }, changed, check);
$("text").remove();
$("kept").textContent = kept("text") === null ? "" : say("kept");
addEventListener("pagehide", () => editor.text() !== stub && save());

$("again").onclick = () => {
  editor.replace(stub);
  status(say("begun_again"));
};

$("open").onclick = () => $("file").click();
$("file").onchange = async () => {
  const [file] = $("file").files;
  if (file) editor.replace((await file.text()).replace(/\r\n?/g, "\n"));
  $("file").value = "";
};

$("save").onclick = () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([editor.text()], { type: "text/x-python" }));
  link.download = `${id}.py`;
  link.click();
  URL.revokeObjectURL(link.href);
  status(say("saved", { file: link.download }));
};

// ---- checking ----

let isRunning = false;

const runner = new Runner({
  pyodide: place(config.pyodide),
  engine: place("engine.zip"),
  key: place(`keys/${id}.json`),
  limits: config.limits,
  language: config.language,
  texts: config.texts,
});

async function check() {
  if (isRunning) return;
  isRunning = true;
  save();
  $("check").disabled = $("hint").disabled = true;
  $("stop").hidden = false;
  status(say("preparing"), "busy");
  try {
    show(await runner.grade(editor.text(), (number, total) => status(number ? say("check", { number, total }) : say("checking"), "busy")));
  } catch (fault) {
    if (fault.how === "stopped") status(say("stopped"));
    else status(say("fault", { fault: fault.message }), "wrong");
  }
  isRunning = false;
  $("check").disabled = false;
  $("stop").hidden = true;
}

function show(report) {
  keep("passed", report.passed ? "yes" : "no");
  status(report.summary, report.passed ? "right" : report.begun ? "wrong" : "");
  editor.mark(report.lines);
  hints = report.hints.flatMap((one) => one.steps.map((step, place) => ({ ...one, step, number: place + 1 })));
  $("hints").replaceChildren();
  $("hint").disabled = !hints.length;
  $("next").hidden = !report.passed;
  $("report").hidden = false;
  $("report").srcdoc = report.page.replace("</head>", `<style>${beside}</style></head>`);
  $("actions").scrollIntoView({ block: narrow.matches ? "start" : "center" });
}

// The report is a page of its own in a frame, as high as it is long; what it is about stands beside it already.
const beside = `
  body { max-width: 48rem; margin: 0; padding: 1.25rem 0 2rem; }
  header .exercise, header h1 { display: none; }
  header .score { margin-top: 0; }
  section { margin-top: 2rem; }
`;
const fit = new ResizeObserver(() => {
  const page = $("report").contentDocument?.documentElement;
  if (page) $("report").style.height = `${Math.ceil(page.getBoundingClientRect().height)}px`;
});

$("report").onload = () => {
  fit.disconnect();
  fit.observe($("report").contentDocument.documentElement);
};

// ---- hints, one after the other ----

let hints = [];

$("hint").onclick = () => {
  const next = hints.shift();
  const item = document.createElement("li");
  const head = document.createElement("strong");
  head.textContent = `${next.title} · ${say("hint", { number: next.number, total: next.steps.length })}`;
  const text = document.createElement("p");
  for (const [index, part] of next.step.split("`").entries()) {
    const span = index % 2 ? document.createElement("code") : document.createElement("span");
    span.textContent = part;
    text.append(span);
  }
  item.append(head, text);
  $("hints").append(item);
  $("hint").disabled = !hints.length;
};

// ---- begin ----

$("check").onclick = check;
$("stop").onclick = () => runner.stop();
status(say("loading"), "busy");
runner.ready.then(
  () => {
    $("check").disabled = false;
    if (!isRunning) status(say("ready"));
  },
  (fault) => status(say("not_loaded", { fault: fault.message }), "wrong"),
);
if ("serviceWorker" in navigator) navigator.serviceWorker.register(place("service-worker.js")).catch(() => {});
