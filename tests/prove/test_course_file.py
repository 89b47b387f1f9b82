"""``grade prove`` proves course.toml as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.course.course import Course
from grader.prove.course_file import prove_course_file


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ('[[units]]\nexercises = ["loss", "forward"]', []),
        ("", []),
        (
            '[[units]]\nexercises = ["los"]',
            [(2, "there is no exercise 'los'; do you mean 'loss'?")],
        ),
        (
            '[builds_on]\nloss = ["forward", "zebra"]',
            [(2, "there is no exercise 'zebra'; it knows forward, loss")],
        ),
        (
            '[[units]]\nexercises = [\n"loss"]\n[[units]]\nexercises = ["loss"]',
            [(3, "'loss' stands in the units 2 times")],
        ),
        (
            '[[units]]\nexercises = ["forward", "loss"]\n[builds_on]\nforward = ["loss"]',
            [(4, "'forward' builds on 'loss', which comes after it; let it come before, or take it away")],
        ),
        ('[builds_on]\nloss = ["loss"]', [(2, "'loss' builds on itself; take it away")]),
        ('[[units]]\ntitle = "A"', [(1, "the unit 'A' has no exercises; name some, or take it out")]),
        (
            '[[units]]\ntitle = "A"\nexercises = ["forward"]\n[[units]]\ntitle = "A"\nexercises = ["loss"]',
            [(4, "two units are titled 'A'; give each its own title")],
        ),
    ],
)
def test_faults(tmp_path: Path, text: str, faults: list[tuple[int, str]]) -> None:
    """What names no exercise, one twice, none, or one too late is a fault, each with its line."""
    (tmp_path / "solutions").mkdir()
    for id in ("forward", "loss"):
        (tmp_path / "solutions" / f"{id}.py").write_text("")
    (tmp_path / "course.toml").write_text(text, encoding="utf-8")
    found = [
        (fault.line, fault.message) for proof in prove_course_file(Course(tmp_path)) for fault in proof.faults
    ]
    assert found == faults
