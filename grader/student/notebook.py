"""Grade the definitions of the running notebook: ``check``, ``plot``, and the magic ``%%grade``."""

from __future__ import annotations

import atexit
import contextlib
import functools
import hashlib
import io
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

from grader.course import finding
from grader.course.course import Course
from grader.errors import GraderError, UsageError
from grader.grading.grade import grade
from grader.grading.verdict import Report, Verdict
from grader.inside.observation import Limits
from grader.intake.notebooks.gather import gather
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.release.student_key import public_part
from grader.report import cell as in_a_cell
from grader.report import outline, terminal
from grader.sandbox.client import Sandbox
from grader.student.cells import cells_run, display, end, marimo_graph, shell
from grader.words.catalogue import sentence

PLACE = "GRADE_COURSE"
"""The environment variable that names the course's folder where the notebook does not lie inside it."""


class Stopped(Exception):
    """Why a cell ends here, in words that need no traceback."""

    def _render_traceback_(self) -> list[str]:
        """Have the notebook show the words alone."""
        return [str(self)]


@dataclass(frozen=True)
class Shown:
    """A report, as a notebook shows it: HTML where it can, text elsewhere."""

    report: Report
    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        """Return the report as the terminal shows it."""
        return terminal.render(self.report)


@dataclass(frozen=True)
class Credit:
    """Some of the points of a check: nbgrader reads the bare number, people read a sentence."""

    points: float
    words: str

    def __repr__(self) -> str:
        """Return the number alone, which nbgrader takes for the points that were earned."""
        return f"{self.points:g}"

    def _repr_html_(self) -> str:
        return f"<p>{escape(self.words)}</p>"


def check(
    exercise: str,
    task: str | Callable[..., object] = "",
    *,
    must_pass: bool = False,
    course_folder: str | Path | None = None,
) -> Shown | Credit | None:
    """Grade what this notebook has defined so far by the public checks of an exercise, or of one task.

    The task may be the function itself: then marimo runs the cell again whenever the function changes.

    The result shows itself as the cell's value. With ``must_pass`` it is shown at once; where only
    some of the checks pass, the value is the points that they earn, and where none does, the cell ends
    with an error. So nbgrader counts all, some or none. It does not run marimo, where the report is all.

    Raises:
        Stopped: nothing could be graded or judged, or, with ``must_pass``, no check has earned anything.
    """
    name = str(task) if isinstance(task, str) else getattr(task, "__name__", str(task))
    with plain_words():
        whole = graded(exercise, course_folder)
        found = about(whole, name)
        shown = Shown(found, in_a_cell.render(found, label(exercise, name), name))
    if not must_pass or marimo_graph() is not None:
        return shown
    display(shown)
    return counted(whole, found)


def counted(whole: Report, part: Report) -> Credit | None:
    """Return what nbgrader counts of a part of a report: None for all points, or those of some checks.

    Raises:
        Stopped: none has earned anything, or nothing of the whole could be judged.
    """
    if whole.is_open:
        raise Stopped(outline.spoken(whole, whole.verdicts[0]))
    failing = [verdict for verdict in part.verdicts if not settled(verdict)]
    return credit(part, len(failing)) if failing else None


def credit(found: Report, failing: int) -> Credit:
    """Return the points that some checks of a report have earned while others have not passed.

    Raises:
        Stopped: there are none.
    """
    total = len(outline.judged(found))
    earned = round(sum(verdict.points for verdict in found.verdicts), 6)
    if earned <= 0:
        raise Stopped(sentence("notebook.failed", failed=failing, total=total))
    most = sum(verdict.max_points for verdict in found.verdicts)
    points, of = f"{earned:g}", f"{most:g}"
    return Credit(earned, sentence("notebook.part", points=points, most=of, failed=failing, total=total))


def plot(exercise: str, *, course_folder: str | Path | None = None) -> Shown:
    """Return the pictures of an exercise's trainings, this notebook's beside the reference's.

    Raises:
        Stopped: nothing could be graded.
    """
    with plain_words():
        found = graded(exercise, course_folder)
        return Shown(found, in_a_cell.plot(found, label(exercise, "plot")))


