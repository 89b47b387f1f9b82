"""Seeds that nobody guesses: from them the inputs of a course's checks are drawn."""

from __future__ import annotations

import os
import secrets

from grader.course import whole
from grader.course.course import Course
from grader.errors import UsageError
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
    if path.exists():
        return
    new = path.with_name(f"seed-{secrets.token_hex(8)}")
    try:
        whole.write(new, f"{fresh()}\n", private=True)
        os.link(new, path)  # the whole file at once, and no other process's seed is replaced
    except FileExistsError:
        return
    except OSError:
        if not new.exists():
            raise
        os.replace(new, path)  # a file system without hard links, such as that of a memory stick
    finally:
        new.unlink(missing_ok=True)


def secret(course: Course) -> int:
    """Return the course's own seed, planted where there is none.

    Raises:
        UsageError: its file is damaged; with any other number everybody's inputs would be others.
        OSError: it cannot be written.
    """
    plant(course)
    found = of_course(course)
    if not found:
        raise UsageError(
            f"{course.root / '.grade' / 'seed'}: holds no seed; write into it the number that stands in a "
            "gradebook's seeds.txt after per-student, or delete it where nothing was handed out or graded yet"
        )
    return found


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
