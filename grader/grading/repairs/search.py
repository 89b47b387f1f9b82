"""Try changes to a student's own function, and keep those after which its numbers are the right ones."""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice
from typing import Any

import numpy as np

from grader.grading.comparison import Comparison
from grader.grading.parts import is_telling_number, right_in
from grader.grading.repairs.change import Change, Changes
from grader.grading.repairs.experiment import SECONDS, Active, Run, Trial, tried
from grader.grading.repairs.formulas import (
    axes,
    brackets,
    calls,
    conditions,
    elements,
    missing,
    missing_axes,
    missing_bends,
    missing_calls,
    missing_calls_of_two,
    missing_factors,
    not_called,
    numbers,
    operands,
    operators,
    other_functions,
    products,
    quantities,
    shapes,
    shares,
    siblings,
    surplus,
    variables,
)
from grader.grading.repairs.pairs import made_again, pairs
from grader.grading.repairs.procedure import (
    assignments,
    copied,
    entries,
    fixed,
    goes_on,
    in_place,
    needless,
    only_the_first,
    places,
    ranges,
)
from grader.grading.repairs.scaled import Factors, common_factor, fitting
from grader.grading.repairs.weaving import data_of, functions_with, marks, scopes_of, woven
from grader.inside.observation import Leaf, Outcome, Program
from grader.numbers.compare import graded, real

LIKELIEST_FIRST: tuple[Changes, ...] = (
    not_called,
    siblings,
    copied,
    conditions,
    needless,
    shares,
    operators,
    assignments,
    operands,
    brackets,
    in_place,
    other_functions,
    calls,
    products,
    surplus,
    shapes,
    axes,
    missing_axes,
    ranges,
    entries,
    goes_on,
    only_the_first,
    elements,
    numbers,
    places,
    missing,
)
MOST: tuple[Changes, ...] = (missing_bends, variables, quantities, missing_factors)
"""Of these there are as many as variables times places."""

SHAPING = frozenset({"transpose", "average_missing", "sum_missing"})
"""What may be missing where a call stops or gives another shape; a factor spreads over a shape by chance."""

NUMBERS = ("value", "nan", "flag")
"""Differences between results of the right shape."""

GUESSES = frozenset({"name", "number", "quantity"})
"""Changes of which there are so many that one hits a flag, or a small whole number, by chance."""

AMONG_FLAGS = frozenset(
    {"call", "factor", "operand", "term", "operator", "power", "bracket", "exchanged", "arguments"}
)
"""Changes that say nothing where results are flags only; a condition, a loop or an entry may decide flags."""

CHANGES_AT_MOST = 1200
"""Changes that are tried; a long function has more."""

NODES_AT_MOST = 5000
"""Nodes of a task's functions from which on no change is tried: a homework has some hundred."""

CANDIDATES_AT_MOST = 120
"""Changes that are tried on every check, of those that make something right on the first."""

PAIRS_SECONDS = 0.5
"""Processor time for pairs of changes on one check."""

HOPELESS = frozenset({Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY, Outcome.CRASHED, Outcome.MISSING})
"""A program that ends like this would do so with most changes, and every time would cost its limit."""


