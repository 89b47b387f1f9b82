"""Try changes to a student's own function, and keep those after which its numbers are the right ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import islice
from typing import Any

import numpy as np

from grader.grading.comparison import Compared, Comparison
from grader.grading.parts import is_telling_number, right_in
from grader.grading.repairs.change import Change, Changes
from grader.grading.repairs.experiment import SECONDS, Active, Run, Trial, tried
from grader.grading.repairs.formulas import (
    around_calls,
    axes,
    brackets,
    calls,
    conditions,
    elements,
    entries_in,
    families,
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
from grader.grading.repairs.pairs import DIGITS, made_again, pairs, undo
from grader.grading.repairs.procedure import (
    aliases,
    assignments,
    copied,
    entries,
    fixed,
    goes_on,
    in_place,
    needed_later,
    needless,
    only_the_first,
    places,
    ranges,
    rebound,
)
from grader.grading.repairs.scaled import Factors, common_factor, fitting
from grader.grading.repairs.weaving import data_of, definitions, functions_with, marks, scopes_of, woven
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
    aliases,
    calls,
    other_functions,
    around_calls,
    families,
    products,
    surplus,
    shapes,
    axes,
    missing_axes,
    ranges,
    entries,
    goes_on,
    needed_later,
    only_the_first,
    elements,
    numbers,
    places,
)
MOST: tuple[Changes, ...] = (variables, rebound, quantities, missing_factors)
"""Of these there are as many as variables times places.

To change an array in place helps a program as well that returns the wrong one of two names.
"""

SHAPING = frozenset({"transpose", "average_missing", "sum_missing"})
"""What may be missing where a call stops or gives another shape; a factor spreads over a shape by chance."""

NUMBERS = ("value", "nan", "flag")
"""Differences between results of the right shape."""

GUESSES = frozenset({"name", "number", "quantity"})
"""Changes of which there are so many that one hits a flag, or a small whole number, by chance."""

ARITHMETIC = frozenset(
    {"call", "factor", "operand", "term", "operator", "power", "bracket", "exchanged", "arguments", "sign"}
)
"""Changes that say nothing where results are flags or small whole numbers only.

