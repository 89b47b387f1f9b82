"""``grade export`` passes no option over in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

UNUSED = [
    (("--anonymous",), "csv does not use --anonymous, which is for page: leave it out"),
    (("--format", "page", "--exercise", "loss"), "page does not use --exercise"),
    (("--format", "json", "--fill", "sheet.csv"), "json does not use --fill"),
    (("--format", "moodle", "--for", "moodle"), "moodle does not use --for, which is for --feedback-zip"),
    (("--feedback-zip", "a.zip", "--for", "moodle", "b.zip", "--out", "c.zip"), "does not use --out"),
    (("class.zip",), "csv does not use DOWNLOAD"),
]


@pytest.mark.parametrize(("words", "said"), UNUSED)
def test_an_option_of_another_format_is_named(
    words: tuple[str, ...], said: str, run: Run, tmp_path: Path
) -> None:
    """What has no meaning for a format is refused before anything is written."""
    done = run("export", *words, "--grades", tmp_path)
    assert done.exit_code == 2
    assert said in done.output
    assert not list(tmp_path.iterdir())
