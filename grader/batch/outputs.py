"""Write what is made from the gradebook: the table, a report for every student, the class page."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from grader.batch.again import again
from grader.batch.places import Grades, write
from grader.batch.tables import as_csv
from grader.course import Course
from grader.key import AnswerKey
from grader.store.reading import standings
from grader.store.records import GRADED, Attempt
from grader.verdict import Report


def keeper(grades: Grades) -> Callable[[Attempt, Report], None]:
    """Return what writes a student's report as soon as there is one, before the gradebook says so."""
    from grader.report import html

    def keep(attempt: Attempt, report: Report) -> None:
        write(grades.feedback(attempt.student, attempt.exercise), html.render(report.for_student()))

    return keep


def write_outputs(
    connection: sqlite3.Connection, home: Course, grades: Grades, keys: Mapping[str, AnswerKey]
) -> None:
    """Write the table and the class page, and every student's report that is missing.

    Raises:
        StoreError: the disk is full or cannot be written.
    """
    write(grades.table, as_csv(standings(connection)))
    keep = keeper(grades)
    for one in standings(connection):
        path = grades.feedback(one.attempt.student, one.attempt.exercise)
        if one.grade.state == GRADED and one.attempt.exercise in keys and not path.is_file():
            made = again(connection, one, keys[one.attempt.exercise], home)
            if made is not None:
                keep(one.attempt, made[0])


def feedback_link(grades: Grades, attempt: Attempt) -> str:
    """Return the address of a student's report as the class page links it."""
    return Path(grades.feedback(attempt.student, attempt.exercise)).relative_to(grades.root).as_posix()
