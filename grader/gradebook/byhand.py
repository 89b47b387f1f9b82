"""Change marks by hand: points added or set, exemptions, comments, people forgotten; and undo it."""

from __future__ import annotations

from grader.errors import UsageError
from grader.gradebook.final import ADD, SET
from grader.gradebook.gradebook import Gradebook, now
from grader.gradebook.schema import explained, transaction
from grader.words.catalogue import sentence


def change(book: Gradebook, student: str, exercise: str, kind: str, points: float, why: str) -> None:
    """Note a change of one person's mark in one exercise.

    Raises:
        StoreError: the gradebook cannot be written.
    """
    with explained(book.path), transaction(book.connection):
        book.connection.execute(
            "INSERT INTO changes (student, exercise, kind, points, why, made) VALUES (?, ?, ?, ?, ?, ?)",
            (student, exercise, kind, points, why, now()),
        )


def undo(book: Gradebook, student: str, exercise: str) -> str:
    """Take back the last change of one person's mark that still holds; return what it was.

    Raises:
        UsageError: there is none.
        StoreError: the gradebook cannot be written.
    """
    with explained(book.path), transaction(book.connection):
        found = book.connection.execute(
            "SELECT id, kind, why FROM changes WHERE student = ? AND exercise = ? AND NOT undone "
            "ORDER BY id DESC LIMIT 1",
            (student, exercise),
        ).fetchone()
        if found is None:
            raise UsageError(sentence("asked.mark.nothing", student=student, exercise=exercise))
        book.connection.execute("UPDATE changes SET undone = 1 WHERE id = ?", (found[0],))
    return f"{found[1]} ({found[2]})" if found[2] else str(found[1])


def forget(book: Gradebook, student: str, back: bool) -> None:
    """Leave a person out of every table, page and export, or have them ``back``; nothing is deleted.

    Raises:
        StoreError: the gradebook cannot be written.
    """
    with explained(book.path), transaction(book.connection):
        if back:
            book.connection.execute("DELETE FROM forgotten WHERE student = ?", (student,))
        else:
            book.connection.execute("INSERT OR IGNORE INTO forgotten VALUES (?, ?)", (student, now()))


def erase(book: Gradebook, student: str) -> None:
    """Delete all that a person handed in and got, for good; a file that somebody else handed in too stays.

    Raises:
        StoreError: the gradebook cannot be written.
    """
    put = book.connection.execute
    with explained(book.path), transaction(book.connection):
        mine = "(SELECT id FROM attempts WHERE student = (SELECT id FROM students WHERE student = ?))"
        put("DELETE FROM current WHERE student = (SELECT id FROM students WHERE student = ?)", (student,))
        put(
            f"DELETE FROM verdicts WHERE grade IN (SELECT id FROM grades WHERE attempt IN {mine})", (student,)
        )
        put(f"DELETE FROM grades WHERE attempt IN {mine}", (student,))
        put(f"DELETE FROM attempts WHERE id IN {mine}", (student,))
        put("DELETE FROM helpers WHERE submission NOT IN (SELECT submission FROM attempts)")
        put("DELETE FROM submissions WHERE sha256 NOT IN (SELECT submission FROM attempts)")
        put("DELETE FROM changes WHERE student = ?", (student,))
        put("DELETE FROM students WHERE student = ?", (student,))
        put("INSERT OR IGNORE INTO forgotten VALUES (?, ?)", (student, now()))


def amount(text: str) -> tuple[str, float]:
    """Return what ``+2``, ``-0.5`` or ``=7`` asks for: the kind of change, and the points.

    Raises:
        UsageError: it is none of these.
    """
    sign, number = text[:1], text[1:].replace(",", ".")
    try:
        points = float(number)
    except ValueError:
        points = float("nan")
    if sign not in ("+", "-", "=") or not 0 <= points < 1e6:
        raise UsageError(sentence("asked.mark.text", text=text))
    return (SET, points) if sign == "=" else (ADD, points if sign == "+" else -points)