@dataclass(frozen=True)
class Found:
    """Changes that, together, make wrong values right in every check: ``names``, all where ``whole``.

    ``public`` and ``public_whole`` say the same of public checks alone.
    """

    changes: tuple[Change, ...]
    active: Active
    names: frozenset[str]
    whole: bool
    public: frozenset[str] = frozenset()
    public_whole: bool = False
    factor: str = ""
    """What the numbers of every single call are then off by, where that is a factor and nothing else."""
    wrong: frozenset[str] = frozenset()
    """The values that are wrong where the task is called once."""
    numbers: int = 0
    """How many numbers, other than flags and small whole ones, it makes right."""
    follows: tuple[str, ...] = ()
    """Other tasks that fail, and are right with these changes: nothing is wrong in them."""


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

    @property
    def spoken(self) -> frozenset[str]:
        """The values that are wrong where the task is called once."""
        checks = self.compared.checks
        wrong = (frozenset(graded(checks[i].expected)) - self.right_in(i) for i in self.direct)
        return frozenset[str]().union(*wrong) if self.direct else self.wrong

    @property
    def direct(self) -> list[int]:
        """The indices of the checks that call the task once."""
        indices = self.compared.of_task(self.name)
        return [index for index in indices if self.compared.checks[index].check.scenario.is_direct]

    @property
    def right(self) -> frozenset[str]:
        """The values that are right in every check: a change that spoils one of them mends no part."""
        return self.names - self.wrong

    @cached_property
    def marks(self) -> tuple[int, ...]:
        """The number that is active with each change."""
        return marks(self.changes)

    @cached_property
    def trusted(self) -> Callable[[Change], bool]:
        """What changes the checks can tell from chance."""
        failing = [self.compared.checks[index] for index in self.compared.failing_of(self.name)]
        shaped = all(
            one.difference is not None and one.difference.kind in ("value", "beyond") for one in failing
        )
        right = [one.expected.values[name] for one in failing for name in graded(one.expected)]
        guesses: Collection[str] = () if any(map(is_telling, right)) else GUESSES
        if right and all(array.dtype.kind == "b" for array in right):
            guesses = GUESSES | AMONG_FLAGS
        return lambda change: (
            (shaped or not change.adds or change.kind in SHAPING)
            and not (guesses and (change.adds or change.kind in guesses))
        )

    def right_in(self, index: int) -> frozenset[str]:
        """Return the values of a check that are right as the program is."""
        one = self.compared.checks[index]
        return frozenset(
            name for name in graded(one.expected) if name in one.got.values and right_in(one, name)
        )

    def tried(self, indices: Sequence[int], sets: Sequence[Active], seconds: float = SECONDS) -> list[Trial]:
        """Run some checks with each of some sets of changes."""
        return tried(self.compared, self.program, indices, sets, self.marks, self.run, seconds)


def repairs(compared: Comparison, program: Program, name: str, run: Run) -> tuple[Found, ...]:
    """Return the changes that make a task right, else those that make single values right."""
    first = first_check(compared, name)
    if first is None or any(compared.row[index].outcome in HOPELESS for index in compared.of_task(name)):
        return ()
    try:
        tree = ast.parse(program.text)
        changes = all_changes(tree, name, [other for other in compared.key.tasks if other != name])
        task = Task(compared, name, replace(program, text=woven(tree, changes)), changes, run)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError, MemoryError):
        return ()  # a whole number in a program may be larger than any float
    return with_followers(task, searched(task, first)) if changes else ()


