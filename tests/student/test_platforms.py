"""``grade submit --format`` hands a report over whole, where the platform looks for it."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from bad_programs import RIGHT
from conftest import Run

WRONG = RIGHT.replace("(prediction - y) ** 2", "abs(prediction - y)")


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Write a wrong answer to ``loss``."""
    path = tmp_path / "wrong_loss.py"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("format", "code"), [("gradescope", 0), ("exercism", 0), ("junit", 1), ("markdown", 1)]
)
def test_written_whole(format: str, code: int, run: Run, wrong: Path, tmp_path: Path) -> None:
    """The file holds what is printed without --out, and replaces an older one."""
    out = tmp_path / "results"
    out.write_text("older")
    done = run("submit", wrong, "--format", format, "--out", out)
    assert done.exit_code == code
    assert done.stdout == ""
    printed = run("submit", wrong, "--format", format).stdout
    assert "older" not in out.read_text(encoding="utf-8")
    if format != "junit":  # which holds how long it took
        assert out.read_text(encoding="utf-8") == printed
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_step_on_github(run: Run, wrong: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Annotations are printed; the summary and the output are appended to what the step has written."""
    summary, output = tmp_path / "summary.md", tmp_path / "output"
    output.write_text("before=1\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_OUTPUT", str(output))
    done = run("submit", wrong, "--format", "github")
    assert done.exit_code == 1
    assert all(line.startswith(("::error file=", "::notice ")) for line in done.stdout.splitlines())
    assert ",line=" in done.stdout
    assert summary.read_text(encoding="utf-8").startswith("## loss")
    before, result = output.read_text().splitlines()
    assert before == "before=1"
    assert json.loads(base64.b64decode(result.removeprefix("result=")))["status"] == "fail"


def test_a_step_without_its_files(
    run: Run, wrong: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A summary that cannot be written is wrong usage, and says where."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "nowhere" / "summary.md"))
    done = run("submit", wrong, "--format", "github")
    assert done.exit_code == 2
    assert "summary.md: cannot be written" in done.stderr


def test_out_needs_a_format(run: Run, wrong: Path, tmp_path: Path) -> None:
    """Without --format nothing says what to write."""
    done = run("submit", wrong, "--out", tmp_path / "x")
    assert done.exit_code == 2
    assert "--out needs --format" in done.stderr
