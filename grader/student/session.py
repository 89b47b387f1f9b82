"""One `grade submit`: from the words of the command line to the reports it writes."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grader.course import finding
from grader.course.course import Course
from grader.course.small import small_text
from grader.errors import UsageError
from grader.inside.observation import Limits
from grader.intake import submission
from grader.keys.profile import profile_of
from grader.sandbox.client import Sandbox
from grader.sandbox.tiers import Demand
from grader.student.writing import write_text
from grader.words.catalogue import sentence
from grader.words.language import in_files

if TYPE_CHECKING:
    from grader.grading.verdict import Report
    from grader.keys.key import AnswerKey


@dataclass(frozen=True)
class Asked:
    """What a student asked for; ``guided`` whether the report also says what comes next in the course.

    ``student`` is whose numbers count where each has their own.
    """

    file: Path
    exercise: str | None = None
    course: Path | None = None
    timeout: float | None = None
    hints: int = 0
    instructor: bool = False
    unsafe: bool = False
    container: bool = False
    guided: bool = False
    student: str = ""


def submit(asked: Asked) -> Report:
    """Grade a file and remember the result; return what the one who asked may see.

    Raises:
        GraderError: the file, the exercise or the sandbox is at fault.
    """
    home = finding.find(asked.course, Path.cwd(), asked.file)
    if asked.instructor and home.released:
        raise UsageError(f"{home.root}: was handed out; it holds no hidden checks, leave out --instructor")
    handed_in = submission.read(asked.file, asked.exercise, home.order, home.handout)
    demanded = demand(home, asked.unsafe, asked.container)
    with Sandbox(limits(asked.timeout), ahead=False, demand=demanded, total=home.seconds) as sandbox:
        # The server loads its libraries while this process loads what it needs to grade and to report.
        sandbox.server(profile_of(handed_in.program, home.heading(handed_in.exercise).torch))
        from grader.course.student_keys import student_key
        from grader.grading.grade import grade
        from grader.report import terminal  # noqa: F401

        key = student_key(home, handed_in.exercise, asked.student)
        report = grade(handed_in, key, sandbox)
    shown = settle(home, key, report, home.is_old(key), asked.hints)
    if asked.instructor:
        return translated(home, report)
    if not asked.guided:
        return shown
    notes = (*shown.notes, *mistaken(home, shown, handed_in.program.text), *onward(home, shown))
    return replace(shown, notes=notes)


def mistaken(home: Course, report: Report, text: str) -> tuple[str, ...]:
    """Say which exercise a file seems to be meant for that has nothing of the one it was handed in for."""
    if any(verdict.status != "missing" for verdict in report.verdicts if verdict.public):
        return ()
    from grader.intake.layouts.tree.code import asked_by
    from grader.words.lists import listed

    defined = asked_by(text)
    asked = {id: asked_by(small_text(home.stub(id))) for id in home.order if id != report.exercise}
    fits = [id for id, functions in asked.items() if functions and functions <= defined]
    said = sentence("note.other_exercise", exercise=str(listed(fits)), first=fits[0]) if fits else ""
    return (said,) if said else ()


def onward(home: Course, report: Report) -> tuple[str, ...]:
    """Return what comes next in the course, once an exercise is done."""
    if not report.passed:
        return ()
    left = [id for id in home.unfinished() if id != report.exercise]
    return (sentence("watch.next", exercise=left[0]) if left else sentence("watch.all_done"),)


def demand(home: Course, unsafe: bool = False, container: bool = False) -> Demand:
    """Return what the sandbox must hold: where no secret is at hand, students run their own code.

    ``unsafe`` gives the sandbox up, with a warning that nobody overlooks; ``container`` takes the strongest
    tier that there is. The report is marked.
    """
    if unsafe:
        print(UNSAFE, file=sys.stderr)
        return "unsafe"
    if container:
        return "container"
    return "own" if home.released else "full"


UNSAFE = """\
##############################################################################
#  --allow-unsafe: THE SANDBOX IS OFF.                                       #
#  This file runs with your rights. It can read the solutions and the keys,  #
#  change and delete your files, reach the network, and forge its result.    #
#  The report says so. `grade doctor` tells how to get the sandbox back.     #
##############################################################################"""
"""What ``--allow-unsafe`` prints before anything runs."""


def settle(home: Course, key: AnswerKey, report: Report, is_old: bool, asked: int = 0) -> Report:
    """Remember a result; return it as the student may see it, with that many hints noted as shown.

    ``is_old`` says that the key comes from another version of the grader.
    """
    from grader.student import hints

    told = translated(home, report).for_student(home.folds_hidden)
    shown = hints.settle(home, told, key.story, asked)
    home.notes.remember(key.id, shown.score, shown.max_score, shown.passed)
    return replace(shown, notes=(*shown.notes, sentence("note.other_grader"))) if is_old else shown


def translated(home: Course, report: Report) -> Report:
    """Return a report with the texts of its page in the reader's language."""
    return replace(report, translation=home.translation(report.exercise))


def limits(timeout: float | None) -> Limits:
    """Return the limits for a call's seconds; the file as a whole has at least two, for what it imports."""
    return Limits() if timeout is None else Limits(load=max(timeout, 2.0), call=timeout)


def write(report: Report, html: Path | None, json_path: str | None, hints: int) -> None:
    """Write a report to where it was asked for, and to the terminal.

    Raises:
        UsageError: a file cannot be written.
    """
    if html is not None:
        from grader.report import html as page

        with in_files():
            write_text(html, page.render(report))
    if json_path is not None:
        from grader.report import json

        if json_path == "-":
            sys.stdout.write(json.render(report))
            return
        with in_files():
            write_text(Path(json_path), json.render(report))
    from grader.report import terminal

    terminal.show(report, hints)
    if html is not None:
        print(f"report: {html}", file=sys.stderr)
