"""The exercise in hand: take one up, grade its file, turn to the next."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from grader.course.course import Course
from grader.errors import GraderError, UsageError
from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.intake import submission
from grader.keys.key import AnswerKey
from grader.sandbox.client import Sandbox
from grader.student import hints, session
from grader.words.catalogue import sentence

WHOLE = 0.1
"""Seconds that an editor gets to fill a file that it has emptied."""


@dataclass(frozen=True)
class Desk:
    """What stays while somebody works: the course, the warm sandbox, the one file where only one counts."""

    course: Course
    sandbox: Sandbox
    file: Path | None = None
    exercise: str | None = None


@dataclass(frozen=True)
class Work:
    """The exercise in hand: the report on its file, whose digest is ``sha256``, or why there is none."""

    id: str
    path: Path
    key: AnswerKey
    is_old: bool = False
    report: Report | None = None
    sha256: str = ""
    fault: str = ""


def begin(desk: Desk) -> Work:
    """Take up the file that was named, or the first exercise that is not finished.

    Raises:
        GraderError: there is no such exercise, or its key cannot be had.
    """
    if desk.file is not None:
        path = desk.file
        id = submission.read(path, desk.exercise, desk.course.order, desk.course.handout).exercise
    else:
        open_ones = desk.course.unfinished() or desk.course.order
        if not open_ones:
            raise UsageError(f"{desk.course.root}: holds no exercise")
        id, path = open_ones[0], desk.course.stub(open_ones[0])
    return take_up(desk, id, path)


def take_up(desk: Desk, id: str, path: Path) -> Work:
    """Open an exercise and grade its file as it is; the sandbox gets warm over it.

    Raises:
        GraderError: there is no such exercise, or its key cannot be had.
    """
    key = desk.course.key(id)
    work = Work(id, path, key, desk.course.is_old(key))
    return regrade(desk, work, path) if path.exists() else missing(work)


def missing(work: Work) -> Work:
    """Say that there is no file yet."""
    return replace(work, fault=sentence("watch.missing", path=work.path))


def following(desk: Desk, work: Work) -> Work:
    """Take up the next exercise that is not finished, the first one after the last; the same where all are.

    Raises:
        GraderError: its key cannot be had.
    """
    order, left = desk.course.order, desk.course.unfinished()
    here = order.index(work.id)
    later = [id for id in (*order[here + 1 :], *order[:here]) if id in left]
    return take_up(desk, later[0], desk.course.stub(later[0])) if later else work


# ---- a save ----------------------------------------------------------------------------------------


def saved(desk: Desk, work: Work, paths: Iterable[Path]) -> Work:
    """Grade what was saved; of several files the one in hand, else the newest. A fault is told."""
    there = [path for path in paths if path.is_file() and desk.file in (None, path)]
    if not there and work.path in paths and work.path.exists():
        there = [work.path]  # it is a pipe or a folder now, which is refused in words
    if not there:
        return work  # an editor that saves by renaming is about to bring it back
    path = work.path if work.path in there else max(there, key=changed)
    try:
        return regrade(desk, other(desk, work, path), path)
    except GraderError as fault:
        return replace(work, report=None, sha256="", fault=str(fault))


def changed(path: Path) -> float:
    """Return when a file was changed, 0 where it is gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def other(desk: Desk, work: Work, path: Path) -> Work:
    """Return the work that a file belongs to.

    Raises:
        GraderError: the file belongs to no exercise, or the key cannot be had.
    """
    if path == work.path:
        return work
    id = submission.read(path, desk.exercise, desk.course.order, desk.course.handout).exercise
    if id == work.id:
        return replace(work, path=path, sha256="")
    key = desk.course.key(id)
    return Work(id, path, key, desk.course.is_old(key))


def regrade(desk: Desk, work: Work, path: Path) -> Work:
    """Grade a file, unless it is what was graded last."""
    try:
        data = whole(path)
        sha256 = hashlib.sha256(data).hexdigest()
        if sha256 == work.sha256:
            return work
        handed_in = submission.parse(data, path, work.id, (), desk.course.handout)
        report = grade(handed_in, work.key, desk.sandbox)
    except GraderError as fault:
        return replace(work, path=path, report=None, sha256="", fault=str(fault))
    shown = session.settle(desk.course, work.key, report, work.is_old)
    return replace(work, path=path, report=shown, sha256=sha256, fault="")


def whole(path: Path) -> bytes:
    """Return a file's bytes; an empty one is looked at once more, since some editors empty it to write it.

    Raises:
        UsageError: it cannot be read.
    """
    data = submission.read_bytes(path)
    if data:
        return data
    time.sleep(WHOLE)
    return submission.read_bytes(path)


def hinted(desk: Desk, work: Work) -> tuple[Work, tuple[str, ...]]:
    """Have one more hint shown, and return it; where hints cost something, the report says so from now on."""
    try:
        mistake = hints.following(desk.course, work.id)
    except UsageError as fault:
        return work, (str(fault),)
    text = tuple(hints.lines(desk.course, work.id, mistake))
    if work.report is None or not hints.price(desk.course):
        return work, text
    return regrade(desk, replace(work, sha256=""), work.path), text
