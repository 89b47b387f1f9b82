"""Show in the terminal what a gradebook holds: a course, an exercise, or a student with the history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.course import finding
from grader.errors import UsageError
from grader.gradebook import ags, fill, reading, sheet
from grader.gradebook.final import FinalMark, finals
from grader.gradebook.paths import grades_of, write
from grader.gradebook.policy import Policy, policy_of
from grader.gradebook.reading import Standing
from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE
from grader.gradebook.schema import open_for_reading
from grader.gradebook.tables import FORMATS
from grader.gradebook.whom import Class
from grader.report.screen import columns as columns_of_screen
from grader.words.catalogue import sentence
from grader.words.lists import with_commas
from grader.words.plain import as_line, points

STATES = (GRADED, NOT_GRADED, UNREADABLE)
"""The columns of the overview, how many ended so."""


def results(name: str, folder: Path | None, grades: Path | None) -> None:
    """Print what counts: of the student or the exercise of that name, of all exercises without one.

    Raises:
        StoreError: there is no gradebook.
        UsageError: it knows neither a student nor an exercise of that name, or several students.
    """
    home = finding.find(folder, Path.cwd())
    console = Console(width=columns_of_screen())
    policy = policy_of(home)
    with closing(open_for_reading(grades_of(home.root, grades).gradebook)) as connection:
        known = reading.exercises(connection)
        if not name:
            columns = ("exercise", *STATES, "mean")
            show(console, columns, overview(connection, policy, known))
        elif name in known:
            found = finals(connection, policy, name)
            rows = [mark_row(one, one.person.student, one.person.name) for one in found]
            show(console, ("person", "name", "points", "state", "mistakes"), rows)
        else:
            of_student(connection, policy, one_student(connection, name, known), console)


def overview(connection: sqlite3.Connection, policy: Policy, known: Sequence[str]) -> list[tuple[str, ...]]:
    """Return a row for every exercise."""
    rows = []
    for id in known:
        found = list(finals(connection, policy, id))
        states = [one.standing.grade.state for one in found if one.standing]
        shares = [one.score / one.max_score for one in found if one.score is not None and one.max_score]
        mean = f"{100 * sum(shares) / len(shares):.0f} %" if shares else "-"
        counts = [str(states.count(state)) for state in STATES]
        rows.append((id, *counts, mean))
    return rows


def mark_row(one: FinalMark, *first: str) -> tuple[str, ...]:
    """Return the row of one mark, by the policy, after the columns that say whose or which it is."""
    got = "-"
    if one.score is not None and one.max_score is not None:
        got = f"{points(one.score)} / {points(one.max_score)}"
    changed = one.raw is not None and one.score != one.raw
    state = str(with_commas([in_words(one.state), *([in_words("late")] if one.days_late else [])]))
    if changed and one.raw is not None:
        state = sentence("results.raw", state=state, points=points(one.raw))
    return (*first, got, state, "; ".join(filter(None, [mistakes(one.standing), *one.comments])))


def in_words(name: str) -> str:
    """Return a state, a command or a column in the language in force."""
    return sentence(f"results.{name}")


def mistakes(one: Standing | None) -> str:
    """Return the mistakes of a result by name, or why there is none."""
    if one is None:
        return ""
    titles = dict.fromkeys(found.title for found in one.grade.diagnoses)
    return "; ".join(titles) or one.grade.why.removeprefix(f"{one.attempt.path}: ")


def one_student(connection: sqlite3.Connection, name: str, known: Sequence[str]) -> str:
    """Return the one student of that name.

    Raises:
        UsageError: there is none, or there are several.
    """
    found = reading.find_student(connection, name)
    if not found:
        raise UsageError(sentence("asked.neither", name=name, known=", ".join(known)))
    if len(found) > 1:
        raise UsageError(sentence("asked.several", name=name, ids=", ".join(found)))
    return found[0]


def of_student(connection: sqlite3.Connection, policy: Policy, student: str, console: Console) -> None:
    """Print what counts for one student, and how it came about.

    Raises:
        UsageError: the person was forgotten.
    """
    found = [one for one in finals(connection, policy) if one.person.student == student]
    if not found:
        raise UsageError(sentence("asked.forgotten", student=student))
    console.print(Text(as_line(found[0].person.name, console.encoding)))
    rows = [mark_row(one, one.exercise) for one in found]
    show(console, ("exercise", "points", "state", "mistakes"), rows)
    events = [
        (
            one.started,
            in_words(one.kind),
            one.exercise,
            f"{points(one.score)} / {points(one.max_score)}",
            in_words(one.state),
            one.sha256[:8],
        )
        for one in reading.history(connection, student)
    ]
    show(console, ("when", "by", "exercise", "points", "state", "file"), events)


def show(console: Console, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table of foreign texts."""
    table = Table(box=box.SIMPLE_HEAD if console.encoding.startswith("utf") else box.ASCII2, pad_edge=False)
    for name in columns:
        table.add_column(in_words(name), justify="right" if name in ("points", "mean", *STATES) else "left")
    for cells in rows:
        table.add_row(*(Text(as_line(cell, console.encoding)) for cell in cells))
    console.print(table)


@dataclass(frozen=True)
class Filling:
    """What was asked for: a platform, the sheet to fill, one exercise or all, where to write, the column."""

    form: str
    sheet: Path | None
    exercise: str = ""
    out: Path | None = None
    column: str = ""


def filled(asked: Filling, folder: Path | None, grades: Path | None) -> list[str]:
    """Fill a platform's sheet, or write what its grade service takes; return what is to be said.

    Raises:
        StoreError: there is no gradebook, or the file cannot be written.
        UsageError: the sheet is not one of that platform's, or not clear.
    """
    home = finding.find(folder, Path.cwd())
    if asked.sheet is None and asked.form != "ags":
        raise UsageError(sentence("asked.fill.sheet", platform=asked.form))
    with closing(open_for_reading(grades_of(home.root, grades).gradebook)) as connection:
        known = reading.exercises(connection)
        if asked.exercise and asked.exercise not in known:
            raise UsageError(sentence("asked.no_grades", exercise=asked.exercise))
        policy = policy_of(home)
        marks = list(finals(connection, policy, asked.exercise or None))
    people = Class(marks)
    if asked.form == "ags":
        users = ags.lti_users(sheet.read(asked.sheet), people) if asked.sheet else {}
        out = asked.out or Path("scores.jsonl")
        write(out, ags.scores(marks, users))
        return [sentence("written", path=out)]
    assert asked.sheet is not None
    read = replace(sheet.read(asked.sheet), column=asked.column)
    made = fill.FILLERS[asked.form](read, people, [asked.exercise] if asked.exercise else known)
    out = asked.out or fill.written_to(asked.sheet)
    write(out, made.sheet.content())
    strangers = [sentence("fill.stranger", who=who) for who in policy.strangers(people.marks)]
    return [*strangers, *made.said, sentence("fill.done", path=out, count=made.count)]


def export(form: str, exercise: str, out: Path | None, folder: Path | None, grades: Path | None) -> str:
    """Return what counts in one of the formats; write it to a file where one is named.

    Raises:
        StoreError: there is no gradebook, or the file cannot be written.
        UsageError: nobody has a grade in that exercise.
    """
    home = finding.find(folder, Path.cwd())
    with closing(open_for_reading(grades_of(home.root, grades).gradebook)) as connection:
        if exercise and exercise not in reading.exercises(connection):
            raise UsageError(sentence("asked.no_grades", exercise=exercise))
        policy = policy_of(home)
        text = FORMATS[form](finals(connection, policy, exercise or None))
    if out is not None:
        write(out, text)
        return ""
    return text
