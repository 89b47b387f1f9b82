"""What proving holds and what it says: rows of programs, trials, evidence, faults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.grading.verdict import Verdict
from grader.keys.key import AnswerKey, Row
from grader.keys.making.tolerance import CheckMargins
from grader.pages.page import Exercise
from grader.pages.slices import Source

RIGHT = ("reference", "alternative")


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with a page: which rule, on which line (0 for the page), and the sentence."""

    rule: str
    line: int
    message: str


@dataclass(frozen=True)
class Line:
    """One program's line of the kill matrix.

    ``kind`` is reference, alternative, stub, lazy program or misconception.
    """

    id: str
    kind: str
    row: Row
    verdicts: tuple[Verdict, ...]
    diagnosis: tuple[str, ...]

    @property
    def name(self) -> str:
        """Kind and id, as a sentence names the program."""
        return f"the {self.kind}" if self.kind == self.id else f"the {self.kind} {self.id}"

    @property
    def passes(self) -> tuple[bool, ...]:
        """Whether each check passed."""
        return tuple(verdict.passed for verdict in self.verdicts)

    @property
    def score(self) -> float:
        """Points earned."""
        return round(sum(verdict.points for verdict in self.verdicts), 6)


@dataclass(frozen=True)
class Trial:
    """The known programs under one condition, each judged by ``key``; ``how`` ends the program's name."""

    how: str
    key: AnswerKey
    lines: tuple[Line, ...]

    @property
    def right(self) -> tuple[Line, ...]:
        """The reference and its alternatives."""
        return tuple(line for line in self.lines if line.kind in RIGHT)

    @property
    def wrong(self) -> tuple[Line, ...]:
        """The misconceptions."""
        return tuple(line for line in self.lines if line.kind == "misconception")


@dataclass(frozen=True)
class Stub:
    """The stub: as the page says, as it is committed (None where it is not), and how running it ended."""

    text: str
    committed: str | None
    status: int
    words: str


@dataclass(frozen=True)
class Averaged:
    """A task's reference with a sum for its means, or the other way round, and which of its checks it passes.

    ``words`` say what was exchanged; ``passes`` are pairs of a check's place and whether it passes.
    """

    task: str
    words: str
    passes: tuple[tuple[int, bool], ...]


Answers = Mapping[int, Mapping[str, float | None]]
"""What each known program answers where a prediction is asked for, by the place of the check."""


@dataclass(frozen=True)
class Evidence:
    """All that was observed of a page. The first trial is the programs as they are written."""

    exercise: Exercise
    key: AnswerKey
    margins: tuple[CheckMargins, ...]
    trials: tuple[Trial, ...]
    idle: tuple[Line, ...]
    repeats: Mapping[str, Mapping[str, Row]]
    public: frozenset[str]
    stub: Stub
    averaged: tuple[Averaged, ...] = ()
    predicted: Answers = field(default_factory=dict)

    @property
    def source(self) -> Source:
        """The page's text."""
        return self.exercise.source

    def line_of(self, name: str) -> int:
        """Return the page's line where a name is defined."""
        node = self.source.definitions.get(name)
        return node.lineno if node is not None else 0

    def line_of_check(self, place: int) -> int:
        """Return the page's line where a check's title stands."""
        return self.source.line_of_text(self.exercise.checks[place].title) or self.line_of("checks")

    @property
    def lines(self) -> tuple[Line, ...]:
        """The kill matrix: right programs, idle ones, misconceptions."""
        return (*self.trials[0].right, *self.idle, *self.trials[0].wrong)


@dataclass(frozen=True)
class Proof:
    """A page's faults and notes, with the evidence; None where the page could not be read."""

    exercise: str
    path: str
    faults: tuple[Fault, ...]
    notes: tuple[str, ...] = ()
    evidence: Evidence | None = None
    seconds: float = 0.0
