"""Look at a whole script: run it to its training loop, experiment there, then let it train for a while."""

from __future__ import annotations

import ast
import contextlib
import sys
import time
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.inside import attempt
from grader.inside.observation import Observation, Outcome, Scenario
from grader.inside.scripts import environment, instrument
from grader.inside.scripts.experiment import Experiment, Found, NotFound, first_items
from grader.inside.scripts.loops import Loop, at, loops
from grader.inside.scripts.numeric import array_of, is_numeric
from grader.inside.scripts.rates import Rates
from grader.inside.scripts.rounds import Names, OutOfTime, Rounds
from grader.inside.scripts.syntax import bound_names, loads

TRIES = 4
"""Loops that are tried at most."""

SECONDS, SHARE = 1.2, 0.6
"""Processor time for the experiment: so many seconds, and so much of the time that the script took to get there."""

RUN_SECONDS, ROUNDS_AT_MOST, KEPT = 0.8, 200_000, 400
"""How long the training may run, how many rounds, and how many of its losses are kept."""


class Finished(BaseException):
    """The script has been seen; no ``except Exception`` of its own may catch this."""


@dataclass
class Seen:
    """What came of running a script up to one of its loops."""

    loop: Loop | None = None
    why: str = ""
    found: Found | None = None
    fault: BaseException | None = None
    before: float = 0.0
    skipped: list[BaseException] = field(default_factory=list)

    @property
    def worth(self) -> int:
        """How much was learnt."""
        if self.found is not None:
            return 4 + min(len(self.found.losses), 1)
        return {"no_loss": 3, "many_steps": 3, "no_parameter": 2, "not_finite": 3}.get(self.why, 1 if self.why else 0)


