"""What a run says of each submission, in the order of the listing whatever order they end in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE, Grade
from grader.intake.layouts.tree.found import Handed

SETTLED = "unchanged"


@dataclass(frozen=True)
class Result:
    """One submission's end in this run; ``state`` is a grade's, or ``SETTLED`` where nothing was to do."""

    handed: Handed
    state: str
    grade: Grade

    def as_data(self) -> dict[str, Any]:
        """Return the result as one JSON object."""
        return {
            "student": self.handed.student,
            "name": self.handed.name,
            "exercise": self.handed.exercise,
            "path": self.handed.entry.path,
            "late": self.handed.late,
            "state": self.state,
            "why": self.grade.why,
            "score": None if self.state in (SETTLED, NOT_GRADED) else self.grade.score,
            "max_score": None if self.state in (SETTLED, NOT_GRADED) else self.grade.max_score,
            "mistakes": [one.id for one in self.grade.diagnoses],
        }


@dataclass
class Tally:
    """How many submissions ended in which way, and those with something to say."""

    total: int
    show: Callable[[Result], None]
    in_order: bool = True
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys((GRADED, SETTLED, UNREADABLE, NOT_GRADED), 0)
    )
    told: list[Result] = field(default_factory=list)
    waiting: dict[int, Result] = field(default_factory=dict)
    next: int = 0

    @property
    def done(self) -> int:
        """How many have ended."""
        return sum(self.counts.values())

    def add(self, place: int, result: Result) -> None:
        """Count a result and show it: at once, or as soon as all before it have been shown."""
        self.counts[result.state] += 1
        if result.state in (UNREADABLE, NOT_GRADED):
            self.told.append(result)
        if not self.in_order:
            self.show(result)
            return
        self.waiting[place] = result
        while self.next in self.waiting:
            self.show(self.waiting.pop(self.next))
            self.next += 1
