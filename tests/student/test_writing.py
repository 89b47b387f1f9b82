"""Reports are written whole, and never over somebody's work."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.errors import UsageError
from grader.student.writing import write_text


@pytest.mark.parametrize("name", ["mine.py", "mine.ipynb", "MINE.PY"])
def test_no_report_is_written_over_a_program(name: str, tmp_path: Path) -> None:
    """``grade look --json mine.py other.py`` is a slip, and nothing is lost by it."""
    path = tmp_path / name
    path.write_text("w = 1\n", encoding="utf-8")
    with pytest.raises(UsageError, match="is the name of a program"):
        write_text(path, "{}")
    assert path.read_text(encoding="utf-8") == "w = 1\n"
