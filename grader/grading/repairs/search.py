"""Try changes to a student's own function, and keep those after which its numbers are the right ones."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from grader.grading.comparison import Comparison
from grader.grading.parts import right_in
from grader.grading.repairs.change import Change, Changes
from grader.grading.repairs.experiment import Active, Run, Trial, tried
from grader.grading.repairs.formulas import (
    axes,
    brackets,
    calls,
    conditions,
    missing,
    missing_factors,
    numbers,
    operands,
    operators,
    shapes,
    siblings,
    variables,
)
from grader.grading.repairs.procedure import assignments, copied, entries, needless, places, ranges
from grader.grading.repairs.weaving import functions_of, names_of, woven
from grader.inside.observation import Outcome, Program
from grader.numbers.compare import graded

LIKELIEST_FIRST: tuple[Changes, ...] = (
    operators,
    siblings,
    copied,
    assignments,
    operands,
    brackets,
    calls,
    shapes,
    axes,
    ranges,
    entries,
    conditions,
    needless,
    numbers,
    places,
    missing,
    variables,
    missing_factors,
)

CHANGES_AT_MOST = 1200
"""Changes that are tried; a long function has more."""

CANDIDATES_AT_MOST = 40
"""Changes that are tried on every check, of those that make something right on the first."""

PAIRS_AT_MOST = 2000
"""Pairs of changes that are tried where no single one makes the task right."""

HOPELESS = frozenset({Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.CRASHED, Outcome.MISSING})
"""A program that ends like this would do so with most changes, and every time would cost its limit."""


@dataclass(frozen=True)
class Found:
    """Changes that, together, make wrong values right in every check: ``names``, all where ``whole``."""

    changes: tuple[Change, ...]
    active: Active
    names: frozenset[str]
    whole: bool


@dataclass(frozen=True)
class Task:
    """A task that fails, with the program in which all changes are woven, and where to run it."""

    compared: Comparison
    name: str
    program: Program
    changes: Sequence[Change]
    run: Run

    @property
    def names(self) -> frozenset[str]:
        """The names of the task's values."""
        checks = (self.compared.checks[index] for index in self.compared.of_task(self.name))
        return frozenset(name for one in checks for name in graded(one.expected))

    @property
    def wrong(self) -> frozenset[str]:
        """The values that are wrong in some check."""
        return frozenset(
            name
            for index in self.compared.of_task(self.name)
            for name in frozenset(graded(self.compared.checks[index].expected)) - self.right_in(index)
        )

    def right_in(self, index: int) -> frozenset[str]:
        """Return the values of a check that are right as the program is."""
        one = self.compared.checks[index]
        return frozenset(
            name for name in graded(one.expected) if name in one.got.values and right_in(one, name)
        )

    def tried(self, indices: Sequence[int], sets: Sequence[Active]) -> list[Trial]:
        """Run some checks with each of some sets of changes."""
        return tried(self.compared, self.program, indices, sets, self.run)


def repairs(compared: Comparison, program: Program, name: str, run: Run) -> tuple[Found, ...]:
    """Return the changes that make a task right, else those that make single values right."""
    first = first_check(compared, name)
    if first is None or any(compared.row[index].outcome in HOPELESS for index in compared.of_task(name)):
        return ()
    try:
        tree = ast.parse(program.text)
        changes = all_changes(tree, name, [other for other in compared.key.tasks if other != name])
        task = Task(compared, name, replace(program, text=woven(tree, changes)), changes, run)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    return searched(task, first) if changes else ()


def first_check(compared: Comparison, name: str) -> int | None:
    """Return the first check of a task that fails, a public one and a plain call if there is any."""
    failing = compared.failing_of(name)
    checks = {index: compared.checks[index].check for index in failing}
    failing.sort(key=lambda index: (not checks[index].public, checks[index].scenario.kind == "experiment"))
    return failing[0] if failing else None


def all_changes(tree: ast.Module, task: str, others: Sequence[str]) -> list[Change]:
    """Return the changes worth trying in the functions of a task, the likeliest first."""
    functions = [
        (names_of(function), list(nodes_of(function))) for function in functions_of(tree, task, others)
    ]
    found = (
        change
        for operator in LIKELIEST_FIRST
        for names, nodes in functions
        for node in nodes
        for change in operator(node, names)
    )
    return list(islice(found, CHANGES_AT_MOST))


