"""No program gets a point that its numbers do not earn, and none reaches the next one.

Every file in ``tests/hostile`` is an attack, handed in as an answer to ``tests/pages/unit_line.py``. Its
first line says what has to become of the checks of its first task.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from programs import PAGES, asked

from grader import keymaker, page, submission
from grader.grade import grade
from grader.key import AnswerKey
from grader.observation import PRINTED_KEPT, Program
from grader.report import html, json, terminal
from grader.sandbox.client import Limits, Sandbox
from grader.verdict import Report

FILES = sorted((Path(__file__).parent / "hostile").glob("*.py"))

STATE = """
import random, sys
import numpy as np

def state():
    luck = [random.random(), float(np.random.rand()), float(np.zeros(1).sum())]
    return [*luck, len(sys.modules), len(dir(__builtins__)), sys.getrecursionlimit()]
"""
"""What one program could leave behind for the next."""


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Return a sandbox of little patience."""
    with Sandbox(Limits(load=1.5, call=0.6)) as warm:
        yield warm


@pytest.fixture(scope="module")
def key(sandbox: Sandbox) -> AnswerKey:
    """Return the key of the page that is attacked."""
    return keymaker.make(page.read(PAGES / "unit_line.py"), sandbox, 0, slips=False)


@pytest.fixture(scope="module")
def state(sandbox: Sandbox) -> bytes:
    """Return what a fresh process looks like."""
    return state_of(sandbox)


def state_of(sandbox: Sandbox) -> bytes:
    """Return what a process looks like now."""
    return sandbox.observe(Program(STATE), [asked("state")], "numpy").row[0].values["state"].tobytes()


def handed_in(path: Path, key: AnswerKey, sandbox: Sandbox) -> Report:
    """Grade a file."""
    return grade(submission.read(path, "unit_line"), key, sandbox)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_an_attack_fails(path: Path, key: AnswerKey, sandbox: Sandbox, state: bytes):
    """It earns nothing, ends as expected, is reported like anything else, and leaves nothing behind."""
    expected = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# expect: ").lower()
    report = handed_in(path, key, sandbox)
    assert report.score == 0
    easy = {check.id for check in key.checks if check.pays_with}
    statuses = {verdict.id: verdict.status for verdict in report.verdicts if verdict.id not in easy}
    assert {statuses["three-errors"], statuses["four-fresh-errors"]} == {expected}
    assert "passed" not in statuses.values()
    assert all(len(verdict.printed) <= PRINTED_KEPT for verdict in report.verdicts)
    for shown in (report, report.for_student()):
        assert not set(terminal.render(shown)) & {"\x1b", "\0", "\x07", "\u202e"}
        assert "</script>passed" not in html.render(shown)
        json.render(shown)
    clean = sandbox.observe(page.read(PAGES / "unit_line.py").reference, key.scenarios, "numpy")
    for got, right in zip(clean.row, key.reference, strict=True):
        assert {name: array.tobytes() for name, array in got.values.items()} == {
            name: array.tobytes() for name, array in right.values.items()
        }
    assert state_of(sandbox) == state


def test_every_attack_says_what_to_expect():
    """The first line of every file names a status."""
    assert len(FILES) >= 15
    known = {"FAILED", "RAISED", "CRASHED", "TIMED_OUT", "OUT_OF_MEMORY"}
    for path in FILES:
        head, _, status = path.read_text(encoding="utf-8").splitlines()[0].partition(": ")
        assert head == "# expect", path.name
        assert status in known, path.name


def test_an_honest_program_passes(key: AnswerKey, sandbox: Sandbox, tmp_path: Path):
    """The page under attack gives full points to a right answer."""
    path = tmp_path / "unit_line.py"
    path.write_text(page.read(PAGES / "unit_line.py").reference.text, encoding="utf-8")
    report = handed_in(path, key, sandbox)
    assert (report.score, report.max_score) == (7, 7)
