"""What a layout says of the files: who handed in which, and what is left out and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from grader.intake.archive import Entry, Refused

PROGRAMS = (".py", ".ipynb")

JUNK = re.compile(
    r"(^|/)(__MACOSX/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.ipynb_checkpoints/|__pycache__/)"
)
"""What operating systems and Jupyter leave behind."""


@dataclass(frozen=True)
class Handed:
    """One file of one student. ``late`` is None and ``when`` empty where the layout does not tell.

    ``student`` is what the platform knows the student by, ``order`` grows with every attempt, ``when`` is
    the platform's own text of the time. ``exercise`` is empty where the file's name does not tell it.
    """

    student: str
    name: str
    exercise: str
    entry: Entry
    late: bool | None = None
    when: str = ""
    order: int = 0
    email: str = ""


@dataclass(frozen=True)
class Listing:
    """Everything in a folder or zip: the files to grade, and those that are left out."""

    layout: str
    handed: tuple[Handed, ...]
    left_out: tuple[Refused, ...]


@dataclass(frozen=True)
class Asked:
    """What the files are held against: the course's exercises, and the one asked for."""

    exercises: tuple[str, ...]
    exercise: str = ""


def is_program(entry: Entry) -> bool:
    """Tell whether a file may be somebody's program."""
    return entry.name.lower().endswith(PROGRAMS) and not JUNK.search(entry.name)


def spot(stem: str, exercises: Sequence[str]) -> re.Match[str] | None:
    """Find the exercise that a file's name tells: the longest that fits, the last where it stands twice."""
    found: re.Match[str] | None = None
    for id in exercises:
        for match in re.finditer(rf"(?<![a-z0-9]){re.escape(id)}(?![a-z0-9])", stem.lower()):
            if found is None or (len(id), match.start()) > (found.end() - found.start(), found.start()):
                found = match
    return found


def exercise_of(asked: Asked, *names: str) -> str:
    """Return the exercise that the first of these names tells, the one asked for where none does."""
    for name in names:
        match = spot(re.sub(r"\.(py|ipynb)$", "", name, flags=re.IGNORECASE), asked.exercises)
        if match:
            return match[0]
    return asked.exercise


def why_not(entry: Entry) -> str:
    """Say why a file that is no program is left out."""
    if JUNK.search(entry.name):
        return "was left by an operating system or editor"
    return "is no Python file and no notebook"