def with_followers(task: Task, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Note which other tasks fail only because they call this one: what mends it makes them right."""
    whole = [one for one in found if one.whole]
    if not whole or whole[0].factor:
        return found
    compared, active = task.compared, whole[0].active
    failing = (name for name in compared.key.tasks if name != task.name and compared.failing_of(name))
    follows = tuple(
        name for name in failing if is_right(task.tried(compared.of_task(name), [active]), active)
    )
    return tuple(replace(one, follows=follows) for one in found)


def is_right(trials: Sequence[Trial], active: Active) -> bool:
    """Tell whether every value of every check is right with some changes."""
    return all(one.expected and one.right(active) >= frozenset(one.expected) for one in trials)


def is_telling(right: np.ndarray) -> bool:
    """Tell whether right numbers are others than flags and small whole ones, which are hit by chance."""
    return bool(is_telling_number(right).any())


def first_check(compared: Comparison, name: str) -> int | None:
    """Return the check of a task on which changes are tried first: one that fails, public if any is.

    A plain call comes before an experiment, and one with many different numbers before others.
    """
    failing = compared.failing_of(name)
    checks = {index: compared.checks[index].check for index in failing}
    return min(
        failing,
        key=lambda index: (
            not checks[index].public,
            checks[index].scenario.kind == "experiment",
            -min(len(different_numbers(checks[index].scenario.args)), NUMBERS_AT_MOST),
        ),
        default=None,
    )


NUMBERS_AT_MOST = 12
"""Different numbers among a call's arguments; more of them tell no more."""


def different_numbers(given: Any) -> set[float]:
    """Return the numbers among some arguments, without 0 and 1, which hide a factor or a term."""
    value = given.value if isinstance(given, Leaf) else given
    if isinstance(value, list | tuple):
        return set[float]().union(*map(different_numbers, value))
    if isinstance(value, np.ndarray | int | float):
        return set(real(np.asarray(value)).ravel().tolist()) - {0.0, 1.0}
    return set()


def all_changes(tree: ast.Module, task: str, others: Sequence[str]) -> list[Change]:
    """Return the changes worth trying in the functions of a task, the likeliest first."""
    scopes = list(scopes_of(tree, task, others))
    file = data_of(tree)
    if sum(len(nodes) for _, nodes in scopes) > NODES_AT_MOST:
        return []
    of_one = [name for name in functions_with(tree, 1) if name != task]
    of_two = [name for name in functions_with(tree, 2) if name != task]
    kinds: Sequence[Changes] = (
        partial(fixed, file),
        *LIKELIEST_FIRST,
        partial(missing_calls, of_one),
        *MOST,
        partial(missing_calls_of_two, of_two),
    )
    found = (
        change
        for operator in kinds
        for names, nodes in scopes
        for node in nodes
        for change in operator(node, names)
    )
    return list(islice(found, CHANGES_AT_MOST))


# ---- single changes, then pairs ------------------------------------------------------------------


def searched(task: Task, first: int) -> tuple[Found, ...]:
    """Return single changes that make everything right, else values right, else pairs of changes.

    Beside them stand those that only public checks take for right.
    """
    singles: list[Active] = [(number,) for number, change in enumerate(task.changes) if task.trusted(change)]
    tries = task.tried([first], singles)[0]
    found = verified(task, first, tries, list(tries.rows))
    if any(one.whole for one in found):
        return tuple(found)
    again = list(made_again(task.changes, [number for (number,) in tries.rows]))
    more = task.tried([first], again)[0] if again else None
    alike = verified(task, first, more, list(more.rows)) if more else []
    if any(one.whole for one in alike):
        return tuple(alike)
    if is_enough(task, found):
        return tuple(found)
    if more:
        found += alike
        if is_enough(task, found):
            return tuple(found)
        tries = replace(tries, rows={**tries.rows, **more.rows})
    parts = [one for one in found if one.names]
    for sets in (
        with_part(task, parts),
        pairs(task.changes, tries, as_it_is(task, first, tries)),
    ):
        tried = task.tried([first], sets, PAIRS_SECONDS)[0] if sets else None
        both = verified(task, first, tried, list(tried.rows)) if tried else []
        if any(one.whole for one in both):
            return tuple(both)
    return off_by_a_factor(task, first, tries) or tuple(found)


def is_enough(task: Task, found: Sequence[Found]) -> bool:
    """Tell whether some changes make everything right, or every wrong value by one change or another."""
    mended = frozenset[str]().union(*(one.names for one in found))
    return any(one.whole for one in found) or (bool(mended) and mended >= task.spoken)


def off_by_a_factor(task: Task, first: int, tries: Trial) -> tuple[Found, ...]:
    """Return the changes after which every number of every single call is the right one times a factor."""
    direct = [i for i in task.direct if i != first]
    likely = [active for active, names in fitting(tries).items() if names][:CANDIDATES_AT_MOST]
    if first not in task.direct or not likely:
        return ()
    trials = [tries, *task.tried(direct, likely)]
    fits = [fitting(one) for one in trials]
    found = tuple(off_by(task, active, trials, fits) for active in likely)
    return found if any(one.whole for one in found) else ()


def off_by(task: Task, active: Active, trials: Sequence[Trial], fits: Sequence[Factors]) -> Found:
    """Return changes after which the numbers are off by a factor, or only those of public checks are."""
    changes = tuple(task.changes[number] for number in active)
    factor = common_factor(trials, fits, active)
    public = [
        names.get(active, frozenset()) for one, names in zip(trials, fits, strict=True) if one.check.public
    ]
    shown = bool(public) and bool(frozenset[str].intersection(*public))
    return Found(changes, active, task.spoken, bool(factor), factor=factor, public_whole=shown)


def with_part(task: Task, parts: Sequence[Found]) -> list[Active]:
    """Return each change that makes a value right together with any other."""
    likely = sorted(parts, key=lambda found: -len(found.names))[:PARTS_AT_MOST]
    trusted = [number for number, change in enumerate(task.changes) if task.trusted(change)]
    return [(*one.active, number) for one in likely for number in trusted if number not in one.active]


PARTS_AT_MOST = 2
"""Changes that mend a part, of those that are tried together with every other one."""


def verified(task: Task, first: int, tries: Trial, sets: Sequence[Active]) -> list[Found]:
    """Return the sets that make values right that were wrong, on the first check and on all others."""
    before, names = task.right_in(first), frozenset(tries.expected)
    better = [active for active in sets if tries.right(active) - before]
    better.sort(key=lambda active: (tries.right(active) < names, *unlikelihood(task.changes, active)))
    better = better[:CANDIDATES_AT_MOST]
    rest = [index for index in task.compared.of_task(task.name) if index != first]
    rest.sort(key=lambda index: not task.compared.checks[index].check.public)
    trials = [tries, *task.tried(rest, better)] if better else []
    wrong, every = task.spoken, task.names
    public = [one for one in trials if one.check.public]
    found = []
    for active in better:
        right, shown = right_in_all(trials, active), right_in_all(public, active)
        changes = tuple(task.changes[number] for number in active)
        mended = right & wrong if right >= task.right else frozenset[str]()
        whole = bool(public) and shown >= values_of(public)
        numbers = telling_in(trials, mended)
        found.append(Found(changes, active, mended, right >= every, shown & wrong, whole, "", wrong, numbers))
    return found


def unlikelihood(changes: Sequence[Change], active: Active) -> tuple[bool, int]:
    """Return what orders sets of changes: one mistake made twice comes first, then what is tried first."""
    places = {(changes[number].kind, changes[number].line) for number in active}
    again = len(active) > len(places) == 1 and not any(changes[number].adds for number in active)
    return not again, sum(active)


def telling_in(trials: Sequence[Trial], names: frozenset[str]) -> int:
    """Return how many of the right numbers of some values are no flags and no small whole numbers."""
    arrays = (array for one in trials for name, array in one.expected.items() if name in names)
    return sum(int(np.count_nonzero(is_telling_number(array))) for array in arrays)


def right_in_all(trials: Sequence[Trial], active: Active) -> frozenset[str]:
    """Return the values that are right with some changes in every check that has them."""
    wrong = {name for one in trials for name in frozenset(one.expected) - one.right(active)}
    return values_of(trials) - wrong


def values_of(trials: Sequence[Trial]) -> frozenset[str]:
    """Return the names of all values of some checks."""
    return frozenset(name for one in trials for name in one.expected)


def as_it_is(task: Task, first: int, tries: Trial) -> np.ndarray | None:
    """Return the program's own numbers on a check in a row; None where it gave others than it should."""
    got = task.compared.checks[first].got.values
    if any(name not in got or got[name].shape != want.shape for name, want in tries.expected.items()):
        return None
    return np.concatenate([got[name].astype(float).ravel() for name in tries.expected])
