"""All that grading needs of an exercise: its checks and what every known program gives on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from grader.inside.observation import WHOLE, Observation, Scenario
from grader.numbers.compare import Bound
from grader.numbers.equivalence import is_equivalent
from grader.numbers.sealed import Sealed, marked

Row = tuple[Observation, ...]


@dataclass(frozen=True)
class KeyCheck:
    """A check with its inputs drawn, its tolerances measured.

    ``prerequisite`` is the id of the check that must pass as well before this one counts, because a program
    that does nothing passes this one. ``call`` is the call as a reader would write it. Where a number is
    predicted, rows hold marks of ``sealed`` in its place.
    """

    id: str
    title: str
    task: str
    uses: tuple[str, ...]
    points: float
    public: bool
    scenario: Scenario
    bound: Bound
    prerequisite: str = ""
    curve: str = ""
    along: str = ""
    data: str = ""
    call: str = ""
    sealed: Sealed | None = None


@dataclass(frozen=True)
class Known:
    """A program of the page and its row: what it is called, what it means, what it gives.

    ``changed`` are the ids of the checks on which it differs from the reference.
    """

    id: str
    title: str
    message: str
    hints: tuple[str, ...]
    targets: tuple[str, ...]
    row: Row
    changed: tuple[str, ...]


PAIR = "pair"
"""The sentence of a mutant in which two misconceptions of the page are made at once."""


@dataclass(frozen=True)
class Mutant:
    """A right definition with one change: what that is, and what it gives on the checks of its task, by id.

    Of the sentence ``PAIR`` it has two: misconceptions of the page, whose ids are its words.

    ``reach`` holds fingerprints of what it gives on the checks of other tasks, where it changes them.
    """

    sentence: str
    words: Mapping[str, str]
    task: str
    seen: Mapping[str, Observation]
    reach: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class AnswerKey:
    """An exercise, ready to grade. It holds numbers and texts, and no solution.

    ``public_only`` marks a key that was handed out: the hidden checks are the instructor's.
    """

    id: str
    title: str
    story: str
    tasks: Mapping[str, tuple[str, ...]]
    allows_torch: bool
    checks: tuple[KeyCheck, ...]
    reference: Row
    alternatives: tuple[Known, ...]
    misconceptions: tuple[Known, ...]
    mutants: tuple[Mutant, ...]
    seed: int
    digest: str
    environment: Mapping[str, str]
    public_only: bool = False

    @property
    def points(self) -> float:
        """What the exercise is worth."""
        return sum(check.points for check in self.checks)

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The experiments, in the page's order."""
        return tuple(check.scenario for check in self.checks)

    @property
    def is_script(self) -> bool:
        """Whether a whole script is asked for, and no functions."""
        return bool(self.checks) and all(check.scenario.kind == WHOLE for check in self.checks)


def marked_row(row: Row, checks: Sequence[KeyCheck]) -> Row:
    """Return an observed row as keys hold rows: with marks in place of numbers that are sealed."""
    return tuple(marked(seen, check.sealed) for seen, check in zip(row, checks, strict=True))


def agrees(key: AnswerKey, row: Row, other: Row, place: int) -> bool:
    """Tell whether two rows give the same on one check, or diverge in the same place."""
    return is_equivalent(row[place], other[place], key.checks[place].bound)
