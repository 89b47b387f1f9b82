"""The course's grading policy: due dates, grace, late penalty, extensions, weights, which attempt counts.

It is applied when marks are shown, never when they are stored: the points of a grading stay as they are.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.course.course import Course
from grader.errors import UsageError
from grader.gradebook.counting import POLICIES
from grader.intake.layouts.tree.moments import moment
from grader.intake.naming import fold
from grader.words.catalogue import sentence

DAY = datetime.timedelta(days=1)

KNOWN = ("attempts", "due", "grace", "late_penalty", "late_cap", "extensions", "weights")


@dataclass(frozen=True)
class Policy:
    """What ``[grading]`` in course.toml says.

    ``late_penalty`` is the share of an exercise's points that each day begun costs, ``late_cap`` the largest
    share. ``extensions`` are days by the student's folded id, then by exercise or ``*`` for all.
    """

    attempts: str = "last"
    due: Mapping[str, datetime.datetime] = field(default_factory=dict)
    grace: datetime.timedelta = datetime.timedelta()
    late_penalty: float = 0.0
    late_cap: float = 1.0
    extensions: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)

    def due_for(self, student: str, exercise: str) -> datetime.datetime | None:
        """Return when an exercise is due for one person, None where it never is."""
        due = self.due.get(exercise)
        return due + datetime.timedelta(days=self.extension(student, exercise)) if due is not None else None

    def extension(self, student: str, exercise: str) -> float:
        """Return how many days one person was given for an exercise."""
        given = self.extensions.get(fold(student), {})
        return given.get(exercise, given.get("*", 0.0))

    def strangers(self, students: Iterable[str]) -> list[str]:
        """Return those who were given days and are none of the students: a misspelt id helps nobody."""
        return sorted(set(self.extensions) - {fold(one) for one in students})

    def days_late(self, student: str, exercise: str, handed_in: str) -> int | None:
        """Return how many days late a hand-in is, begun days counted whole; None where nothing tells."""
        due = self.due_for(student, exercise)
        when = moment(handed_in)
        if due is None or when is None:
            return 0 if due is None else None
        if due.tzinfo is None and when.tzinfo is datetime.UTC:
            when = when.astimezone()  # a date in course.toml is meant where the grader runs
        if due.tzinfo is None or when.tzinfo is None:
            # Local times of one place: compared as they stand.
            due, when = due.replace(tzinfo=None), when.replace(tzinfo=None)
        over = when - due
        return 0 if over <= self.grace else math.ceil(over / DAY)

    def share_kept(self, days: int | None) -> float:
        """Return the share of the points that is left after so many days; unknown days cost nothing."""
        return 1.0 - min(self.late_cap, self.late_penalty * (days or 0))

    def weight(self, exercise: str) -> float:
        """Return what an exercise's points count in the sum."""
        return self.weights.get(exercise, 1.0)


def policy_of(course: Course) -> Policy:
    """Return the policy of a course.

    Raises:
        UsageError: course.toml cannot be read, or as ``policy_in`` does.
    """
    return policy_in(course.settings.grading, course.root / "course.toml", course.order)


def policy_in(said: Mapping[str, Any], path: Path, exercises: Sequence[str]) -> Policy:
    """Return the policy in the table ``[grading]``.

    Raises:
        UsageError: ``[grading]`` says something that cannot be meant; the message names the key.
    """
    try:
        for key in said:
            _demand(key in KNOWN, "unknown", key=key, known=", ".join(KNOWN))
        return Policy(
            attempts=_attempts(said.get("attempts", "last")),
            due={id: _moment(when) for id, when in _by_exercise(said, "due", exercises).items()},
            grace=datetime.timedelta(minutes=_number(said.get("grace", 0), "grace", "minutes")),
            late_penalty=_number(said.get("late_penalty", 0), "late_penalty", "share", 1.0),
            late_cap=_number(said.get("late_cap", 1), "late_cap", "share", 1.0),
            extensions=_extensions(said.get("extensions", {}), exercises),
            weights={
                id: _number(weight, f"weights.{id}", "number")
                for id, weight in _by_exercise(said, "weights", exercises).items()
            },
        )
    except ValueError as fault:
        raise UsageError(f"{path}: {fault}") from None


def _demand(holds: bool, id: str, **words: object) -> None:
    """Raise ValueError with a sentence unless something holds."""
    if not holds:
        raise ValueError(sentence(f"refused.grading.{id}", **words))


def _attempts(said: object) -> str:
    """Return which attempt counts."""
    _demand(said in POLICIES, "attempts", known=", ".join(POLICIES), said=repr(said))
    return str(said)


def _number(said: object, key: str, unit: str, most: float = math.inf) -> float:
    """Return a number that is not negative."""
    right = isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= most
    _demand(right and math.isfinite(float(str(said))), unit, key=key, said=repr(said))
    return float(str(said))


def _moment(said: object) -> datetime.datetime:
    """Return a due date: a date alone means the end of that day."""
    if isinstance(said, datetime.datetime):
        return said
    if isinstance(said, datetime.date):
        return datetime.datetime.combine(said, datetime.time(23, 59, 59))
    raise ValueError(sentence("refused.grading.date", said=repr(said)))


def _by_exercise(said: Mapping[str, Any], key: str, exercises: Sequence[str]) -> Mapping[str, Any]:
    """Return a table whose keys are exercises."""
    table = said.get(key, {})
    _demand(isinstance(table, dict), "table", key=key, table=f"grading.{key}")
    for id in table:
        _demand(id in exercises, "exercise", key=key, exercise=id)
    return dict(table)


def _extensions(said: object, exercises: Sequence[str]) -> Mapping[str, Mapping[str, float]]:
    """Return the days given to people: for everything, or by exercise."""
    _demand(isinstance(said, dict), "table", key="extensions", table="grading.extensions")
    assert isinstance(said, dict)
    made: dict[str, Mapping[str, float]] = {}
    for student, given in said.items():
        days = given if isinstance(given, dict) else {"*": given}
        for id in days:
            _demand(id in exercises or id == "*", "exercise", key="extensions", exercise=id)
        made[fold(student)] = {id: _number(one, f"extensions.{student}", "days") for id, one in days.items()}
    return made