class Script:
    """One script's text, run as often as there are loops to try."""

    def __init__(self, text: str, filename: str, forgiving: bool) -> None:
        """Read the text.

        Raises:
            SyntaxError, ValueError, RecursionError: it is not Python.
        """
        self.text, self.filename, self.forgiving = text, filename, forgiving
        self.uses_torch = "torch" in text
        self.record: Callable[[float], None] = lambda value: None
        self.tree()

    def tree(self) -> ast.Module:
        """Return a fresh tree of the text."""
        return ast.parse(self.text, self.filename)

    def prepare(self) -> None:
        """Set the scene in this process."""
        environment.prepare(self.uses_torch, packages(self.tree()))
        if self.uses_torch:
            environment.record_backward(lambda value: self.record(value))
            if ".data[0]" in self.text:
                environment.accept_old_indexing()

    # ---- one loop --------------------------------------------------------------------------------

    def try_loop(self, loop: Loop) -> Seen:
        """Run the script up to a loop and experiment there."""
        seen = Seen(loop)
        started = time.process_time()
        tree = self.tree()
        node, plain = at(tree, loop.place), self.tree()
        indexed = isinstance(node, ast.For) and is_indexed(node)
        rates = Rates(plain)
        probes = probe_functions(plain, loop.place)

        def here(body: Any, bind: Any, get: Any, set: Any, items: Any) -> None:
            seen.before = time.process_time() - started
            deadline = time.process_time() + SECONDS + SHARE * seen.before
            scope = Names(module, get, set)
            try:
                few = first_items(items, indexed)
                if not few:
                    raise NotFound("no_item")
                rounds = Rounds(scope, body, bind, deadline)
                rounds.rate_names = rates.of
                hooks[0], self.record = rounds, rounds.backward
                experiment = Experiment(rounds, few, bound_probes(probes, scope))
                seen.found = experiment.look()
                seen.found.leftover = leftovers(node, seen.found)
            except NotFound as fault:
                seen.why = fault.why
            except OutOfTime:
                seen.why = "out_of_time"
            except Exception as fault:
                seen.why, seen.fault = "round", fault
            raise Finished

        hooks: list[Rounds | None] = [None]
        module = self.space(
            {
                instrument.HERE: here,
                instrument.AFTER: lambda line: hooks[0].after(line) if hooks[0] else None,
                instrument.VALUE: lambda label, value: hooks[0].value(label, value) if hooks[0] else value,
            }
        )
        self.execute(instrument.hand_over(tree, loop.place), module, seen)
        return seen

    def space(self, hooks: Mapping[str, Any]) -> dict[str, Any]:
        """Return the names that the script starts with; it is the main program, and guards say so."""
        module = types.ModuleType("__main__")
        module.__dict__.update(hooks)
        module.__dict__.update(__file__=self.filename, __builtins__=__builtins__, get_ipython=environment.Inert("ipython"), display=lambda *words: None)
        sys.modules["__main__"] = module
        sys.argv = [self.filename]
        return module.__dict__

    def execute(self, tree: ast.Module, module: dict[str, Any], seen: Seen) -> None:
        """Run the statements one by one; what fails for our reasons, or in a notebook, is passed over."""
        futures = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"]
        flags = compile(ast.Module(futures, []), self.filename, "exec", dont_inherit=True).co_flags if futures else 0
        for node in tree.body:
            try:
                code = compile(ast.Module([node], []), self.filename, "exec", flags & FUTURES, dont_inherit=True)
                exec(code, module)
            except Finished:
                return
            except Exception as fault:
                seen.skipped.append(fault)
                if not (self.forgiving or is_ours(fault)):
                    seen.fault = seen.fault or fault
                    return
            except SystemExit:
                return

    # ---- the run to the end ----------------------------------------------------------------------

    def train(self, loop: Loop, label: str) -> dict[str, np.ndarray]:
        """Let the script train for a while; return its losses, thinned out, and how many rounds there were."""
        losses: list[float] = []
        last: list[float] = []
        until = [float("inf")]
        state: dict[str, Any] = {"rounds": 0, "stopped": False, "bad": 0}
        name = label.partition(":")[2]

        def note(names: Mapping[str, Any]) -> None:
            if sys.exc_info()[0] is not None:
                return
            state["rounds"] += 1
            if state["rounds"] == 1:
                until[0] = time.process_time() + RUN_SECONDS
            value = last[-1] if label == "backward" and last else number(names, label, name, recorded)
            last.clear()
            if value is not None:
                losses.append(value)
            if value is not None and not np.isfinite(value):
                state["bad"] += 1
            if state["bad"] > 3 or time.process_time() > until[0] or state["rounds"] >= ROUNDS_AT_MOST:
                state["stopped"] = True
                raise Finished

        recorded: dict[str, float] = {}

        def keep(label: str, value: Any) -> Any:
            if is_numeric(value) and np.size(array_of(value)) <= 1024:
                recorded[label] = float(array_of(value).sum())
            return value

        self.record = last.append
        module = self.space({instrument.ROUND: note, instrument.AFTER: lambda line: None, instrument.VALUE: keep})
        seen = Seen()
        self.execute(instrument.count_rounds(self.tree(), loop.place), module, seen)
        curve = np.array(losses)
        return {
            "run.losses": thin(curve),
            "run.rounds": np.asarray(state["rounds"]),
            "run.count": np.asarray(len(curve)),
            "run.stopped": np.asarray(float(state["stopped"])),
            "run.first_bad": np.asarray(first_bad(curve)),
        }


FUTURES = 0x1FF0000
"""The compiler's flags for ``from __future__`` imports."""


def number(names: Mapping[str, Any], label: str, name: str, recorded: Mapping[str, float]) -> float | None:
    """Return the loss of a round that just ended, by its label."""
    if label in recorded:
        return recorded[label]
    value = names.get(name)
    if label.startswith("list:") and isinstance(value, list) and value:
        value = value[-1]
    if value is not None and is_numeric(value):
        return float(array_of(value).sum())
    return None


def thin(curve: np.ndarray) -> np.ndarray:
    """Return at most so many numbers of a curve, the last one among them."""
    if len(curve) <= KEPT:
        return curve
    return np.asarray(curve[np.linspace(0, len(curve) - 1, KEPT).astype(int)])


def first_bad(curve: np.ndarray) -> int:
    """Return the round (from 1) whose loss is first not finite, 0 for none."""
    bad = np.flatnonzero(~np.isfinite(curve))
    return int(bad[0]) + 1 if len(bad) else 0


def packages(tree: ast.Module) -> frozenset[str]:
    """Return the packages that a script imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return frozenset(names)


def is_indexed(loop: ast.For) -> bool:
    """Tell whether a loop's variable picks entries of the data."""
    names = {node.id for node in ast.walk(loop.target) if isinstance(node, ast.Name)}
    return any(
        isinstance(node, ast.Subscript) and loads(node.slice) & names for item in loop.body for node in ast.walk(item)
    )


