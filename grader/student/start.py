"""Write the course that comes with the grader to a folder, and open it there."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from grader.course.course import Course
from grader.course.finding import is_released
from grader.errors import UsageError
from grader.release.translated import stub_in
from grader.words.catalogue import sentence
from grader.words.language import in_files

SHIPPED = Path(__file__).resolve().parents[1] / "course.zip"
"""What ``make course`` puts into the package: stubs, notebooks, public keys; no answers."""


def begin(folder: Path, shipped: Path = SHIPPED) -> Iterator[str]:
    """Write the course to a new or an empty folder; yield what to tell.

    A folder that holds a course already is left as it is.

    Raises:
        UsageError: something else is in the folder, it cannot be written, or no course came along.
    """
    if is_released(folder):
        yield sentence("start.again", folder=folder)
    else:
        demand_room(folder)
        write(shipped, folder)
        with in_files():
            translate_stubs(Course(folder))
        yield sentence("start.written", folder=folder, count=len(Course(folder).order))
    first = (Course(folder).unfinished() or Course(folder).order)[0]
    yield sentence("start.first", folder=folder, exercise=first)


def translate_stubs(course: Course) -> None:
    """Write the stubs with their stories and docstrings in the language in force."""
    for id in course.order:
        texts = course.translation(id)
        if texts:
            path, key = course.stub(id), course.key(id)
            path.write_text(stub_in(path.read_text("utf-8"), texts, key.title), encoding="utf-8")


def demand_room(folder: Path) -> None:
    """Raise UsageError where the course would mix with what is there."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(sentence("refused.not_empty", path=folder))


def write(shipped: Path, folder: Path) -> None:
    """Unpack the course.

    Raises:
        UsageError: it did not come along, is damaged, or the folder cannot be written.
    """
    try:
        with zipfile.ZipFile(shipped) as archive:
            for name in archive.namelist():
                path = folder / name.partition("/")[2]  # the archive holds one folder
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(archive.read(name))
    except FileNotFoundError:
        raise UsageError(sentence("refused.no_shipped_course", path=shipped)) from None
    except zipfile.BadZipFile:
        raise UsageError(sentence("refused.damaged_course", path=shipped)) from None
    except OSError as fault:
        raise UsageError(sentence("refused.unwritable", path=folder, reason=fault.strerror)) from None


def is_live() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def watch(folder: Path) -> None:
    """Grade the course's exercises on every save.

    Raises:
        GraderError: the sandbox does not start.
    """
    from grader.student.watch import watch as watched

    watched.watch(watched.Asked(course=folder))
