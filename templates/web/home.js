// The list: which exercises were begun and passed in this browser, and everything kept for offline use.

const place = new URL("./", document.baseURI).href;
const words = JSON.parse(document.getElementById("config").textContent).words;

for (const row of document.querySelectorAll("[data-exercise]")) {
  const id = row.dataset.exercise;
  let state = "";
  try {
    const passed = localStorage.getItem(`chainrule ${place} passed ${id}`) === "yes";
    state = passed ? "passed" : localStorage.getItem(`chainrule ${place} text ${id}`) === null ? "" : "begun";
  } catch {
    // The browser keeps nothing.
  }
  row.classList.toggle("passed", state === "passed");
  row.querySelector(".state").textContent = state && words[state];
}
if ("serviceWorker" in navigator) navigator.serviceWorker.register(`${place}service-worker.js`).catch(() => {});
