"""Read the gradebook: what counts for each student, what was handed in, and how it came about."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grader.gradebook.records import NOT_GRADED, Attempt, Grade, Mark, Named, Unknown
from grader.inside.observation import Limits
from grader.intake.naming import fold
from grader.intake.roster import writings

EMPTY = hashlib.sha256(b"").hexdigest()
"""The digest of no bytes: of an empty file, or of one that could not be read."""


@dataclass(frozen=True)
class Standing:
    """What counts for a student in an exercise. ``number`` is the attempt's, ``versions`` the runtime's."""

    number: int
    attempt: Attempt
    grade: Grade
    key: str
    runtime: int
    versions: Mapping[str, str]
    limits: Limits


STANDINGS = """
SELECT a.id, s.student, s.name, a.exercise, a.submission, a.path, a.late, a.handed_in, s.email,
       s.section, a.layout, a.last_order,
       g.id, g.state, g.why, g.score, g.max_score, g.diagnoses, g.unknown, g.key, g.runtime
FROM current c
JOIN grades g ON g.id = c.grade
JOIN attempts a ON a.id = g.attempt
JOIN students s ON s.id = c.student
WHERE (?1 IS NULL OR c.exercise = ?1) AND (?2 IS NULL OR s.student = ?2)
ORDER BY s.student, c.exercise
"""


def standings(
    connection: sqlite3.Connection, exercise: str | None = None, student: str | None = None
) -> Iterator[Standing]:
    """Yield what counts, ordered by student and exercise, one at a time however large the class is."""
    runtimes = {
        number: (json.loads(versions), Limits(load, call))
        for number, versions, load, call in connection.execute(
            "SELECT id, versions, load, call FROM runtimes"
        )
    }
    for row in connection.execute(STANDINGS, (exercise, student)):
        student, name, answered, sha256, path, late, handed_in, email, section, layout, order = row[1:12]
        known = None if late is None else bool(late)
        said = (known, handed_in, email, section, layout, order)
        yield Standing(
            number=row[0],
            attempt=Attempt(student, name, answered, sha256, path, *said),
            grade=grade(connection, *row[12:19]),
            key=row[19],
            runtime=row[20],
            versions=runtimes[row[20]][0],
            limits=runtimes[row[20]][1],
        )


def grade(
    connection: sqlite3.Connection,
    number: int,
    state: str,
    why: str,
    score: float,
    max_score: float,
    diagnoses: str,
    unknown: str,
) -> Grade:
    """Put a stored grade together with its checks."""
    marks = connection.execute(
        "SELECT id, title, task, status, points, max_points FROM verdicts WHERE grade = ? ORDER BY place",
        (number,),
    )
    named = [Named(**{**one, "checks": tuple(one["checks"])}) for one in json.loads(diagnoses)]
    others = [Unknown(**{**one, "checks": tuple(one["checks"])}) for one in json.loads(unknown)]
    return Grade(
        state, why, score, max_score, tuple(Mark(*mark) for mark in marks), tuple(named), tuple(others)
    )


@dataclass(frozen=True)
class Kept:
    """An attempt that was handed in once, and how its newest grading ended."""

    attempt: Attempt
    state: str


KEPT = """
SELECT s.student, s.name, a.exercise, a.submission, a.path, a.late, a.handed_in, s.email, s.section, a.layout,
       a.last_order, g.state
FROM attempts a
JOIN students s ON s.id = a.student
JOIN grades g ON g.id = (SELECT max(id) FROM grades WHERE attempt = a.id)
WHERE (?1 IS NULL OR a.exercise = ?1)
AND (?2 OR a.id IN (SELECT g.attempt FROM current c JOIN grades g ON g.id = c.grade))
ORDER BY s.student, a.exercise, a.id
"""


def handed_in(connection: sqlite3.Connection, exercise: str | None, every: bool) -> Iterator[Kept]:
    """Yield the attempts that count, or ``every`` one, save files whose bytes could never be read."""
    for row in connection.execute(KEPT, (exercise, every)):
        student, name, answered, sha256, path, late, when, email, section, layout, order, state = row
        known = None if late is None else bool(late)
        if state != NOT_GRADED or sha256 != EMPTY:
            said = (known, when, email, section, layout, order)
            yield Kept(Attempt(student, name, answered, sha256, path, *said), state)


def data(connection: sqlite3.Connection, sha256: str) -> bytes:
    """Return the bytes that were handed in under a digest."""
    (packed,) = connection.execute("SELECT data FROM submissions WHERE sha256 = ?", (sha256,)).fetchone()
    return zlib.decompress(packed)


def helpers(connection: sqlite3.Connection, sha256: str) -> dict[str, bytes]:
    """Return the files that were handed in beside a program and that it imports, by the modules' names."""
    rows = connection.execute("SELECT module, data FROM helpers WHERE submission = ?", (sha256,))
    return {module: zlib.decompress(packed) for module, packed in rows}


@dataclass(frozen=True)
class Person:
    """Somebody whom the gradebook knows; ``listed`` where the roster names them."""

    student: str
    name: str
    email: str
    section: str
    listed: bool


def people(connection: sqlite3.Connection) -> list[Person]:
    """Return everybody, those who handed in nothing too, in the order of their ids."""
    rows = connection.execute("SELECT student, name, email, section, listed FROM students ORDER BY student")
    return [Person(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]


def answered(connection: sqlite3.Connection) -> dict[str, frozenset[str]]:
    """Return the exercises that everybody has answered."""
    rows = connection.execute(
        "SELECT s.student, json_group_array(DISTINCT a.exercise) FROM attempts a "
        "JOIN students s ON s.id = a.student GROUP BY s.id"
    )
    return {student: frozenset(json.loads(exercises)) for student, exercises in rows}


@dataclass(frozen=True)
class Event:
    """A line of the history: when and how a grade came about."""

    started: str
    kind: str
    exercise: str
    sha256: str
    state: str
    score: float
    max_score: float


def history(connection: sqlite3.Connection, student: str, exercise: str | None = None) -> list[Event]:
    """Return every grade that a student ever had, the oldest first."""
    rows = connection.execute(
        "SELECT r.started, r.kind, a.exercise, a.submission, g.state, g.score, g.max_score FROM grades g "
        "JOIN attempts a ON a.id = g.attempt JOIN students s ON s.id = a.student JOIN runs r ON r.id = g.run "
        "WHERE s.student = ? AND (?2 IS NULL OR a.exercise = ?2) ORDER BY g.id",
        (student, exercise),
    )
    return [Event(*row) for row in rows]


def exercises(connection: sqlite3.Connection) -> list[str]:
    """Return the exercises in which anybody has a grade."""
    return [row[0] for row in connection.execute("SELECT DISTINCT exercise FROM current ORDER BY exercise")]


def maxima(connection: sqlite3.Connection) -> dict[str, float]:
    """Return the points that each exercise is worth, by the grades that count."""
    return dict(
        connection.execute(
            "SELECT c.exercise, max(g.max_score) FROM current c JOIN grades g ON g.id = c.grade GROUP BY 1"
        )
    )


def find_student(connection: sqlite3.Connection, said: str) -> list[str]:
    """Return the students that are called so: by id, address, or name in any order."""
    rows = connection.execute("SELECT student, name, email FROM students ORDER BY student").fetchall()
    exact = [row[0] for row in rows if row[0] == said]
    wanted = fold(said)
    return exact or [
        student for student, name, email in rows if wanted in {fold(student), fold(email), *writings(name)}
    ]
