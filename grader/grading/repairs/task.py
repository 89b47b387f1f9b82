"""A task that fails: what is wrong in it, and how changes to it are run."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from grader.grading.comparison import Compared, Comparison
from grader.grading.evidence import is_telling_number, right_in
from grader.grading.repairs.changes.change import Change
from grader.grading.repairs.changes.weaving import marks
from grader.grading.repairs.experiment import SECONDS, Active, Run, Trial, tried
from grader.grading.repairs.pairs import DIGITS
from grader.inside.observation import Leaf, Program
from grader.numbers.compare import graded, real


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
    flags: int = 0
    """How many answers yes or no it makes right, where they are not all the same."""
    listed: str = ""
    """The misconception of the page whose numbers are left once other tasks are mended."""
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
    cut: set[str]
    """The tasks of the program that were not tried to the end, as the time was over."""

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
        shaped = all(one.difference is not None and one.difference.kind in SHAPED for one in failing)
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

    def tried(self, indices: Sequence[int], sets: Sequence[Active]) -> list[Trial]:
        """Run some checks with each of some sets of changes."""
        return self.tried_on([self.compared.checks[index] for index in indices], sets)

    def tried_on(
        self, checks: Sequence[Compared], sets: Sequence[Active], seconds: float = SECONDS
    ) -> list[Trial]:
        """Run some checks, which need not be the key's, with each of some sets of changes."""
        trials = tried(checks, self.program, sets, self.marks, self.run, seconds)
        if any(one.count < len(sets) or not one.ended for one in trials):
            self.cut.add(self.name)
        return trials


def is_telling(right: np.ndarray) -> bool:
    """Tell whether right numbers are others than flags and small whole ones, which are hit by chance."""
    return bool(is_telling_number(right).any())


def is_choice(one: Compared) -> bool:
    """Tell whether all right numbers of a check are some of its inputs: which ones, chance hits as well."""
    given = one.check.scenario.args
    plain = (value.value if isinstance(value, Leaf) else value for value in given)
    shapes = {value.shape for value in plain if isinstance(value, np.ndarray)}
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


GUESSES = frozenset({"name", "number", "quantity"})
"""Changes of which there are so many that one hits a flag, or a small whole number, by chance."""

ARITHMETIC = frozenset(
    {"call", "factor", "operand", "term", "operator", "power", "bracket", "exchanged", "arguments", "sign"}
    | {"argument"}
)
"""Changes that say nothing where results are flags or small whole numbers only.

A formula hits these by chance; a condition, a loop or an entry may decide them.
"""

FILLS = frozenset({"ones", "ones_like", "zeros", "zeros_like"})
"""Functions that fill an array: like a number, what they fill it with is a guess."""

SHAPED = frozenset({"value", "beyond", "type"})
"""How numbers may differ that are in the right shape."""

SHAPING = frozenset({"transpose", "average_missing", "sum_missing"})
"""What may be missing where a call stops or gives another shape; a factor spreads over a shape by chance."""


def is_again(changes: Sequence[Change]) -> bool:
    """Tell whether changes are one mistake in several lines: the kind and what is quoted are alike."""
    alike = {f"{one.kind} {re.sub(DIGITS, '', str(sorted(one.quoted().items())))}" for one in changes}
    return len(alike) == 1 and len({one.line for one in changes}) > 1
