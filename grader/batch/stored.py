"""List what the gradebook holds as if it were handed in again: no download is needed to observe it anew."""

from __future__ import annotations

import sqlite3
from functools import partial

from grader.gradebook import reading
from grader.gradebook.reading import Kept
from grader.intake.entry import Entry
from grader.intake.layouts.tree.found import Handed, Listing

STORED = "stored"
"""What stands for a download's layout; every attempt keeps its own."""


def stored(connection: sqlite3.Connection, exercise: str, attempts: str) -> Listing:
    """Return what counts in the gradebook; where the best attempt does, all of them: any may be best."""
    kept = reading.handed_in(connection, exercise or None, every=attempts == "best")
    return Listing(STORED, tuple(handed(connection, one) for one in kept), ())


def handed(connection: sqlite3.Connection, one: Kept) -> Handed:
    """Return an attempt of the gradebook as a download would name it; its bytes are read when needed."""
    attempt = one.attempt
    helpers = {
        module: Entry(f"{module}.py", partial(cut, data))
        for module, data in reading.helpers(connection, attempt.sha256).items()
    }
    return Handed(
        student=attempt.student,
        name=attempt.name,
        exercise=attempt.exercise,
        entry=Entry(attempt.path, lambda size: cut(reading.data(connection, attempt.sha256), size)),
        late=attempt.late,
        when=attempt.handed_in,
        order=attempt.order,
        email=attempt.email,
        section=attempt.section,
        helpers=helpers,
        layout=attempt.layout,
    )


def cut(data: bytes, size: int) -> bytes:
    """Return so many bytes."""
    return data[:size]
