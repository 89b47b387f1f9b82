"""Where a container allows no namespaces and no Landlock, the strongest protection left is taken and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run
from programs import asked

from grader.course.course import Course
from grader.inside.observation import Outcome, Program
from grader.sandbox import policy
from grader.sandbox.client import Sandbox
from grader.sandbox.tiers import TIERS

FORKS = "import os\n\ndef f():\n    return float(os.fork() >= 0)\n"
TRACES = "import ctypes\n\ndef f():\n    return float(ctypes.CDLL(None).ptrace(0, 0, 0, 0))\n"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Take bubblewrap and Landlock away."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("grader.sandbox.tiers.LEAST_LANDLOCK", 99)
    policy.bubblewrap.cache_clear()
    yield
    policy.bubblewrap.cache_clear()


@pytest.mark.parametrize(("text", "outcome"), [(FORKS, Outcome.RAISED), (TRACES, Outcome.CRASHED)])
def test_the_filter_of_system_calls_still_holds(bare: None, text: str, outcome: Outcome) -> None:
    """A program starts no process and traces none."""
    with Sandbox(demand="container") as sandbox:
        seen = sandbox.observe(Program(text), [asked("f")], "numpy")
    assert (seen.tier, seen.row[0].outcome) == ("container", outcome)
    assert "harmless system calls only" in seen.protections
    assert "no files of yours in view" not in seen.protections


def test_nothing_weaker_is_taken_where_more_holds() -> None:
    """The option lowers what is demanded, not what is done."""
    assert TIERS["container"][:2] == TIERS["full"]
    with Sandbox(demand="container") as sandbox:
        assert sandbox.observe(Program(""), [], "numpy").tier in TIERS["full"]


def test_a_process_of_its_own_is_not_enough() -> None:
    """Whoever trusts a container has hidden checks in it; nothing runs there with the rights to read them."""
    assert not {"process", "none"} & {*TIERS["container"]}


def test_the_report_is_marked(bare: None, small_course: Course, run: Run) -> None:
    """Without the option nothing runs; with it the report says what did not hold."""
    stub = small_course.stub("forward")
    assert run("submit", stub, on=small_course).exit_code == 3
    done = run("submit", stub, "--trust-container", on=small_course)
    assert done.exit_code == 1
    assert "--trust-container ran this file with fewer protections" in " ".join(done.stdout.split())


def test_a_class_is_graded(bare: None, small_course: Course, run: Run, tmp_path: Path) -> None:
    """So does `grade batch`, and what was seen so never counts as seen in a full sandbox."""
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "amy_forward.py").write_bytes(small_course.stub("forward").read_bytes())
    words = ("batch", tmp_path / "class", "--grades", tmp_path / "grades")
    assert run(*words, on=small_course).exit_code == 3
    assert run(*words, "--trust-container", on=small_course).exit_code == 0
    assert run(*words, on=small_course).exit_code == 3
