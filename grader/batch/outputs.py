"""Write what is made from the gradebook: the table, a report for every student, the class page."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from html import escape
from pathlib import Path

from grader.batch import feedback
from grader.batch.again import Missing, again
from grader.batch.arrivals import stub_of
from grader.batch.ready import Exercises
from grader.course.course import Course
from grader.errors import GraderError
from grader.gradebook.classpage import page
from grader.gradebook.final import ADD, Change, FinalMark, changed, finals, hidden
from grader.gradebook.paths import Grades, write
from grader.gradebook.policy import policy_of
from grader.gradebook.reading import Standing, data, standings
from grader.gradebook.records import GRADED, Attempt
from grader.gradebook.schema import open_for_reading
from grader.gradebook.tables import as_csv
from grader.grading.verdict import Report
from grader.words.catalogue import sentence
from grader.words.plain import harmless


def keeper(
    connection: sqlite3.Connection, home: Course, grades: Grades, policy: str = "last"
) -> Callable[[Attempt, Report], None]:
    """Return what writes a student's report as soon as there is one, before the gradebook says so.

    Where another attempt than the last may count, the old report goes, and the one that counts is written
    in the end.
    """
    free, folded = not home.hint_cost, home.folds_hidden
    by_hand = changed(connection)
    if policy != "last":
        return lambda attempt, _: grades.feedback(attempt.student, attempt.exercise).unlink(missing_ok=True)
    from grader.report import html

    html.load_ahead()

    def keep(attempt: Attempt, report: Report) -> None:
        place = (attempt.student, attempt.exercise)
        told = replace(report, translation=home.translation(report.exercise))
        text = html.render(handed_out(told, free, folded))
        write(grades.feedback(*place), with_changes(text, by_hand.get(place, ())))

    return keep


def with_changes(text: str, changes: Sequence[Change]) -> str:
    """Return a report that says at its head what was changed by hand, and why."""
    lines = [
        sentence(f"byhand.{one.kind}", points=f"{one.points:+g}" if one.kind == ADD else f"{one.points:g}")
        + f" {harmless(one.why, lines=False)}".rstrip()
        for one in changes
        if not one.undone
    ]
    if not lines:
        return text
    said = "".join(f"<li>{escape(line.strip())}</li>" for line in lines)
    title = escape(sentence("byhand.title"))
    return text.replace("<main>", f"<main>\n<section><h2>{title}</h2><ul>{said}</ul></section>", 1)


def handed_out(report: Report, free: bool, folded: bool) -> Report:
    """Return a report as the student may see it: without hints where those cost points."""
    shown = report.for_student(folded)
    told = tuple(replace(found, hints=found.hints if free else ()) for found in shown.diagnoses)
    return replace(shown, diagnoses=told)


def write_outputs(connection: sqlite3.Connection, grades: Grades, exercises: Exercises) -> None:
    """Write the table and the class page, and every student's report that is missing.

    Raises:
        StoreError: the disk is full or cannot be written.
    """
    home = exercises.home
    policy = policy_of(home)
    write(grades.table, as_csv(finals(connection, policy)))
    keep, judged = keeper(connection, home, grades), judge(connection, exercises)
    for one in seen(connection):
        path = grades.feedback(one.attempt.student, one.attempt.exercise)
        if one.grade.state == GRADED and not path.is_file():
            made = judged(one)
            if made is not None:
                keep(one.attempt, made)
    feedback.index(finals(connection, policy), grades)
    write(grades.page, page.render(class_of(connection, grades, exercises)))


def class_of(connection: sqlite3.Connection, grades: Grades, exercises: Exercises) -> page.Class:
    """Return all that the class page shows."""
    home = exercises.home
    policy = policy_of(home)
    sources = page.Sources(
        judge=judge(connection, exercises),
        read=lambda sha256: data(connection, sha256),
        given=lambda id: stub_of(home.stub(id)),
    )
    texts = functools.cache(home.translation)
    marks = (in_words(mark, texts(mark.exercise)) for mark in finals(connection, policy))
    return page.gather(marks, link_in(grades), sources)


def in_words(mark: FinalMark, texts: Mapping[str, str]) -> FinalMark:
    """Return a mark whose checks and mistakes are called what ``texts`` call them, by the English."""
    if mark.standing is None or not texts:
        return mark
    grade = mark.standing.grade
    marks = tuple(replace(one, title=texts.get(one.title, one.title)) for one in grade.marks)
    named = tuple(replace(one, title=texts.get(one.title, one.title)) for one in grade.diagnoses)
    grade = replace(grade, marks=marks, diagnoses=named)
    return replace(mark, standing=replace(mark.standing, grade=grade))


def write_page(home: Course, grades: Grades, nameless: bool, out: Path | None = None) -> Path:
    """Write the class page anew, or one without names beside it, or to ``out``, and return its path.

    Raises:
        StoreError: there is no gradebook, or the disk cannot be written.
    """
    with closing(open_for_reading(grades.gradebook)) as connection:
        made = class_of(connection, grades, Exercises(home))
    path = out or (grades.page.with_name("class-anonymous.html") if nameless else grades.page)
    write(path, page.render(page.anonymous(made) if nameless else made))
    return path


def seen(connection: sqlite3.Connection) -> Iterator[Standing]:
    """Yield what counts, without those who are to be forgotten."""
    forgotten = hidden(connection)
    yield from (one for one in standings(connection) if one.attempt.student not in forgotten)


def link_in(grades: Grades) -> Callable[[Standing], str]:
    """Return what gives the address of a student's report, seen from the class page; empty for none."""

    def link(one: Standing) -> str:
        path = grades.feedback(one.attempt.student, one.attempt.exercise)
        return path.relative_to(grades.root).as_posix() if one.grade.state == GRADED else ""

    return link


def judge(connection: sqlite3.Connection, exercises: Exercises) -> Callable[[Standing], Report | None]:
    """Return what reports on a stored submission, hidden numbers and all; None for what cannot be judged."""

    def of(one: Standing) -> Report | None:
        try:
            ready = exercises.of(one.attempt.exercise, one.attempt.student)
            made = again(connection, one, ready) if ready else None
        except GraderError:  # an exercise that the course has no more, or a file that is no program
            return None
        return None if made is None or isinstance(made, Missing) else made[0]

    return of
