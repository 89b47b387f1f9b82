// One Python in a worker. It is asked {id, call, args} and answers {id, result}, or {id, fault, isBroken}.

let python;
let object;

onmessage = async ({ data: { id, call, args } }) => {
  try {
    postMessage({ id, result: call === "start" ? await start(args[0]) : run(call, args) });
  } catch (fault) {
    // An exception of ours is a Python error; anything else means that the interpreter itself is gone.
    const isBroken = Boolean(object) && !(fault instanceof python.ffi.PythonError);
    postMessage({ id, fault: String(fault?.message ?? fault), isBroken });
  }
};

/** Load Python, NumPy and the grader, and make the object that answers from then on. */
async function start({ pyodide, engine, module, make, key, language, texts }) {
  const archive = load(engine).then((answer) => answer.arrayBuffer());
  const text = key && load(key).then((answer) => answer.text());
  const { loadPyodide } = await import(`${pyodide}pyodide.mjs`);
  // Nobody is there to type: input() ends at once.
  python = await loadPyodide({ indexURL: pyodide, stdin: () => null, stdout: () => {}, stderr: () => {} });
  await python.loadPackage("numpy", { messageCallback: () => {} });
  if (!python.loadedPackages.numpy) throw new Error(`NumPy is not at ${pyodide}`);
  python.unpackArchive(await archive, "zip", { extractDir: "/engine" });
  python.runPython("import sys; sys.path.insert(0, '/engine')");
  if (key) python.FS.writeFile("/key.json", await text);
  const made = python.pyimport(module)[make];
  object = key ? made("/key.json", language, texts) : made();
}

async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
  return answer;
}

/** Call a method; bytes travel as arrays of bytes, in both directions. */
function run(call, args) {
  const result = object[call](...args.map((one) => (one instanceof Uint8Array ? python.toPy(one) : one)));
  if (!(result instanceof python.ffi.PyProxy)) return result;
  const plain = result.toJs();
  result.destroy();
  return plain;
}
