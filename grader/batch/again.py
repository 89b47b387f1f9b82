"""Judge a stored submission again, from its observations alone."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from grader.batch.judged import grade_of
from grader.course.course import Course
from grader.gradebook import packing, reading
from grader.gradebook.observations import look_up
from grader.gradebook.reading import Standing
from grader.gradebook.records import Grade
from grader.grading.grade import report
from grader.grading.verdict import Report
from grader.inside.observation import Observed
from grader.intake.submission import Submission, parse, with_modules
from grader.keys.key import AnswerKey


@dataclass(frozen=True)
class Missing:
    """The checks of which nothing was ever observed for this program: they need a run of `grade batch`."""

    checks: tuple[str, ...]


def again(
    connection: sqlite3.Connection, one: Standing, key: AnswerKey, home: Course
) -> tuple[Report, Grade] | Missing:
    """Return a stored submission's report and grade by a key, or which checks were never observed."""
    handed_in = stored(connection, one, home)
    found = observed(connection, handed_in, key)
    if isinstance(found, Missing):
        return found
    made = report(handed_in, key, found, one.limits)
    return made, grade_of(made, key, found.row)


def stored(connection: sqlite3.Connection, one: Standing, home: Course) -> Submission:
    """Return a submission as it was handed in.

    Raises:
        UsageError: it cannot be read as a program.
    """
    data = reading.data(connection, one.attempt.sha256)
    made = parse(data, Path(one.attempt.path), one.attempt.exercise, (), home.handout)
    return with_modules(made, reading.helpers(connection, one.attempt.sha256))


def observed(connection: sqlite3.Connection, handed_in: Submission, key: AnswerKey) -> Observed | Missing:
    """Return what is known of a program on a key's scenarios, the newest of each."""
    known = look_up(connection, packing.program_digest(handed_in.program), None)
    digests = [packing.scenario_digest(asked) for asked in key.scenarios]
    missing = [
        check.title
        for check, digest in zip(key.checks, digests, strict=True)
        if digest not in known.by_scenario
    ]
    if known.load is None or missing:
        return Missing(tuple(missing))
    return packing.observed(known.load, [known.by_scenario[digest] for digest in digests], known.held)
