"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from grader.cli import main


@pytest.mark.parametrize(
    "words",
    [
        ["look", "--json", "mine.py", "mine.py"],
        ["look", "--html", "mine.IPYNB", "mine.py"],
        ["submit", "--json", "mine.py", "mine.py"],
        ["submit", "--html", "mine.py", "mine.py"],
        ["submit", "--format", "junit", "--out", "mine.py", "mine.py"],
    ],
    ids=" ".join,
)
def test_no_report_is_written_over_a_program(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a program's name stands in the place of the report's, it is refused and nothing is lost."""
    monkeypatch.chdir(tmp_path)
    Path("mine.py").write_text("w = 1\n", encoding="utf-8")
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 2
    assert "is a program; name a file for the report" in done.output
    assert Path("mine.py").read_text(encoding="utf-8") == "w = 1\n"
