"""docs/tutorial-student.md is what happens: its commands run in order in a course that was handed out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT, copy
from doc_commands import commands, run

from grader.course.course import Course
from grader.release import release

TEXT = (ROOT / "docs" / "tutorial-student.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", TEXT, flags=re.MULTILINE | re.DOTALL)
ELSEWHERE = ("pip install", "grade start", "cd ", "grade watch")
"""What tests of the wheel and of watching run, each in a place of its own."""

PRINTS = {"list": "0 of 1 done", "show": "ŷ", "submit": "not written yet", "hint": "grade show forward"}
"""What each command prints there, among other things."""


@pytest.mark.slow
def test_the_tutorial_is_what_happens(course: Course, tmp_path: Path) -> None:
    """Every command does in its turn what the tutorial says of it."""
    home = copy(course.root, tmp_path / "home", ["forward"])
    list(release.release(home, tmp_path / "chainrule", ()))
    typed = [command for block in BLOCKS for command, _ in commands(block)]
    here = [command for command in typed if not command.startswith(ELSEWHERE)]
    assert [command.split()[1] for command in here] == list(PRINTS)
    for command, words in zip(here, PRINTS.values(), strict=True):
        assert words in run(command, tmp_path / "chainrule"), command
