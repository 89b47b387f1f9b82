"""One script, run up to one of its loops, where the experiment waits for it."""

from __future__ import annotations

import ast
import sys
import time
import types
from collections.abc import Callable, Mapping
from typing import Any

from grader.inside.program import Inert
from grader.inside.scripts import absent, environment, old
from grader.inside.scripts.faults import is_ours, why_failed
from grader.inside.scripts.probes import bound_probes, probe_functions
from grader.inside.scripts.rates import Rates
from grader.inside.scripts.rewriting import hooks, instrument
from grader.inside.scripts.rewriting.loops import Loop, at
from grader.inside.scripts.rewriting.shaping import shaped
from grader.inside.scripts.rewriting.syntax import Function, bound_names, declared, renamed
from grader.inside.scripts.seen import Seen
from grader.inside.scripts.state.recorded import Recorded
from grader.inside.scripts.state.rounds import Names, OutOfTime, Rounds
from grader.inside.scripts.trials.draws import first_items
from grader.inside.scripts.trials.experiment import Experiment
from grader.inside.scripts.trials.found import NotFound
from grader.inside.scripts.trials.grouping import grouped
from grader.inside.scripts.trials.reading import (
    assigned_names,
    clears_seldom,
    gathers,
    is_indexed,
    note_text,
    rebinding,
)

SECONDS, TORCH_SECONDS, SHARE = 0.9, 2.5, 0.6
"""Processor time for the experiment: so many seconds (loading torch would cost a script as many more), and so
much of the time that the script took to get to its loop."""

LATER = 0.4
"""The share of these seconds that is left for a loop beside others that were looked at before."""


TRAINERS = frozenset({"tensorflow", "keras", "theano", "paddle", "mxnet", "sklearn", "jax"})
"""Libraries whose own calls make the steps: a script that uses them may show none."""

UNMOVED = ("no_parameter", "never_stepped")
"""What is known of a round that moves no parameter, until its text is read."""

FUTURES = 0x1FF0000
"""The compiler's flags for ``from __future__`` imports."""


class Finished(BaseException):
    """The script has been seen; no ``except Exception`` of its own may catch this."""


