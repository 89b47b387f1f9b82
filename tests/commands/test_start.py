"""From nothing to proved pages with two commands: ``grade init`` and ``grade new``."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from grader.cli import main
from grader.commands.new import KINDS


def grade(*words: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a course that was just begun."""
    folder = tmp_path_factory.mktemp("new") / "course"
    done = grade("init", folder)
    assert done.exit_code == 0, done.stderr
    assert f"next: cd {folder}, `grade prove`, then a page of your own with `grade new ID`" in done.stdout
    return folder


def test_a_new_course_proves_at_once(begun: Path) -> None:
    """``grade prove`` finds no fault in a course that was just begun, and its stubs are current."""
    done = grade("prove", "first_slope", "--course", begun)
    assert done.exit_code == 0
    assert "no fault" in done.stdout
    assert grade("stub", "--check", "--course", begun).exit_code == 0


@pytest.mark.parametrize(
    "kind", [kind if kind != "training" else pytest.param(kind, marks=pytest.mark.slow) for kind in KINDS]
)
def test_a_new_page_proves_at_once(kind: str, begun: Path) -> None:
    """A page of every kind proves with its stub, and a stub that is handed in scores nothing."""
    done = grade("new", f"about_{kind}", "--kind", kind, "--course", begun)
    assert done.exit_code == 0, done.stderr
    assert f"`grade prove about_{kind}`" in done.stdout
    proved = grade("prove", f"about_{kind}", "--course", begun)
    assert (proved.exit_code, "no fault" in proved.stdout) == (0, True), proved.stdout
    submitted = grade("submit", begun / "exercises" / f"about_{kind}.py", "--course", begun)
    points = "0 / 9" if kind == "script" else "0 / 3"
    assert (submitted.exit_code, points in submitted.stdout) == (1, True)


def test_a_kind_that_is_none(begun: Path) -> None:
    """An unknown kind is refused with those there are."""
    done = grade("new", "other", "--kind", "poem", "--course", begun)
    assert done.exit_code == 2
    assert all(kind in done.stderr for kind in KINDS)


def test_twice(begun: Path) -> None:
    """A second ``grade init`` in the same folder changes nothing and says why."""
    done = grade("init", begun)
    assert done.exit_code == 2
    assert "there is a course in" in done.stderr
