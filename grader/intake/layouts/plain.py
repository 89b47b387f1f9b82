"""Files as a person sorts them: ``alice_quadratic.py``, or ``alice/quadratic.py``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.intake.archive import Entry, Refused
from grader.intake.layouts.found import Asked, Handed, exercise_of, is_program, spot, why_not


def flat(entries: Sequence[Entry], asked: Asked) -> Iterator[Handed | Refused]:
    """Read files whose names hold the student and the exercise: ``alice_quadratic.py``."""
    for entry in entries:
        if not is_program(entry):
            yield Refused(entry.name, why_not(entry))
        elif len(entry.parts) > 1:
            yield Refused(entry.name, "lies in a folder, where the other files lie side by side")
        else:
            yield one_flat(entry, asked)


def one_flat(entry: Entry, asked: Asked) -> Handed | Refused:
    """Read one name: what stands before the exercise is the student."""
    stem = entry.name.rpartition(".")[0]
    match = spot(stem, asked.exercises)
    if match is None and not asked.exercise:
        return Refused(entry.name, "names no exercise; name it with --exercise ID")
    student = stem if match is None else stem[: match.start()]
    student = re.sub(r"[\s_.-]+$", "", student)
    if not student:
        return Refused(entry.name, "names no student; call it alice_" + entry.name)
    return Handed(student, student, match[0] if match else asked.exercise, entry)


def folders(entries: Sequence[Entry], asked: Asked) -> Iterator[Handed | Refused]:
    """Read a folder a student: ``alice/quadratic.py``, however deep below it."""
    for entry in entries:
        student = entry.parts[0]
        if not is_program(entry):
            yield Refused(entry.name, why_not(entry))
        elif len(entry.parts) < 2:
            yield Refused(entry.name, "lies in no student's folder")
        else:
            exercise = exercise_of(asked, *reversed(entry.parts[1:]))
            yield placed(entry, student, exercise)


def placed(entry: Entry, student: str, exercise: str) -> Handed | Refused:
    """Return a student's file, or say that it names no exercise."""
    if not exercise:
        return Refused(entry.name, "names no exercise; name it with --exercise ID")
    return Handed(student, student, exercise, entry)
