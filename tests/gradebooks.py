"""Look into gradebooks that tests have made."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from grader.gradebook import reading, schema


def content(grades: Path) -> list[Any]:
    """Return all that counts in a gradebook, without times and numbers of rows."""
    connection = schema.open_for_reading(grades / "gradebook.db")
    found = [(one.attempt, one.grade, one.key) for one in reading.standings(connection)]
    (programs,) = connection.execute("SELECT count(*) FROM observations").fetchone()
    (attempts,) = connection.execute("SELECT count(*) FROM attempts").fetchone()
    connection.close()
    return [found, programs, attempts]


def saved(grades: Path) -> int:
    """Return how many submissions a gradebook holds so far."""
    try:
        connection = sqlite3.connect(f"file:{grades / 'gradebook.db'}?mode=ro", uri=True)
        return int(connection.execute("SELECT count(*) FROM current").fetchone()[0])
    except sqlite3.Error:
        return 0
