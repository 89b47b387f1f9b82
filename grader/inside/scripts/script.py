"""One script, run up to one of its loops, where the experiment waits for it."""

from __future__ import annotations

import ast
import re
import sys
import time
import traceback
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.inside.program import Inert
from grader.inside.scripts import environment, hooks, instrument, old
from grader.inside.scripts.experiment import Experiment, first_items
from grader.inside.scripts.found import Found, NotFound
from grader.inside.scripts.loops import Loop, at
from grader.inside.scripts.probes import bound_probes, probe_functions
from grader.inside.scripts.rates import Rates
from grader.inside.scripts.rounds import Names, OutOfTime, Rounds
from grader.inside.scripts.syntax import base, bound_names, called, is_loss_name, loads, renamed, targets

SECONDS, TORCH_SECONDS, SHARE = 0.9, 2.5, 0.6
"""Processor time for the experiment: so many seconds (loading torch would cost a script as many more), and so
much of the time that the script took to get to its loop."""

WIDTH = re.compile(r" [+-] [\w.]+")
"""What is added to an argument; calls that differ in it alone are the two ends of a difference."""

FUTURES = 0x1FF0000
"""The compiler's flags for ``from __future__`` imports."""


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
        return {
            "no_loss": 3,
            "many_steps": 3,
            "no_parameter": 2,
            "never_stepped": 2,
            "nothing_moves": 3,
            "not_finite": 3,
        }.get(self.why, 1 if self.why else 0)


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
        tree = ast.parse(self.text, self.filename)
        if ".data[0]" in self.text:
            tree = ast.fix_missing_locations(old.OldIndexing().visit(tree))
        return tree

    def prepare(self, double: bool = True) -> None:
        """Set the scene in this process; ``double`` says whether the script works in double precision."""
        environment.prepare(self.uses_torch, packages(self.tree()), double)
        if self.uses_torch:
            environment.record_backward(lambda value: self.record(value))

    # ---- one loop --------------------------------------------------------------------------------

    def try_loop(self, loop: Loop) -> Seen:
        """Run the script up to a loop and experiment there."""
        seen = Seen(loop)
        started = time.process_time()
        tree = self.tree()
        node, plain = at(tree, loop.place), self.tree()
        indexed = isinstance(node, ast.For) and is_indexed(node)
        rates, bound = Rates(plain), set().union(*map(bound_names, node.body))
        probes = probe_functions(plain, loop.place)

        def here(body: Any, bind: Any, get: Any, set: Any, items: Any) -> None:
            seen.before = time.process_time() - started
            deadline = (
                time.process_time() + (TORCH_SECONDS if self.uses_torch else SECONDS) + SHARE * seen.before
            )
            scope = Names(module, get, set)
            try:
                few = first_items(items, indexed)
                if not few:
                    raise NotFound("no_item")
                rounds = Rounds(scope, body, bind, deadline)
                rounds.rate_names, rounds.renamed = rates.of, renamed(at(plain, loop.place).body)
                running[0], self.record = rounds, rounds.backward
                experiment = Experiment(rounds, few, bound_probes(probes, scope, bound))
                seen.found = experiment.look()
                seen.found.leftover = leftovers(node, seen.found)
                seen.found.occasional = occasional(at(plain, loop.place), seen.found)
                seen.found.differenced = is_differenced(node, plain)
                seen.found.chosen = is_chosen(node, {one.name for one in seen.found.parameters})
            except NotFound as fault:
                seen.why = fault.why
            except OutOfTime:
                seen.why = "out_of_time"
            except Exception as fault:
                seen.why, seen.fault = ("round" if is_of_round(fault) else "unreadable"), fault
            raise Finished

        running: list[Rounds | None] = [None]
        module = self.space({hooks.HERE: here, **callbacks(lambda: running[0])})
        self.execute(instrument.hand_over(tree, loop.place), module, seen)
        return seen

    def space(self, calls: Mapping[str, Any]) -> dict[str, Any]:
        """Return the names that the script starts with; it is the main program, and guards say so."""
        module = types.ModuleType("__main__")
        module.__dict__.update(calls)
        module.__dict__.update(
            __file__=self.filename,
            __builtins__=__builtins__,
            **{old.FIRST: old.first},
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
                code = compile(
                    ast.Module([node], []), self.filename, "exec", flags & FUTURES, dont_inherit=True
                )
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

    return {hooks.AFTER: after, hooks.VALUE: value, hooks.DIFFERENCE: difference, hooks.COMPARE: compare}


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
        isinstance(node, ast.Subscript) and loads(node.slice) & names
        for item in loop.body
        for node in ast.walk(item)
    )


