"""docs/instructors.md is what happens: from a Canvas zip to marks in Canvas, each command is run in order."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from doc_commands import commands, pattern, run
from handed_in import zipped

from grader.course.course import Course

BLOCKS = re.findall(
    r"^```console\n(.*?)^```$",
    (ROOT / "docs" / "instructors.md").read_text(encoding="utf-8"),
    flags=re.MULTILINE | re.DOTALL,
)

RIGHT = "def forward(x, w):\n    return w * x\n\n\ndef forward_with_bias(x, w, b):\n    return w * x + b\n"
SWAPPED = RIGHT.replace("return w * x\n", "return w + x\n")

SUBMISSIONS = {
    "kingada_101_9001_forward.py": RIGHT,
    "libo_102_9002_forward.py": "def forward(x, w):\n    return 0\n",
    "libo_LATE_102_9007_forward-1.py": SWAPPED,
    "youngcy_103_9003_hw1.zip": "no zip",
}
"""What a class of four handed in: one right, one wrong in the second attempt, one damaged, one nothing."""

GRADEBOOK = """\
Student,ID,SIS User ID,SIS Login ID,Section,A line as a model (5001)
    Points Possible,,,,,10
"King, Ada",101,s101,aking,A,
"Li, Bo",102,s102,bli,A,
"Moor, Di",104,s104,dmoor,B,
"Young, Cy",103,s103,cyoung,B,
"Student, Test",999,,,A,
"""


@pytest.fixture
def folder(small_course: Course) -> Path:
    """Return a course's folder with what an instructor has downloaded from Canvas."""
    zipped(small_course.root / "submissions.zip", SUBMISSIONS)
    (small_course.root / "gradebook.csv").write_text(GRADEBOOK, encoding="utf-8")
    return small_course.root


def test_the_ten_minutes_are_what_happens(folder: Path) -> None:
    """Every command prints what the page shows, and the marks stand in Canvas's own sheet."""
    for block in BLOCKS:
        for command, lines in commands(block):
            printed = run(command, folder)
            if lines:
                assert pattern(lines).fullmatch(printed), f"{command}\n{printed}"
    filled = (folder / "gradebook-filled.csv").read_text(encoding="utf-8").splitlines()
    assert filled[0] == GRADEBOOK.splitlines()[0]
    assert filled[2] == '"King, Ada",101,s101,aking,A,10'
    assert filled[3] == '"Li, Bo",102,s102,bli,A,6'
    assert filled[4:] == GRADEBOOK.splitlines()[4:]
    assert (folder / "feedback.zip").is_file()


def test_the_page_has_commands() -> None:
    """The test above runs commands, not an empty list, and most of them show what they print."""
    found = [lines for block in BLOCKS for _, lines in commands(block)]
    assert len(found) >= 9
    assert sum(map(bool, found)) >= 5
