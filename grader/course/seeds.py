"""Seeds that nobody guesses: from them the inputs of a course's checks are drawn."""

from __future__ import annotations

import os
import secrets

from grader.course.course import Course
from grader.keys import keyhead

BITS = 128


def fresh() -> int:
    """Return a new seed."""
    return secrets.randbits(BITS)


def plant(course: Course) -> None:
    """Give a new course a seed of its own, from which every key is drawn that has none yet.

    Only its owner may read it. A course that has one keeps it.

    Raises:
        OSError: it cannot be written.
    """
    path = course.root / ".grade" / "seed"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with open(handle, "w", encoding="ascii") as file:
        file.write(f"{fresh()}\n")


def of(course: Course, id: str) -> int:
    """Return the seed of an exercise: its key's, else the course's own, else 0."""
    path = course.key_path(id)
    return keyhead.seed(path) if path.is_file() else of_course(course)


def of_course(course: Course) -> int:
    """Return the course's own seed, 0 where it has none."""
    try:
        return int((course.root / ".grade" / "seed").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0