@contextlib.contextmanager
def plain_words() -> Iterator[None]:
    """Say in words what cannot be graded, and write nothing beside the cell's result.

    nbgrader takes whatever a cell writes to standard error for a failure.
    """
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            yield
    except GraderError as fault:
        end(words := f"grade: {fault}")
        raise Stopped(words) from None


def graded(exercise: str, folder: str | Path | None) -> Report:
    """Grade this notebook's definitions by the public checks of an exercise.

    Raises:
        GraderError: there is no such exercise, no notebook, or the sandbox is at fault.
    """
    home, exercise = course_of(folder), str(exercise)  # a cell may pass anything
    tasks, stub = home.handout(exercise)
    made = gather(cells_run(), tasks, stub, "notebook")
    digest = hashlib.sha256(made.program.text.encode()).hexdigest()
    handed_in = Submission(exercise, sentence("notebook.this"), made.program, digest)
    key = public_key(home, exercise, stamp(home.key_path(exercise)))
    try:
        found = grade(handed_in, key, sandbox()).for_student()
        return replace(found, translation=home.translation(exercise))
    except BaseException:
        # An interrupted conversation cannot be taken up again.
        sandbox().__exit__()
        sandbox.cache_clear()
        raise


def course_of(folder: str | Path | None) -> Course:
    """Return the course: the folder given, or that of the environment, or the one around the notebook."""
    named = folder or os.environ.get(PLACE)
    return finding.find(Path(named) if named else None, Path.cwd())


@functools.lru_cache(maxsize=64)
def public_key(home: Course, exercise: str, written: int) -> AnswerKey:
    """Return the public part of an exercise's key, kept until the key is written anew."""
    key = home.key(exercise)
    return key if key.public_only else public_part(key)


def stamp(path: Path) -> int:
    """Return when a file was written, 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@functools.cache
def sandbox() -> Sandbox:
    """Start the sandbox of this notebook, which stays warm until the notebook's process ends."""
    made = Sandbox(Limits(), ahead=True, demand="own")
    atexit.register(made.__exit__)
    return made


def about(report: Report, task: str) -> Report:
    """Return what a report says of one task, or of a class's tasks; all of it where none is named.

    Raises:
        UsageError: there is no such task.
    """
    if not task:
        return report
    verdicts = tuple(one for one in report.verdicts if task in (one.task, one.task.partition(".")[0]))
    if not verdicts:
        known = ", ".join(dict.fromkeys(one.task for one in report.verdicts))
        raise UsageError(f"{report.exercise} has no public checks of {task!r}; there are some of: {known}")
    ids = {one.id for one in verdicts}
    return replace(
        report,
        verdicts=verdicts,
        diagnoses=tuple(one for one in report.diagnoses if ids & {*one.checks}),
        pictures=tuple(one for one in report.pictures if one.check in ids),
    )


def settled(verdict: Verdict) -> bool:
    """Tell whether nothing is left to do for a check.

    It has all its points, passed where it has none, or could not be judged.
    """
    free = verdict.passed or verdict.status == "not_judged"
    return verdict.points >= verdict.max_points and (free or verdict.max_points > 0)


def label(exercise: str, part: str) -> str:
    """Return what the anchors of a cell's report begin with."""
    return re.sub(r"\W", "-", f"grade-{exercise}-{part}")


def grade_cell(line: str, text: str) -> Shown | Credit | None:
    """Run a cell, then check the exercise, or the task of it, that its first line names."""
    exercise, task, *_ = [*line.split(), "", ""]
    if not shell().run_cell(text).success:
        return None
    return check(exercise, task)


def load_ipython_extension(ipython: Any) -> None:
    """Offer the magic ``%%grade``."""
    ipython.register_magic_function(grade_cell, magic_kind="cell", magic_name="grade")


# One import is enough for both ways; outside of a notebook there is nothing to offer it to.
with contextlib.suppress(UsageError):
    load_ipython_extension(shell())
