"""What the gradebook keeps of a student, a file and a grading."""

from __future__ import annotations

from dataclasses import dataclass

GRADED, UNREADABLE, NOT_GRADED = "graded", "unreadable", "not graded"
"""How a grading ends: with a report, with a file that cannot be read, with a fault not the student's."""


@dataclass(frozen=True)
class Mark:
    """One check's result."""

    id: str
    title: str
    task: str
    status: str
    points: float
    max_points: float


@dataclass(frozen=True)
class Named:
    """A mistake that was recognised."""

    id: str
    title: str
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Unknown:
    """Wrong numbers of one task that nothing explains: their fingerprint, and the checks they show in."""

    task: str
    print: str
    checks: tuple[str, ...]


@dataclass(frozen=True)
class Grade:
    """One grading. ``why`` says in a sentence what stood in the way, where anything did."""

    state: str
    why: str = ""
    score: float = 0.0
    max_score: float = 0.0
    marks: tuple[Mark, ...] = ()
    diagnoses: tuple[Named, ...] = ()
    unknown: tuple[Unknown, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """A file that a student handed in. ``late`` is None where nobody says.

    ``order`` grows with every attempt on the platform of that ``layout``, 0 where nothing tells.
    """

    student: str
    name: str
    exercise: str
    sha256: str
    path: str
    late: bool | None = None
    handed_in: str = ""
    email: str = ""
    section: str = ""
    layout: str = ""
    order: int = 0


@dataclass(frozen=True)
class Settled:
    """What counts of a student in an exercise: the file, by what it is graded, its place in order."""

    sha256: str
    key: str
    runtime: int
    state: str
    layout: str
    order: int