class Script:
    """One script's text, run as often as there are loops to try."""

    def __init__(self, text: str, filename: str, forgiving: bool) -> None:
        """Read the text.

        Raises:
            SyntaxError, ValueError, RecursionError: it is not Python.
        """
        self.text, self.filename, self.forgiving = text, filename, forgiving
        self.uses_torch = "torch" in text
        self.recorded: Callable[[], Recorded | None] = lambda: None
        self.share = 1.0
        self.scalars = old.OldScalars() if "numpy" in text and old.is_strict() else None
        self.tree()

    def tree(self) -> ast.Module:
        """Return a fresh tree of the text."""
        tree = ast.parse(self.text, self.filename)
        if ".data[0]" in self.text:
            tree = ast.fix_missing_locations(old.OldIndexing().visit(tree))
        return shaped(grouped(tree))

    def prepare(self, double: bool = True) -> None:
        """Set the scene in this process; ``double`` says whether the script works in double precision."""
        environment.prepare(self.text, packages(self.tree()), double)
        if self.uses_torch:
            environment.record_backward(self.record)
            environment.record_spread(self.record_sides)

    def record(self, value: float) -> None:
        """Record what ``backward`` is called on; before there are rounds, nothing is."""
        if (now := self.recorded()) is not None:
            now.backward(value)

    def record_sides(self, text: str, left: Any, right: Any) -> None:
        """Record what a loss of torch holds against each other, apart from that of other data."""
        if (now := self.recorded()) is not None:
            known = now.sides.get(text)
            other = known is not None and known[1].shape != tuple(right.shape)
            now.difference(f"{text} of {len(right)}" if other else text, left, right)

    def lacking(self) -> str:
        """Return a library that trains by itself and is not here, "" where the script imports none."""
        return next((name for name in sorted(packages(self.tree())) if name in TRAINERS), "")

    # ---- one loop --------------------------------------------------------------------------------

    def try_loop(self, loop: Loop) -> Seen:
        """Run the script up to a loop and experiment there."""
        seen = Seen(loop)
        started = time.process_time()
        tree = self.tree()
        node, plain = at(tree, loop.place), self.tree()
        indexed = clears_seldom(node) or is_indexed(node)
        rates, bound = Rates(plain), set().union(*map(bound_names, node.body))
        probes = probe_functions(plain, loop.place)

        def here(body: Any, bind: Any, get: Any, set: Any, items: Any) -> None:
            if running[0] is not None:  # what is tried as the loss may train by itself
                raise NotFound("again")
            seen.before = time.process_time() - started
            plenty = TORCH_SECONDS if self.uses_torch else SECONDS
            deadline = time.process_time() + plenty * self.share + SHARE * seen.before
            scope = Names(module, get, set, assigned_names(at(plain, loop.place)))
            few: list[Any] = []
            try:
                few = first_items(items, indexed)
                if not few or gathers(at(plain, loop.place)):
                    raise NotFound("gathers" if few else "no_item")
                rounds = Rounds(scope, body, bind, deadline)
                rounds.rate_names, rounds.renamed = rates.of, renamed(at(plain, loop.place).body)
                rounds.bound = bound | globals_of(plain)
                running[0], self.recorded = rounds, lambda: rounds.recorded
                rounds.bindings[hooks.AFTER] = rounds.after
                experiment = Experiment(rounds, few, bound_probes(probes, scope, bound))
                experiment.found.once = not loop.depth and is_one(items)
                seen.found = experiment.look()
                note_text(seen.found, node, at(plain, loop.place), plain)
            except NotFound as fault:
                seen.why = fault.why
                if seen.why in UNMOVED and (line := rebinding(at(plain, loop.place), plain)):
                    seen.why, seen.line = "rebound", line
            except OutOfTime:
                seen.why = "out_of_time"
            except Exception as fault:
                seen.why, seen.fault = why_failed(fault, running[0], few), fault
            raise Finished

        running: list[Rounds | None] = [None]
        module = self.space({hooks.HERE: here, **callbacks(lambda: running[0])})
        self.execute(instrument.hand_over(tree, loop.place), module, seen)
        seen.fault = absent.explained(seen.fault, plain)
        return seen

    def space(self, calls: Mapping[str, Any]) -> dict[str, Any]:
        """Return the names that the script starts with; it is the main program, and guards say so."""
        module = types.ModuleType("__main__")
        module.__dict__.update(calls)
        module.__dict__.update(
            __file__=self.filename,
            __builtins__=__builtins__,
            **{old.FIRST: old.first, old.NUMBER: old.numbers, old.ENTRY: old.entry},
            get_ipython=Inert("ipython"),
            display=lambda *words: None,
        )
        sys.modules["__main__"] = module
        sys.argv = [self.filename]
        return module.__dict__

    def execute(self, tree: ast.Module, module: dict[str, Any], seen: Seen) -> None:
        """Run the statements one by one; what fails for our reasons, or in a notebook, is passed over."""
        futures = [
            node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module == "__future__"
        ]
        flags = (
            compile(ast.Module(list(futures), []), self.filename, "exec", dont_inherit=True).co_flags
            if futures
            else 0
        )
        for node in tree.body:
            try:
                whole = ast.Module([self.scalars.visit(node) if self.scalars else node], [])
                code = compile(whole, self.filename, "exec", flags & FUTURES, dont_inherit=True)
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


def callbacks(rounds: Callable[[], Rounds | None]) -> dict[str, Any]:
    """Return what the rewritten script calls: before there are rounds, nothing is recorded."""

    def after(line: int) -> None:
        if (now := rounds()) is not None:
            now.after(line)

    def value(label: str, value: Any) -> Any:
        return value if (now := rounds()) is None else now.recorded.value(label, value)

    def difference(text: str, left: Any, right: Any) -> Any:
        return left - right if (now := rounds()) is None else now.recorded.difference(text, left, right)

    def compare(value: Any, bound: Any) -> Any:
        return value if (now := rounds()) is None else now.recorded.compare(value, bound)

    def guard(line: int, sign: int, value: Any, bound: Any) -> Any:
        return value if (now := rounds()) is None else now.recorded.guard(line, sign, value, bound)

    return {
        hooks.AFTER: after,
        hooks.VALUE: value,
        hooks.DIFFERENCE: difference,
        hooks.COMPARE: compare,
        hooks.GUARD: guard,
    }


def packages(tree: ast.Module) -> frozenset[str]:
    """Return the packages that a script imports."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return frozenset(names)


def is_one(items: Any) -> bool:
    """Tell whether a loop over some items goes round once."""
    return isinstance(items, range | list | tuple) and len(items) == 1


def globals_of(tree: ast.AST) -> set[str]:
    """Return the names that any function may bind outside of itself."""
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return set().union(*(declared(one, ast.Global) | declared(one, ast.Nonlocal) for one in functions))
