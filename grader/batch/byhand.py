"""Change the gradebook by hand, and write anew everything that is made from it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from grader.batch.outputs import write_outputs
from grader.batch.ready import Exercises, all_ready
from grader.course.course import Course
from grader.errors import UsageError
from grader.gradebook import byhand, reading
from grader.gradebook.final import COMMENT, EXEMPTION, FinalMark, finals
from grader.gradebook.gradebook import Gradebook
from grader.gradebook.paths import grades_of
from grader.gradebook.policy import policy_of
from grader.words.catalogue import sentence
from grader.words.plain import many
from grader.words.plain import points as words


@dataclass(frozen=True)
class Asked:
    """A change of one mark as it was asked for."""

    student: str
    exercise: str
    points: str = ""
    why: str = ""
    exempt: bool = False
    undo: bool = False
    grades: Path | None = None


def mark(home: Course, asked: Asked) -> str:
    """Change one mark, or take the last change back; return the mark that is now.

    Raises:
        UsageError: nobody is called so, there is no such exercise, or nothing is asked for.
        StoreError: there is no gradebook, or it cannot be written.
    """
    home.demand(asked.exercise)
    grades = grades_of(home.root, asked.grades)
    with Gradebook.existing(grades.gradebook) as book:
        student = one_of(book, asked.student)
        if asked.undo:
            said = f"undone: {byhand.undo(book, student, asked.exercise)}; "
        else:
            said = ""
            kind, points = wanted(asked)
            byhand.change(book, student, asked.exercise, kind, points, asked.why)
        # The report in the feedback says what was changed: it is written anew with the others.
        grades.feedback(student, asked.exercise).unlink(missing_ok=True)
        known = dict(all_ready(home, [asked.exercise]))
        write_outputs(book.connection, grades, Exercises(home, known))
        policy = policy_of(home)
        rows = finals(book.connection, policy, asked.exercise)
        return said + told(next(one for one in rows if one.person.student == student))


def wanted(asked: Asked) -> tuple[str, float]:
    """Return the kind of a change, and its points.

    Raises:
        UsageError: nothing is asked for, or two things at once.
    """
    if asked.exempt and asked.points:
        raise UsageError(sentence("asked.mark.exempt"))
    if asked.points:
        return byhand.amount(asked.points)
    if not (asked.exempt or asked.why):
        raise UsageError(sentence("asked.mark.what"))
    return (EXEMPTION if asked.exempt else COMMENT), 0.0


def told(one: FinalMark) -> str:
    """Say what a mark is now, and of what it is made."""
    name, exercise = one.person.name, one.exercise
    now = "no mark" if one.score is None else f"{words(one.score)} point{'' if one.score == 1 else 's'}"
    graded = "nothing graded" if one.raw is None else f"{words(one.raw)} graded"
    return f"{name}, {exercise}: {now} ({one.state}; {graded}, {many(len(one.changes), 'change')} by hand)"


def forget(home: Course, name: str, grades_folder: Path | None, *, undo: bool, erase: bool) -> str:
    """Leave a person out of everything, have them back, or delete what is theirs; return what was done.

    Raises:
        UsageError: nobody is called so.
        StoreError: there is no gradebook, or it cannot be written.
    """
    grades = grades_of(home.root, grades_folder)
    with Gradebook.existing(grades.gradebook) as book:
        student = one_of(book, name)
        byhand.forget(book, student, back=undo)
        if erase:
            byhand.erase(book, student)
        if not undo:
            shutil.rmtree(grades.feedback(student, "any").parent, ignore_errors=True)
        write_outputs(book.connection, grades, Exercises(home))
    if undo:
        return f"{student}: is back"
    return f"{student}: {'deleted' if erase else 'left out of everything; --undo brings them back'}"


def one_of(book: Gradebook, said: str) -> str:
    """Return the id of the one student who is called so.

    Raises:
        UsageError: there is none, or there are several.
    """
    found = reading.find_student(book.connection, said)
    if not found:
        raise UsageError(sentence("asked.nobody", name=said))
    if len(found) > 1:
        raise UsageError(sentence("asked.several", name=said, ids=", ".join(found)))
    return found[0]
