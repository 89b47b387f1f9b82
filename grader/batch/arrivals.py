"""Look at a download beside the roster and the gradebook: who handed in what, and what deserves a look."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from grader.course.course import Course
from grader.gradebook import reading
from grader.gradebook.policy import Policy, policy_of
from grader.gradebook.schema import open_for_reading
from grader.intake.archive import look
from grader.intake.entry import Refused
from grader.intake.layouts.recognise import listing
from grader.intake.layouts.tree.code import asked_by, parameters_of
from grader.intake.layouts.tree.found import Asked, Handed, Listing
from grader.intake.naming import fold
from grader.intake.roster import Roster
from grader.intake.rosters import read as read_roster
from grader.words.catalogue import sentence

FAR_FEWER = 0.5
"""A download with less than this share of the people who handed in an exercise before is looked at twice."""

ROSTER = "roster.csv"


@dataclass(frozen=True)
class Wanted:
    """What was asked for: a folder or zip, and how it is to be read."""

    path: Path
    exercise: str = ""
    layout: str = ""
    roster: Path | None = None


@dataclass(frozen=True)
class Arrival:
    """What a download holds, and what about it may be a mistake."""

    listing: Listing
    roster: Roster | None
    policy: Policy
    warnings: tuple[str, ...]
    answered: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def knows(self, one: Handed) -> bool:
        """Tell whether the gradebook has an answer of this student's to the exercise already."""
        return one.exercise in self.answered.get(one.student, ())


def arrival(home: Course, wanted: Wanted, connection: sqlite3.Connection | None) -> Arrival:
    """Return what a download holds, seen with what is known of the class; nothing is run.

    Raises:
        UsageError: the download, the roster or the course's settings cannot be used.
    """
    roster = roster_of(home, wanted.roster)
    policy = policy_of(home)
    answered = reading.answered(connection) if connection is not None else {}
    stubs = {id: stub_of(home.stub(id)) for id in home.order}
    asked = Asked(
        home.order,
        wanted.exercise,
        functions={id: asked_by(text) for id, text in stubs.items()},
        parameters={id: parameters_of(text) for id, text in stubs.items()},
        stubs=stubs,
        known={fold(student): student for student in answered},
        answered=answered,
        roster=roster,
        attempts=policy.attempts,
    )
    found = listing(look(wanted.path), asked, wanted.layout)
    if connection is not None and policy.attempts == "last":
        found = without_older(found, connection)
    return Arrival(found, roster, policy, tuple(warnings(found, answered)), answered)


def seen_by_reading(home: Course, wanted: Wanted, gradebook: Path) -> Arrival:
    """Return what a download holds without opening the gradebook for writing; there may be none yet.

    Raises:
        GraderError: as ``arrival`` does, or the gradebook cannot be read.
    """
    if not gradebook.is_file():
        return arrival(home, wanted, None)
    with closing(open_for_reading(gradebook)) as connection:
        return arrival(home, wanted, connection)


def roster_of(home: Course, asked: Path | None) -> Roster | None:
    """Return the roster that was named, or the course's own, None where there is none."""
    path = asked or home.root / ROSTER
    return read_roster(path) if asked or path.is_file() else None


def stub_of(path: Path) -> str:
    """Return the text of an exercise's stub, empty where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


EARLIER = "left.earlier.known"
"""The sentence that says why a file is left out that somebody handed in, and nothing is wrong with it."""


def without_older(found: Listing, connection: sqlite3.Connection) -> Listing:
    """Leave out attempts that are older than those in the gradebook."""
    newest = orders(connection)
    older = [one for one in found.handed if is_older(one, one.layout or found.layout, newest)]
    left = [Refused(one.entry.path, sentence(EARLIER)) for one in older]
    kept = tuple(one for one in found.handed if one not in older)
    everything = sorted([*found.left_out, *left], key=lambda one: one.name)
    return replace(found, handed=kept, left_out=tuple(everything)) if older else found


def orders(connection: sqlite3.Connection) -> Mapping[tuple[str, str], tuple[str, int]]:
    """Return of every student and exercise the layout and the place in order of what counts."""
    return {
        (one.attempt.student, one.attempt.exercise): (one.attempt.layout, one.attempt.order)
        for one in reading.standings(connection)
    }


def is_older(one: Handed, layout: str, newest: Mapping[tuple[str, str], tuple[str, int]]) -> bool:
    """Tell whether a newer attempt is known, by the platform's own order."""
    known_layout, order = newest.get((one.student, one.exercise), ("", 0))
    return bool(one.order) and layout == known_layout and one.order < order


def warnings(found: Listing, answered: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield what about a download may be a mistake."""
    for exercise in sorted({one.exercise for one in found.handed}):
        here = {one.student for one in found.handed if one.exercise == exercise}
        before = {student for student, exercises in answered.items() if exercise in exercises}
        if len(here) < FAR_FEWER * len(before):
            yield sentence("batch.look.fewer", exercise=exercise, count=len(here), before=len(before))
        strangers = here - set(answered)
        if before and answered and len(strangers) == len(here) and not here & before:
            yield sentence("batch.look.strangers", exercise=exercise)
    if doubts := found.doubts:
        yield sentence("batch.look.doubts", count=len(doubts))


def rows(found: Listing) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield who handed in what: id, name, exercise, file, and what told the exercise."""
    for one in found.handed:
        told = [one.how, *(sentence("left.how.with", name=name) for name in sorted(one.helpers))]
        told += [sentence("left.how.late")] if one.late else []
        yield one.student, one.name, one.exercise, one.entry.path, ", ".join(filter(None, told))