def nodes_of(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Yield the nodes of a function's code, its own block first, without text that holds values.

    Nothing in a ``while`` is changed: it might never end.
    """
    yield function
    todo: list[ast.AST] = list(function.body)
    while todo:
        node = todo.pop(0)
        if not isinstance(node, ast.JoinedStr | ast.While | ast.FunctionDef | ast.ClassDef | ast.Lambda):
            yield node
            todo += list(ast.iter_child_nodes(node))


# ---- single changes, then pairs ------------------------------------------------------------------


def searched(task: Task, first: int) -> tuple[Found, ...]:
    """Return single changes that make everything right, else values right, else pairs of changes."""
    singles: list[Active] = [(number,) for number in range(len(task.changes))]
    tries = task.tried([first], singles)[0]
    found = verified(task, first, tries, list(tries.rows))
    whole = [one for one in found if one.whole]
    if whole:
        return tuple(whole)
    parts = [one for one in found if one.names]
    if parts and frozenset.union(*(one.names for one in parts)) >= task.wrong:
        return tuple(parts)
    for pairs in (with_part(task, parts), likely_pairs(task, first, tries)):
        sets = list(pairs)
        both = verified(task, first, task.tried([first], sets)[0], sets) if sets else []
        if any(one.whole for one in both):
            return tuple(one for one in both if one.whole)
    return tuple(parts)


def with_part(task: Task, parts: Sequence[Found]) -> Iterator[Active]:
    """Yield each change that makes a value right together with any other."""
    for one in sorted(parts, key=lambda found: -len(found.names))[:PARTS_AT_MOST]:
        yield from ((*one.active, number) for number in range(len(task.changes)) if number not in one.active)


PARTS_AT_MOST = 2
"""Changes that mend a part, of those that are tried together with every other one."""


def verified(task: Task, first: int, tries: Trial, sets: Sequence[Active]) -> list[Found]:
    """Return the sets that make values right that were wrong, on the first check and on all others."""
    before, names = task.right_in(first), frozenset(tries.expected)
    better = [active for active in sets if tries.right(active) - before]
    better.sort(key=lambda active: tries.right(active) < names)  # a stable sort: the likeliest stay first
    better = better[:CANDIDATES_AT_MOST]
    rest = [index for index in task.compared.of_task(task.name) if index != first]
    rest.sort(key=lambda index: not task.compared.checks[index].check.public)
    trials = [tries, *task.tried(rest, better)] if better else []
    wrong, every = task.wrong, task.names
    found = []
    for active in better:
        right = right_in_all(trials, active)
        changes = tuple(task.changes[number] for number in active)
        found.append(Found(changes, active, right & wrong, right >= every))
    return found


def right_in_all(trials: Sequence[Trial], active: Active) -> frozenset[str]:
    """Return the values that are right with some changes in every check that has them."""
    names = frozenset(name for one in trials for name in one.expected)
    return names - {name for one in trials for name in frozenset(one.expected) - one.right(active)}


def likely_pairs(task: Task, first: int, tries: Trial) -> Iterator[Active]:
    """Yield pairs of changes, the likely ones first; each does something by itself, and no two the same."""
    before = as_it_is(task, first, tries)
    seen = set() if before is None else {mark(before)}
    unlike: list[int] = []
    for (number,), row in tries.rows.items():
        if np.isfinite(row).all() and mark(row) not in seen:
            seen.add(mark(row))
            unlike.append(number)
    pairs = islice(by_rank(len(unlike)), PAIRS_AT_MOST)
    yield from ((unlike[one], unlike[other]) for one, other in pairs)


def mark(row: np.ndarray) -> bytes:
    """Return what is the same for equal numbers, a zero of either sign among them."""
    return (row + 0.0).tobytes()


def by_rank(count: int) -> Iterator[tuple[int, int]]:
    """Yield all pairs of so many ranks, those with the least sum first."""
    for total in range(1, 2 * count - 2):
        yield from ((one, total - one) for one in range(max(0, total - count + 1), (total + 1) // 2))


def as_it_is(task: Task, first: int, tries: Trial) -> np.ndarray | None:
    """Return the program's own numbers on a check in a row; None where it gave others than it should."""
    got = task.compared.checks[first].got.values
    if any(name not in got or got[name].shape != want.shape for name, want in tries.expected.items()):
        return None
    return np.concatenate([got[name].astype(float).ravel() for name in tries.expected])
