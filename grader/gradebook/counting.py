"""Which of a student's attempts at an exercise counts: the last, the first or the best."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from grader.gradebook.records import GRADED

POLICIES = ("last", "first", "best")


@dataclass(frozen=True)
class Try:
    """One attempt with its newest grade. The orders are those of its first and its last handing in."""

    attempt: int
    grade: int
    layout: str
    first_order: int
    last_order: int
    state: str
    score: float


def counts(tries: Sequence[Try], policy: str, standing: int, newest: int) -> int:
    """Return the grade that counts: of the attempts in the platform's order, or of the ``newest`` seen.

    ``standing`` is the attempt that counted so far, 0 for none; ``newest`` the one just graded. Where the
    platform tells no order, what was graded later was handed in later.
    """
    if policy == "best":
        return max(tries, key=lambda one: (one.state == GRADED, one.score, one.attempt == standing)).grade
    by_attempt = {one.attempt: one for one in tries}
    if len({one.layout for one in tries}) == 1 and all(one.last_order for one in tries):
        if policy == "first":
            return min(tries, key=lambda one: one.first_order).grade
        return max(tries, key=lambda one: (one.last_order, one.attempt == newest)).grade
    chosen = standing or newest if policy == "first" else newest or standing
    return by_attempt[chosen].grade


def recount(connection: sqlite3.Connection, policy: str, newest: int) -> None:
    """Have that grade count which a policy names, after an attempt has got a grade."""
    put = connection.execute
    student, exercise = put("SELECT student, exercise FROM attempts WHERE id = ?", (newest,)).fetchone()
    standing = put(
        "SELECT g.attempt FROM current c JOIN grades g ON g.id = c.grade "
        "WHERE c.student = ? AND c.exercise = ?",
        (student, exercise),
    ).fetchone()
    # With max(), SQLite takes the other columns from the same row: an attempt's newest grade.
    rows = put(
        "SELECT a.id, max(g.id), a.layout, a.first_order, a.last_order, g.state, g.score "
        "FROM attempts a JOIN grades g ON g.attempt = a.id "
        "WHERE a.student = ? AND a.exercise = ? GROUP BY a.id",
        (student, exercise),
    )
    tries = [Try(*row) for row in rows]
    grade = counts(tries, policy, standing[0] if standing else 0, newest)
    put(
        "INSERT INTO current VALUES (?, ?, ?) "
        "ON CONFLICT (student, exercise) DO UPDATE SET grade = excluded.grade",
        (student, exercise, grade),
    )