def leftovers(loop: ast.For | ast.While, found: Found) -> list[bool]:
    """Tell of each loss whether an inner loop leaves it behind, of its last sample, that makes no step itself."""
    lines = {line for moves in found.lines.values() for line in moves}
    inner = [node for item in loop.body for node in ast.walk(item) if isinstance(node, ast.For | ast.While)]
    idle = [node for node in inner if not any(node.lineno <= line <= (node.end_lineno or 0) for line in lines)]
    inside = set().union(*(bound_names(node) for node in idle)) if idle else set()
    texts = " ".join(ast.unparse(node) for node in idle)
    made = []
    for label in found.losses:
        how, _, name = label.partition(":")
        made.append(how == "name" and name in inside or how in ("call", "local", "shown") and name.partition(" in ")[0] in texts and " in " not in name)
    return made


def is_ours(fault: BaseException) -> bool:
    """Tell whether a failure comes from what is not here: packages, files, a screen, somebody at the keyboard."""
    if isinstance(fault, ImportError | OSError | EOFError):
        return True
    return "Inert" in str(fault) or "Absent" in str(fault) or "inert" in str(fault)


def probe_functions(tree: ast.Module, place: int) -> dict[str, Any]:
    """Return compiled expressions that may give the loss where the round itself shows none."""
    made = {}
    for text in instrument.probe_texts(tree, place)[:6]:
        with contextlib.suppress(SyntaxError):
            made[f"probe:{text}"] = compile(text, "probe", "eval")
    return made


def bound_probes(codes: Mapping[str, Any], scope: Names) -> dict[str, Callable[[Any], Any]]:
    """Return the probes as functions of a loop's item, with guesses by usual names behind them."""

    def of(code: Any) -> Callable[[Any], Any]:
        return lambda item: eval(code, dict(scope.names()))

    made = {label: of(code) for label, code in codes.items()}
    names = scope.names()
    for name in ("loss", "cost", "compute_loss", "loss_fn", "loss_function", "error", "mse"):
        if isinstance(names.get(name), types.FunctionType):
            made[f"probe:{name}(item)"] = lambda item, name=name: scope.names()[name](*item)
    for name in ("forward", "predict", "model", "f"):
        if isinstance(names.get(name), types.FunctionType):
            made[f"assumed:({name}(x) - y)**2"] = lambda item, name=name: (scope.names()[name](item[0]) - item[1]) ** 2
    return made


# ---- the kind of scenario ------------------------------------------------------------------------


def look(scenario: Scenario) -> Observation:
    """Look at the script in the scenario's text; the arguments say whether it is a notebook."""
    forgiving, filename = bool(scenario.args and scenario.args[0]), scenario.task
    try:
        script = Script(scenario.text, filename, forgiving)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as fault:
        return failure("syntax", fault, filename)
    candidates = loops(script.tree())
    if not candidates:
        return Observation(Outcome.RETURNED, {}, {"why": "no_loop"})
    script.prepare()
    best = Seen()
    for loop in candidates[:TRIES]:
        seen = script.try_loop(loop)
        if seen.worth > best.worth or best.loop is None:
            best = seen
        if best.worth >= 5 or seen.before > 4.0:
            break
    return written(best, filename)


def train(scenario: Scenario) -> Observation:
    """Let the script train; the arguments are the loop's place and the label of its loss."""
    forgiving, place, label = scenario.args
    script = Script(scenario.text, scenario.task, bool(forgiving))
    script.prepare()
    loop = next(loop for loop in loops(script.tree()) if loop.place == int(place))
    return Observation(Outcome.RETURNED, script.train(loop, str(label)), {})


def failure(why: str, fault: BaseException | None, filename: str) -> Observation:
    """Return an observation that says what stopped the script, and in which line."""
    kinds = {"why": why}
    if fault is None:
        return Observation(Outcome.RETURNED, {}, kinds)
    if isinstance(fault, environment.Missing | ModuleNotFoundError):
        kinds["package"] = (fault.name if isinstance(fault, ModuleNotFoundError) and fault.name else str(fault))[:60]
    kinds |= {"error": type(fault).__name__, "ours": "yes" if is_ours(fault) else ""}
    return Observation(Outcome.RETURNED, {}, kinds, attempt.describe(fault), attempt.line_of(fault, filename))


