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
            [(2, "there is no exercise 'zebra'; it knows forward, loss, sums")],
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
        (
            '[[units]]\ntitle = "A"\ntitles = { zh = "甲" }\nexercises = ["forward"]\n'
            '[[units]]\ntitle = "B"\nexercises = ["loss"]',
            [(5, "the unit 'B' has no title in 'zh', and others have; give it one")],
        ),
        ('[builds_on]\nloss = ["forward", "forward"]', [(2, "'loss' names 'forward' 2 times")]),
        (
            '[builds_on]\nloss = ["sums"]\nsums = ["forward"]\nforward = ["loss"]',
            [(4, "'forward' and 'loss' and 'sums' build on each other; take one away")],
        ),
        ('title = "Week 2"\ntitles = { zh = "第二周" }', []),
        (
            'title = "A"\ntitles = { zh = "甲" }\n[[units]]\ntitle = "B"\ntitles = { zh = "甲" }\n'
            'exercises = ["loss"]',
            [],
        ),
        (
            '[builds_on]\nloss = ["forward"]\nforward = ["loss"]',
            [(3, "'forward' and 'loss' build on each other; take one away")],
        ),
        ('language = "cn"', [(1, "language names 'cn', which is none of the languages en, zh; correct it")]),
        (
            'title = "Week 2"\ntitles = { zh = "第 3 周" }',
            [
                (2, "the title '第 3 周': the number 2 of the English is missing; correct it"),
                (2, "the title '第 3 周': it has the number 3, the English has not; correct it"),
            ],
        ),
        (
            '[[units]]\ntitle = "A"\ntitles = { zh = "甲" }\nexercises = ["loss"]\n'
            '[[units]]\ntitle = "B"\ntitles = { zh = "甲" }\nexercises = ["forward"]',
            [(3, "'B' and 'A' are both titled '甲'; give each its own title")],
        ),
        (
            "[grading.due]\nloss = 2026-10-01\nforward = 2026-10-08\n[builds_on]\nloss = ['forward']",
            [(1, "'loss' is due before 'forward', which it builds on; correct a date")],
        ),
    ],
)
def test_faults(tmp_path: Path, text: str, faults: list[tuple[int, str]]) -> None:
    """What names no exercise, one twice, none, or one too late is a fault, each with its line."""
    (tmp_path / "solutions").mkdir()
    for id in ("forward", "loss", "sums"):
        (tmp_path / "solutions" / f"{id}.py").write_text("")
    (tmp_path / "course.toml").write_text(text, encoding="utf-8")
    found = [
        (fault.line, fault.message) for proof in prove_course_file(Course(tmp_path)) for fault in proof.faults
    ]
    assert found == faults


@pytest.mark.parametrize(
    "table", ["late_penalty = 10", "due = { los = 2026-10-01 }", "weights = { loss = -1 }"]
)
def test_grading_that_cannot_be_meant_is_a_fault(tmp_path: Path, table: str) -> None:
    """The proof says what the commands for marks would refuse, before anybody has handed in."""
    (tmp_path / "solutions").mkdir()
    (tmp_path / "solutions" / "loss.py").write_text("")
    (tmp_path / "course.toml").write_text(f"[grading]\n{table}", encoding="utf-8")
    assert [fault.line for proof in prove_course_file(Course(tmp_path)) for fault in proof.faults] == [1]