def leftovers(loop: ast.For | ast.While, found: Found) -> list[bool]:
    """Tell of each loss whether an inner loop without steps leaves it behind, of its last sample."""
    lines = {line for moves in found.lines.values() for line in moves}
    inner = [node for item in loop.body for node in ast.walk(item) if isinstance(node, ast.For | ast.While)]
    idle = [
        node for node in inner if not any(node.lineno <= line <= (node.end_lineno or 0) for line in lines)
    ]
    bound = set().union(*(bound_names(node) - summed(node) for node in idle)) if idle else set()
    texts = " ".join(ast.unparse(node) for node in idle)
    made = []
    for label in found.losses:
        how, _, name = label.partition(":")
        in_text = how in ("call", "local", "shown") and name in texts and " in " not in name
        made.append((how == "name" and name in bound) or in_text)
    return made


def occasional(loop: ast.For | ast.While, found: Found) -> list[bool]:
    """Tell of each loss whether it is only worked out every so many rounds: it is there for show."""
    tests = [node for item in loop.body for node in ast.walk(item) if isinstance(node, ast.If)]
    rare = [node for node in tests if any(isinstance(part, ast.Mod) for part in ast.walk(node.test))]
    inner = [item for node in rare for item in node.body]
    bound = set().union(*map(bound_names, inner)) if inner else set()
    return [label.partition(":")[2] in bound for label in found.losses]


def summed(loop: ast.AST) -> set[str]:
    """Return the names that a loop adds to: they hold the sum over its samples, not the last one's value."""
    found = {base(node.target) for node in ast.walk(loop) if isinstance(node, ast.AugAssign)}
    for node in ast.walk(loop):
        if isinstance(node, ast.Assign):
            read = loads(node.value)
            found |= {base(item) for item in targets(node) if base(item) in read}
    return {name for name in found if name}


def is_differenced(loop: ast.For | ast.While, tree: ast.Module) -> bool:
    """Tell whether a loss is called at two places that lie close: a slope by differences, not exact."""
    functions = [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name in called(loop)
    ]
    for scope in (loop, *functions):
        texts: dict[str, set[str]] = {}
        for node in ast.walk(scope):
            if isinstance(node, ast.Call) and len(called(ast.Expr(node.func))) == 0:
                name = ast.unparse(node.func)
                if is_loss_name(name) or name in ("f", "func", "fn"):
                    texts.setdefault(name, set()).add(ast.unparse(node))
        if any(len({WIDTH.sub("", text) for text in found}) < len(found) for found in texts.values()):
            return True
    return False


def is_chosen(loop: ast.For | ast.While, parameters: set[str]) -> bool:
    """Tell whether a round itself chooses which entry of a parameter it moves, as a table's ``V[s] += …``."""
    inner = [node for item in loop.body for node in ast.walk(item)]
    counted = {name for node in inner if isinstance(node, ast.For) for name in bound_names(node.target)}
    own = bound_names(loop.target) if isinstance(loop, ast.For) else set()
    chosen = (own | set().union(*map(bound_names, loop.body))) - counted
    moved = [
        target for node in inner if isinstance(node, ast.Assign | ast.AugAssign) for target in targets(node)
    ]
    return any(
        isinstance(target, ast.Subscript) and loads(target.slice) & chosen and base(target) in parameters
        for target in moved
    )


def is_of_round(fault: BaseException) -> bool:
    """Tell whether a failure is that of a round, and not of what is tried around it."""
    places = traceback.walk_tb(fault.__traceback__)
    return any(frame.f_code.co_name in (instrument.BODY, instrument.BIND) for frame, _ in places)


def is_ours(fault: BaseException) -> bool:
    """Tell whether a failure comes from what is not here: packages, files, a screen, memory."""
    if isinstance(fault, ImportError | OSError | EOFError | MemoryError):
        return True
    return "Inert" in str(fault) or "Absent" in str(fault) or "inert" in str(fault)
