"""Where a class's grades lie: the gradebook and everything that is written from it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from grader.course import whole
from grader.errors import StoreError

RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
"""Names that Windows keeps for itself."""


@dataclass(frozen=True)
class Grades:
    """A folder with ``gradebook.db``; what else is in it can be written anew at any time."""

    root: Path

    @property
    def gradebook(self) -> Path:
        """The file that must not be lost."""
        return self.root / "gradebook.db"

    @property
    def table(self) -> Path:
        """One row a student and exercise."""
        return self.root / "gradebook.csv"

    @property
    def page(self) -> Path:
        """The class page."""
        return self.root / "class.html"

    @property
    def left_out(self) -> Path:
        """The files that were not graded, and why."""
        return self.root / "left-out.txt"

    def feedback(self, student: str, exercise: str) -> Path:
        """Return the place of one student's report on one exercise."""
        return self.root / "feedback" / safe(student) / f"{safe(exercise)}.html"


def grades_of(course: Path, asked: Path | None) -> Grades:
    """Return the folder of the grades: the one asked for, or ``grades`` in the course's folder."""
    return Grades(asked or course / "grades")


def safe(name: str) -> str:
    """Return a file name for any text: another one for another text, on any system."""
    plain = re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,60}", name)
    if plain and not RESERVED.fullmatch(name):
        return name
    kept = re.sub(r"[^A-Za-z0-9_-]+", "_", name)[:40].strip("_")
    # A sign that no plain name has, and so many digits that nobody finds two names with the same.
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return f"{kept or 'student'}={digest}"


def owned_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner only.

    Raises:
        OSError: it cannot be made.
    """
    if path.is_dir():
        return
    owned_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)


def write(path: Path, text: str | bytes) -> None:
    """Write a file whole or not at all, for its owner only: grades are nobody else's business.

    Raises:
        StoreError: the disk is full or cannot be written.
    """
    try:
        owned_folder(path.parent)
        whole.write(path, text, private=True)
    except OSError as fault:
        raise StoreError(
            f"{path}: cannot be written ({fault.strerror}); check space and permissions, then run the same "
            "command again"
        ) from None
