"""A path where nothing is names the path that was meant, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.words.meant import meant, nothing_at


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("exercise/forward.py", "exercises/forward.py"),
        ("exrcises/forwrd.py", "exercises/forward.py"),
        ("exrcises", "exercises"),
        ("exercises/forward.py", "exercises/forward.py"),
        ("downloads/forward.py", ""),
        ("exercises/thermometer.py", ""),
        ("exercises/forward.py/deeper", ""),
    ],
)
def test_what_was_meant(said: str, found: str, tmp_path: Path) -> None:
    """Each part that is missing is taken for the nearest one there; one that is near to none ends it."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "exercises" / "forward.py").touch()
    assert meant(tmp_path / said) == (tmp_path / found if found else None)


def test_what_is_said(tmp_path: Path) -> None:
    """The path that was meant is named where there is one."""
    (tmp_path / "homework.zip").touch()
    assert nothing_at(tmp_path / "homewrk.zip").endswith(f"did you mean {tmp_path / 'homework.zip'}?")
    assert nothing_at(tmp_path / "else").endswith("there is no such file or folder; check the name")
