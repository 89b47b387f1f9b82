"""What stands in the place of a file that is watched: it is refused in words, and never waited for."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import copy

from grader.course.course import Course
from grader.sandbox.client import Sandbox
from grader.student.watch import work
from grader.student.watch.work import Desk


def listening(path: Path) -> None:
    """Make a socket."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


PUT: dict[str, Callable[[Path], None]] = {"a pipe": os.mkfifo, "a folder": Path.mkdir, "a socket": listening}


@pytest.mark.parametrize("what", sorted(PUT))
def test_what_takes_the_files_place(
    what: str, course: Course, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The report of what stood there before does not stay: the screen says why there is no other."""
    desk = Desk(copy(course.root, tmp_path / "course", ["forward"]), sandbox)
    monkeypatch.chdir(desk.course.root)
    now = work.begin(desk)
    now.path.unlink()
    PUT[what](now.path)
    after = work.saved(desk, now, [now.path])
    assert after.report is None
    assert str(now.path) in after.fault
