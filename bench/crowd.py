"""Write the class page of many people, made by copying a gradebook's own, and print its size.

    python bench/crowd.py GRADES            write the page of a gradebook
    python bench/crowd.py GRADES PEOPLE     first copy its people until there are so many

Every copy hands in a file of its own: the same text and one comment more.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
import zlib
from contextlib import closing
from pathlib import Path

from grader.batch.outputs import write_page
from grader.course import finding
from grader.gradebook.paths import Grades

COLUMNS = {
    "students": "email, section, listed",
    "attempts": "exercise, path, late, handed_in, run, layout, first_order, last_order",
    "grades": "run, key, runtime, state, why, score, max_score, diagnoses, unknown",
    "verdicts": "place, id, title, task, status, points, max_points",
}
"""What of each table is copied as it is."""


def grow(path: Path, people: int) -> None:
    """Copy the people of a gradebook, with all that counts for them, until there are so many."""
    with closing(sqlite3.connect(path)) as connection, connection:
        there = connection.execute("SELECT student, exercise, grade FROM current").fetchall()
        for number in range(people - len(there)):
            copy(connection, number, *there[number % len(there)])


def copy(connection: sqlite3.Connection, number: int, student: int, exercise: str, grade: int) -> None:
    """Copy one person with a grade, as somebody new."""
    attempt, submission = connection.execute(
        "SELECT a.id, a.submission FROM grades g JOIN attempts a ON a.id = g.attempt WHERE g.id = ?", (grade,)
    ).fetchone()
    (data,) = connection.execute("SELECT data FROM submissions WHERE sha256 = ?", (submission,)).fetchone()
    text = zlib.decompress(data) + f"# copy {number}\n".encode()
    digest = hashlib.sha256(text).hexdigest()
    connection.execute("INSERT INTO submissions VALUES (?, ?)", (digest, zlib.compress(text)))
    name = f"Copy {number:05}"
    person = copied(connection, "students", student, student=name, name=name)
    made = copied(connection, "attempts", attempt, student=person, submission=digest)
    marks = copied(connection, "grades", grade, attempt=made)
    columns = COLUMNS["verdicts"]
    connection.execute(
        f"INSERT INTO verdicts (grade, {columns}) SELECT ?, {columns} FROM verdicts WHERE grade = ?",
        (marks, grade),
    )
    connection.execute("INSERT INTO current VALUES (?, ?, ?)", (person, exercise, marks))


def copied(connection: sqlite3.Connection, table: str, row: int, **others: object) -> int | None:
    """Copy a row with other values in some columns, and return the copy's number."""
    columns = COLUMNS[table]
    names = "".join(f", {name}" for name in others)
    holes = ", ?" * len(others)
    return connection.execute(
        f"INSERT INTO {table} ({columns}{names}) SELECT {columns}{holes} FROM {table} WHERE id = ?",
        (*others.values(), row),
    ).lastrowid


def main(grades: Path, people: int = 0) -> None:
    """Grow the gradebook, or write its page."""
    if people:
        grow(grades / "gradebook.db", people)
        return
    path = write_page(finding.find(None, Path.cwd()), Grades(grades), nameless=False)
    print(f"{path.stat().st_size / 2**20:.2f} MiB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
