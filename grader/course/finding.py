"""Find the course that a command is about; nothing that was handed in decides it."""

from __future__ import annotations

import contextlib
import itertools
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from grader.course.course import Course
from grader.errors import UsageError
from grader.words.catalogue import sentence
from grader.words.language import CHOICE
from grader.words.meant import nothing_at
from grader.words.plain import as_line


def find(asked: Path | None, start: Path, file: Path | None = None) -> Course:
    """Return the course: the folder asked for, else the nearest one at or above ``start``.

    ``file`` is what somebody handed in. It never decides which course counts, with one exception: where
    there is none at or above ``start``, and the file lies in the ``exercises/`` of one, that one is meant.

    The course's language comes into force with it.

    Raises:
        UsageError: there is none, or more than one that may be meant.
    """
    found = locate(asked, start, file)
    CHOICE.course = found.language
    return found


def locate(asked: Path | None, start: Path, file: Path | None) -> Course:
    """Return the course as ``find`` does."""
    if asked is not None:
        if not ((asked / "solutions").is_dir() or is_released(asked)):
            there = asked.exists()
            raise UsageError(sentence("refused.no_course_folder", path=asked) if there else nothing_at(asked))
        return Course(asked.resolve())
    around = courses_at(start)
    beside = courses_at(file.parent) if file is not None else []
    if not around:
        return around_stub(beside, file, start)
    for other in [*filter(is_used, around[1:]), *beside]:
        if other != around[0]:
            raise UsageError(sentence("refused.two_courses", one=around[0], other=other))
    return demand_course(around[0])


def courses_at(place: Path) -> list[Path]:
    """Return the folders at or above a place that look like a course, the nearest first."""
    here = place.resolve()
    return [folder for folder in (here, *here.parents) if looks_like_course(folder)]


def around_stub(found: Sequence[Path], file: Path | None, start: Path) -> Course:
    """Return the only course above a file, where that lies in the course's own ``exercises/``.

    Raises:
        UsageError: it does not, or there are several courses.
    """
    place = None if file is None else file.parent.resolve()
    if place is None or len(found) != 1 or not place.is_relative_to(found[0] / "exercises"):
        raise UsageError(no_course(start))
    print(as_line(f"grade: {sentence('the_course_is', path=found[0])}"), file=sys.stderr)
    return demand_course(found[0])


FOLDERS_AT_MOST = 200
"""Folders that are looked at for a course below the one that somebody stands in."""


def no_course(start: Path) -> str:
    """Say that there is no course, where one is that may be meant, and how to get one."""
    with contextlib.suppress(OSError):
        below = sorted(path for path in itertools.islice(start.iterdir(), FOLDERS_AT_MOST) if path.is_dir())
        near = next(filter(looks_like_course, below), None)
        if near is not None and near.name.isprintable():
            name = shlex.quote(near.name)
            return sentence("refused.course_below", folder=near.name, name=name)
    return sentence("refused.no_course")


def demand_course(folder: Path) -> Course:
    """Return the course in a folder.

    Raises:
        UsageError: it has neither pages nor keys that were handed out.
    """
    if not ((folder / "solutions").is_dir() or is_released(folder)):
        raise UsageError(no_course(folder))
    return Course(folder)


def looks_like_course(folder: Path) -> bool:
    """Tell whether a folder may be taken for a course; nothing in it is opened."""
    pages = (folder / "solutions").is_dir()
    keys = (folder / "keys").is_dir() and (folder / "course.toml").is_file()
    return (folder / "exercises").is_dir() and (pages or keys)


def is_used(folder: Path) -> bool:
    """Tell whether a folder that looks like a course says that it is one, or has been used as one."""
    return (folder / "course.toml").is_file() or (folder / ".grade").is_dir()


def is_released(folder: Path) -> bool:
    """Tell whether a folder was handed out; others, too, may have keys in them."""
    course = Course(folder)
    return course.released and (folder / "course.toml").is_file() and course.settings.released is not None
