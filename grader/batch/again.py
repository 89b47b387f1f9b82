"""Judge a stored submission again, from its observations alone."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from grader.batch.judged import grade_of
from grader.batch.ready import Ready
from grader.gradebook import packing, reading
from grader.gradebook.observations import look_up
from grader.gradebook.reading import Standing
from grader.gradebook.records import Grade
from grader.grading.grade import report
from grader.grading.verdict import Report
from grader.inside.observation import Observed
from grader.intake.submission import Submission, parse, with_modules


@dataclass(frozen=True)
class Missing:
    """The checks of which nothing was ever observed for this program: they need a run of `grade batch`."""

    checks: tuple[str, ...]


def again(connection: sqlite3.Connection, one: Standing, ready: Ready) -> tuple[Report, Grade] | Missing:
    """Return a stored submission's report and grade as they are now, or the checks never observed."""
    handed_in = stored(connection, one, ready)
    found = observed(connection, handed_in, ready)
    if isinstance(found, Missing):
        return found
    made = report(handed_in, ready.key, found, one.limits)
    return made, grade_of(made, ready.key, found.row)


def stored(connection: sqlite3.Connection, one: Standing, ready: Ready) -> Submission:
    """Return a submission as it was handed in.

    Raises:
        UsageError: it cannot be read as a program.
    """
    data = reading.data(connection, one.attempt.sha256)
    made = parse(data, Path(one.attempt.path), one.attempt.exercise, (), lambda _: ready.handout)
    return with_modules(made, reading.helpers(connection, one.attempt.sha256))


def observed(connection: sqlite3.Connection, handed_in: Submission, ready: Ready) -> Observed | Missing:
    """Return what is known of a program on an exercise's scenarios, the newest of each."""
    known = look_up(connection, packing.program_digest(handed_in.program), None)
    missing = [
        check.title
        for check, digest in zip(ready.key.checks, ready.scenarios, strict=True)
        if digest not in known.by_scenario
    ]
    if known.load is None or missing:
        return Missing(tuple(missing))
    return packing.observed(known.load, [known.by_scenario[digest] for digest in ready.scenarios], known.held)
