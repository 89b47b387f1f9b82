// Grade a text: a fresh worker runs it, another one judges. Whatever overstays its time is ended.

const TICK = 250; // milliseconds
const PATIENCE = 1; // seconds after which the next worker is made ready, because this one may have to go

/** A worker was ended: `how` is "timed_out", "crashed" or "stopped". */
class Ended extends Error {
  constructor(how) {
    super(how);
    this.how = how;
  }
}

export class Interpreter {
  constructor(settings) {
    this.worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    this.waiting = new Map();
    this.worker.onmessage = ({ data }) => this.take(data);
    this.worker.onerror = (event) => this.end(new Error(event.message || "the worker did not start"));
    this.number = 0;
    this.isAlive = true;
    this.ready = this.ask("start", [settings]);
    this.ready.catch(() => this.end()); // whoever waits for it is told
  }

  /** Ask for a call; its promise fails with Ended after so many seconds. */
  ask(call, args, seconds = Infinity, late = () => {}) {
    if (!this.isAlive) return Promise.reject(new Ended("crashed"));
    return new Promise((resolve, reject) => {
      const id = ++this.number;
      let ticks = 0;
      // Counted in ticks: a machine that sleeps meanwhile ticks once, and nobody is blamed for its sleep.
      const clock = setInterval(() => {
        ticks += 1;
        if (ticks * TICK >= PATIENCE * 1000 && seconds < Infinity) late();
        if (ticks * TICK > seconds * 1000) this.end(new Ended("timed_out"));
      }, TICK);
      this.waiting.set(id, { resolve, reject, clock });
      this.worker.postMessage({ id, call, args });
    });
  }

  take({ id, result, fault, isBroken }) {
    const { resolve, reject, clock } = this.waiting.get(id);
    clearInterval(clock);
    this.waiting.delete(id);
    if (fault === undefined) resolve(result);
    else if (isBroken) this.end(new Ended("crashed"), reject);
    else reject(new Error(fault));
  }

  end(why = new Ended("stopped"), also = () => {}) {
    this.isAlive = false;
    this.worker.terminate();
    also(why);
    for (const { reject, clock } of this.waiting.values()) {
      clearInterval(clock);
      reject(why);
    }
    this.waiting.clear();
  }
}

export class Runner {
  /** `place` turns a name into an address; `limits` are seconds for the file and for a call. */
  constructor({ pyodide, key, engine, limits, language, texts }) {
    this.limits = limits;
    this.observing = { pyodide, engine, module: "grader.inside.browser", make: "start" };
    const module = "grader.release.web.judge";
    this.judge = new Interpreter({ pyodide, engine, key, language, texts, module, make: "Judge" });
    this.prepare();
    this.ready = Promise.all([this.judge.ready, this.spare.ready]);
  }

  /** Have a fresh worker at hand for the next program. */
  prepare() {
    if (!this.spare?.isAlive) this.spare = new Interpreter(this.observing);
  }

  async fresh() {
    this.prepare();
    [this.observer, this.spare] = [this.spare, null];
    await this.observer.ready;
  }

  /** Have the program's worker answer a frame: [answer, seconds]; a word where it gave none. */
  async run(frame, seconds) {
    const begin = performance.now();
    const took = () => (performance.now() - begin) / 1000;
    try {
      return [await this.observer.ask("answer", [frame], seconds, () => this.prepare()), took()];
    } catch (fault) {
      if (fault instanceof Ended && fault.how !== "stopped") return [fault.how, took()];
      throw fault;
    }
  }

  /** Grade a text; `tell` hears which check of how many is running, 0 for the file. Returns the report. */
  async grade(text, tell) {
    await this.judge.ready;
    await this.fresh();
    tell(0, 0);
    try {
      const program = await this.judge.ask("begin", [text]);
      const scenarios = await this.judge.ask("loaded", await this.run(program, this.limits.load));
      for (const [place, scenario] of scenarios.entries()) {
        tell(place + 1, scenarios.length);
        if (!this.observer.isAlive) {
          // After a check that ended the worker, the next one gets a fresh one, as in the sandbox.
          await this.fresh();
          if (!(await this.judge.ask("reloaded", await this.run(program, this.limits.load)))) break;
        }
        await this.judge.ask("ran", await this.run(scenario, this.limits.call));
      }
      return JSON.parse(await this.judge.ask("report", []));
    } finally {
      this.observer.end();
      this.prepare();
    }
  }

  stop() {
    this.observer?.end();
  }
}
