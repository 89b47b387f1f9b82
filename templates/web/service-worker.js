// Keep everything at the first visit and answer from there, so that the pages work without a network. A newer
// release takes over when no page of the older one is open, so that no page meets another release's files.

const SHELF = `chainrule ${self.registration.scope}`;
const PAGES = `${SHELF} ${RELEASE.version}`;
const PYTHON = `${SHELF} python ${RELEASE.python}`;

async function fill() {
  const pages = await caches.open(PAGES);
  await pages.addAll(["./", ...RELEASE.files]);
  const python = await caches.open(PYTHON);
  const lock = await (await fetch(`${RELEASE.pyodide}pyodide-lock.json`)).json();
  const needed = [...RELEASE.core, lock.packages.numpy.file_name].map((name) => RELEASE.pyodide + name);
  for (const name of needed) if (!(await python.match(name))) await python.add(name);
}

async function clear() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(`${SHELF} `) && name !== PAGES && name !== PYTHON);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  for (const name of [PAGES, PYTHON]) {
    const found = await (await caches.open(name)).match(request, { ignoreSearch: true });
    if (found) return found;
  }
  return fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(clear()));
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(answer(event.request));
});