def written(seen: Seen, filename: str) -> Observation:
    """Write down what was seen as named numbers and short names."""
    values: dict[str, np.ndarray] = {"before": np.asarray(seen.before)}
    kinds = {"why": seen.why}
    if seen.loop is not None:
        values |= {"loop.line": np.asarray(seen.loop.line), "loop.end": np.asarray(seen.loop.end), "loop.place": np.asarray(seen.loop.place)}
        kinds["loop.function"] = seen.loop.function
    if seen.found is not None:
        write_found(seen.found, values, kinds)
        return Observation(Outcome.RETURNED, values, kinds)
    # A missing file or package shows only later, when a name is missing that it would have given.
    fault = next((one for one in seen.skipped if is_ours(one)), None) or seen.fault or next(iter(seen.skipped), None)
    stopped = failure(seen.why or ("stopped" if fault else "not_reached"), fault, filename)
    return Observation(Outcome.RETURNED, {**values, **stopped.values}, {**kinds, **stopped.kinds}, stopped.message, stopped.line)


def write_found(found: Found, values: dict[str, np.ndarray], kinds: dict[str, str]) -> None:
    """Write an experiment's numbers: by parameter, one row a draw."""
    draws = found.draws
    values["draws"] = np.asarray(len(draws))
    values["loss_sizes"] = np.array(found.loss_sizes, dtype=np.int64)
    values["follows"] = np.array(found.follows, dtype=bool)
    values["leftover"] = np.array(found.leftover or [False] * len(found.losses), dtype=bool)
    values["step_follows"] = np.asarray(found.step_follows)
    values["single"] = np.asarray(found.single)
    values["losses"] = np.array([draw.loss for draw in draws])
    values["items"] = np.array([draw.item for draw in draws])
    values["sizes"] = np.array(found.sizes[:64])
    kinds["optimiser"] = found.optimiser
    for place, label in enumerate(found.losses):
        kinds[f"loss.{place}"] = label[:190]
    for place, name in enumerate(found.memory[:8]):
        kinds[f"memory.{place}"] = name[:190]
    for place, (name, how) in enumerate(list(found.unmoved.items())[:8]):
        kinds[f"unmoved.{place}"] = name[:150]
        kinds[f"unmoved.{place}.how"] = how
    for place, slot in enumerate(found.parameters[:16]):
        write_parameter(found, place, slot, values, kinds)
    for name, array in list(found.data.items())[:20]:
        values[f"data.{name}"[:190]] = array
    for place, part in enumerate(found.items[:4]):
        parts = part if isinstance(part, tuple | list) else (part,)
        for number, value in enumerate(parts[:4]):
            if is_numeric(value) and array_of(value).size <= 4096:
                values[f"item.{place}.{number}"] = array_of(value)


def write_parameter(found: Found, place: int, slot: Any, values: dict[str, np.ndarray], kinds: dict[str, str]) -> None:
    """Write one parameter's points, steps and slopes."""
    draws, key = found.draws, f"parameter.{place}"
    kinds[key] = str(slot)[:190]
    values[f"{key}.lines"] = np.array(found.lines.get(slot, []), dtype=np.int64)
    values[f"{key}.shape"] = np.array(draws[0].start[slot].shape, dtype=np.int64)
    values[f"{key}.start"] = np.array([found.directions[slot] @ draw.start[slot].ravel() for draw in draws])
    values[f"{key}.step"] = np.array([draw.step[slot] for draw in draws])
    values[f"{key}.slope"] = np.array([draw.slope[slot] for draw in draws])
    values[f"{key}.error"] = np.array([draw.error[slot] for draw in draws])
    values[f"{key}.directions"] = found.directions[slot] if found.directions[slot].size <= 4096 else np.zeros((0, 0))
    seconds = [draw for draw in draws if slot in draw.second_slope and slot in draw.second_step]
    values[f"{key}.second_step"] = np.array([draw.second_step[slot] for draw in seconds])
    values[f"{key}.second_slope"] = np.array([draw.second_slope[slot] for draw in seconds])
    late = [draw for draw in draws if slot in draw.late_slope]
    if late:
        values[f"{key}.late_slope"] = np.array([draw.late_slope[slot] for draw in late])
    names = sorted({name for draw in draws for name in draw.rates.get(slot, {})})[:6]
    for number, name in enumerate(names):
        kinds[f"{key}.rate.{number}"] = name[:100]
        values[f"{key}.rate.{number}"] = np.array([draw.rates.get(slot, {}).get(name, np.nan) for draw in draws])
