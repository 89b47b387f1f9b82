"""The marks as they are shown: what was graded, by the course's policy and with what was changed by hand."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from grader.gradebook import reading
from grader.gradebook.policy import Policy
from grader.gradebook.reading import Person, Standing
from grader.gradebook.records import NOT_GRADED

MISSING, EXEMPT = "missing", "exempt"
"""States beside those of a grading: nothing was handed in; nothing had to be."""

ADD, SET, EXEMPTION, COMMENT = "add", "set", "exempt", "comment"


@dataclass(frozen=True)
class Change:
    """Something that was changed by hand: points added or set, an exemption, a comment; and why."""

    id: int
    kind: str
    points: float
    why: str
    undone: bool


@dataclass(frozen=True)
class FinalMark:
    """One person's mark in one exercise. ``score`` is None where there is none, which is not zero.

    ``raw`` are the points of the grading, ``days_late`` None where nothing tells.
    """

    person: Person
    exercise: str
    state: str
    score: float | None
    raw: float | None
    max_score: float | None
    days_late: int | None = 0
    changes: tuple[Change, ...] = ()
    weight: float = 1.0
    standing: Standing | None = None

    @property
    def comments(self) -> list[str]:
        """What was said by hand, the reasons of changes too."""
        return [one.why for one in self.changes if one.why]


def finals(
    connection: sqlite3.Connection, policy: Policy, exercise: str | None = None
) -> Iterator[FinalMark]:
    """Yield everybody's marks, by person and exercise; whoever is on the list has a row for each exercise."""
    forgotten = hidden(connection)
    known = [exercise] if exercise else reading.exercises(connection)
    changes = changed(connection)
    maxima = reading.maxima(connection)
    # Both are in the order of the students' ids, so that one person is in memory at a time.
    groups = groupby(reading.standings(connection, exercise), lambda one: one.attempt.student)
    student, some = next(groups, ("", iter(())))
    for person in reading.people(connection):
        found: dict[str, Standing] = {}
        if student == person.student:
            found = {one.attempt.exercise: one for one in some}
            student, some = next(groups, ("", iter(())))
        if person.student in forgotten:
            continue
        for id in known:
            by_hand = changes.get((person.student, id), ())
            if id in found or person.listed or by_hand:
                yield final(person, id, found.get(id), maxima.get(id), by_hand, policy)


def final(
    person: Person,
    exercise: str,
    standing: Standing | None,
    max_score: float | None,
    changes: Sequence[Change],
    policy: Policy,
) -> FinalMark:
    """Return one mark: the late penalty is taken off the points, then comes what was changed by hand."""
    live = tuple(one for one in changes if not one.undone)
    state = MISSING if standing is None else standing.grade.state
    raw = None if standing is None or state == NOT_GRADED else standing.grade.score
    days = late_days(person, exercise, standing, policy)
    score = raw * policy.share_kept(days) if raw is not None else None
    for one in live:
        if one.kind == SET:
            score, state = one.points, "graded"
        elif one.kind == ADD:
            score = max(0.0, (score or 0.0) + one.points)
            state = "graded" if state == MISSING else state
    if any(one.kind == EXEMPTION for one in live):
        score, state = None, EXEMPT
    return FinalMark(
        person, exercise, state, score, raw, max_score, days, live, policy.weight(exercise), standing
    )


def late_days(person: Person, exercise: str, standing: Standing | None, policy: Policy) -> int | None:
    """Return how many days late a hand-in is; what the platform calls late, at a time unknown, is one day."""
    if standing is None:
        return 0
    days = policy.days_late(person.student, exercise, standing.attempt.handed_in)
    is_due = policy.due_for(person.student, exercise) is not None
    if (days is None or not is_due) and standing.attempt.late is not None:
        return 1 if standing.attempt.late and not policy.extension(person.student, exercise) else 0
    return days


def changed(connection: sqlite3.Connection) -> Mapping[tuple[str, str], tuple[Change, ...]]:
    """Return what was changed by hand, the oldest first, by student and exercise."""
    rows = connection.execute(
        "SELECT student, exercise, id, kind, points, why, undone FROM changes ORDER BY id"
    )
    found: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for student, exercise, id, kind, points, why, undone in rows:
        found[student, exercise].append(Change(id, kind, points, why, bool(undone)))
    return {key: tuple(some) for key, some in found.items()}


def hidden(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the students who are to be forgotten."""
    return frozenset(row[0] for row in connection.execute("SELECT student FROM forgotten"))