A formula hits these by chance; a condition, a loop or an entry may decide them.
"""

FILLS = frozenset({"ones", "ones_like", "zeros", "zeros_like"})
"""Functions that fill an array: like a number, what they fill it with is a guess."""

CHANGES_AT_MOST = 2000
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

    @property
    def adding(self) -> int:
        """How many of the changes put something where nothing stands; one made again counts once."""
        return sum(change.adds for change in (self.changes[:1] if is_again(self.changes) else self.changes))


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
        telling = any(map(is_telling, right)) and not all(map(is_choice, failing))
        guesses: Collection[str] = () if telling else GUESSES | ARITHMETIC
        return lambda change: (
            (shaped or not change.adds or change.kind in SHAPING)
            and not (guesses and (change.adds or change.kind in guesses or change.words.get("name") in FILLS))
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


def is_choice(one: Compared) -> bool:
    """Tell whether all right numbers of a check are some of its inputs: which ones, chance hits as well."""
    given = one.check.scenario.args
    shapes = {value.shape for value in given if isinstance(value, np.ndarray)}
    right = [one.expected.values[name] for name in graded(one.expected)]
    inputs = different_numbers(list(given)) | {0.0, 1.0}
    return all(array.shape not in shapes and set(real(array).ravel().tolist()) <= inputs for array in right)


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
    own = {id(node) for node in ast.walk(definitions(tree).get(task.partition(".")[0], tree))}
    scopes.sort(key=lambda scope: not any(id(node) in own for node in scope[1]))  # a stable sort
    count = sum(any(id(node) in own for node in nodes) for _, nodes in scopes)
    likely: Sequence[Changes] = (partial(fixed, file), *LIKELIEST_FIRST)
    rest: Sequence[Changes] = (
        missing,
        partial(missing_calls, of_one),
        partial(missing_bends, entries_in(scopes)),
        *MOST,
        partial(missing_calls_of_two, of_two),
    )
    # Functions beside the task's own are mostly given and right.
    parts = [
        (likely, scopes[:count]),
        (likely, scopes[count:]),
        (rest, scopes[:count]),
        (rest, scopes[count:]),
    ]
    found = (
        change
        for kinds, some in parts
        for operator in kinds
        for names, nodes in some
        for node in nodes
        for change in operator(node, names)
    )
    return list(islice(found, CHANGES_AT_MOST))


def is_again(changes: Sequence[Change]) -> bool:
    """Tell whether changes are one mistake in several lines: the kind and what is quoted are alike."""
    alike = {f"{one.kind} {re.sub(DIGITS, '', str(sorted(one.quoted().items())))}" for one in changes}
    return len(alike) == 1 and len({one.line for one in changes}) > 1


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
    left = singles[tries.count :]
    if left:  # the task is slow: single changes are likelier than pairs
        more = task.tried([first], left, PAIRS_SECONDS)[0]
        found += verified(task, first, more, list(more.rows))
        if any(one.whole for one in found):
            return tuple(found)
        tries = replace(tries, rows={**tries.rows, **more.rows})
    return several(task, first, tries, found, slow=bool(left))


def several(task: Task, first: int, tries: Trial, found: list[Found], slow: bool) -> tuple[Found, ...]:
    """Return one change in several places, else changes that mend a value each, else pairs of changes."""
    sets = list(made_again(task.changes, [active[0] for active in tries.rows]))
    rows = task.tried([first], sets)[0].rows if sets else {}
    alike = verified(task, first, replace(tries, rows=rows), list(rows)) if rows else []
    again = [one for one in alike if one.whole]
    surer = [one for one in again if one.changes[0].kind not in GUESSES]
    if surer:
        return tuple(surer)
    found += [one for one in alike if not one.whole]
    parts = parts_of(found)
    agree = len(parts) < 2 or go_together(task, first, parts)
    if agree and parts and frozenset[str]().union(*(names for _, names in parts)) >= task.spoken:
        return tuple(found)
    if again:
        return tuple(again)
    made = {active: task.changes[active[0]] for active in rows}
    twice = {active: rows[active] for active, one in made.items() if not one.adds and one.kind not in GUESSES}
    both = with_another(task, first, replace(tries, rows={**tries.rows, **twice}), found, list(twice), slow)
    return both or off_by_a_factor(task, first, tries) or (tuple(found) if agree else ())


def with_another(
    task: Task, first: int, tries: Trial, found: Sequence[Found], twice: Sequence[Active], slow: bool
) -> tuple[Found, ...]:
    """Return pairs of changes that make everything right, first those of which one mends a value."""
    parts = with_part(task, [one for one in found if one.names], twice)
    for sets in (parts, [] if slow else pairs(task.changes, tries, as_it_is(task, first, tries))):
        tried = task.tried([first], sets, PAIRS_SECONDS)[0] if sets else None
        both = verified(task, first, tried, list(tried.rows)) if tried else []
        if any(one.whole for one in both):
            return tuple(both)
    return ()


# ---- changes that mend single values -------------------------------------------------------------


MISSING_AT_LEAST = 4
"""Numbers of a value that must come out right before something is said to be missing in it."""

WHOLE_ONLY = frozenset({"added", "block", "condition", "elements", "in_place", "results_exchanged"})
"""Changes that may make a value right by sparing it: what else they undo is wrong in other values anyway."""


def parts_of(found: Sequence[Found]) -> list[tuple[Found, frozenset[str]]]:
    """Return a change for each of several wrong values, one that mends more of them before others.

    What is merely missing may fit one value by chance.
    """
    found = [one for one in found if one.numbers >= (MISSING_AT_LEAST if one.adding else 1)]
    found = [one for one in found if one.changes[0].kind not in WHOLE_ONLY]
    if found and not frozenset[str]().union(*(one.names for one in found)) >= found[0].wrong:
        found = [one for one in found if one.changes[0].kind not in GUESSES | {"operator", "condition"}]
    left = frozenset[str]().union(*(one.names for one in found))
    there = [one for one in found if not one.adding]
    if frozenset[str]().union(*(one.names for one in there)) >= left:
        found = there
    found.sort(key=lambda one: one.adding)  # a stable sort
    parts = []
    while left:
        best = max(found, key=lambda one: len(one.names & left))
        parts.append((best, best.names & left))
        left -= best.names
    return parts


def go_together(task: Task, first: int, parts: Sequence[tuple[Found, frozenset[str]]]) -> bool:
    """Tell whether changes that mend a value each mend all of these values together."""
    together = tuple(sorted({number for one, _ in parts for number in one.active}))
    tries = task.tried([first], [together])[0]
    mended = [one.names for one in verified(task, first, tries, [together])]
    return bool(mended) and mended[0] >= frozenset[str]().union(*(names for _, names in parts))


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


def with_part(task: Task, parts: Sequence[Found], again: Sequence[Active]) -> list[Active]:
    """Return each change that makes a value right together with any other, or with one made again."""
    likely = sorted(parts, key=lambda found: -len(found.names))[:PARTS_AT_MOST]
    trusted = [(number,) for number, change in enumerate(task.changes) if task.trusted(change)]
    return [
        (*one.active, *others)
        for one in likely
        for others in (*trusted[:LIKELY], *again, *trusted[LIKELY:])
        if not set(others) & set(one.active) and not undo(task.changes, (*one.active, *others))
    ]


LIKELY = 300
"""Changes that are tried before those of one mistake in several places."""

PARTS_AT_MOST = 2
"""Changes that mend a part, of those that are tried together with every other one."""


def verified(task: Task, first: int, tries: Trial, sets: Sequence[Active]) -> list[Found]:
    """Return the sets that make values right that were wrong, on the first check and on all others."""
    before, names = task.right_in(first), frozenset(tries.expected)
    better = [active for active in sets if tries.right(active) - before]
    better.sort(key=lambda active: unlikelihood(task.changes, active))
    complete = [active for active in better if tries.right(active) >= names]
    found = on_all_checks(task, first, tries, complete[:CANDIDATES_AT_MOST])
    if any(one.whole for one in found):
        return found
    others = [active for active in better if active not in set(complete)]
    return found + on_all_checks(task, first, tries, others[: CANDIDATES_AT_MOST - len(found)])


def on_all_checks(task: Task, first: int, tries: Trial, better: Sequence[Active]) -> list[Found]:
    """Return what some sets that help on the first check make right in all others."""
    if not better:
        return []
    rest = [index for index in task.compared.of_task(task.name) if index != first]
    rest.sort(key=lambda index: not task.compared.checks[index].check.public)
    trials = [tries, *task.tried(rest, better)]
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
