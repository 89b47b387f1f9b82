"""Files are written whole or not at all, and what was there stays where that fails."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from grader.course import whole


@pytest.mark.parametrize("data", ["é\n", b"\0\xff"])
def test_text_and_bytes(data: str | bytes, tmp_path: Path) -> None:
    """Text is UTF-8, bytes are themselves; what was there is gone, and nothing else lies beside it."""
    path = tmp_path / "a.txt"
    path.write_text("old")
    whole.write(path, data)
    assert path.read_bytes() == (data.encode() if isinstance(data, str) else data)
    assert os.listdir(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o644)])
def test_who_may_read_it(private: bool, mode: int, tmp_path: Path) -> None:
    """A private file is its owner's, any other is as the system has it."""
    before = os.umask(0o022)
    try:
        whole.write(tmp_path / "a.txt", "x", private=private)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == mode


def test_a_fault_leaves_the_old_one(tmp_path: Path) -> None:
    """Where the block raises, the old file stays, and nothing else lies beside it."""
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(ValueError, match="surrogates"):
        whole.write(path, "half\ud800")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_folder_takes_an_empty_one_s_place(tmp_path: Path) -> None:
    """A folder is put in an empty folder's place, and never in that of one with files."""
    path = tmp_path / "out"
    path.mkdir()
    for content in ("first", "second"):
        try:
            with whole.instead(path) as new:
                new.mkdir()
                (new / "a.txt").write_text(content)
        except OSError:
            assert content == "second"
    assert (path / "a.txt").read_text() == "first"
    assert os.listdir(tmp_path) == ["out"]


def test_no_file_takes_a_folder_s_place(tmp_path: Path) -> None:
    """A folder that is in the way stays."""
    (tmp_path / "out").mkdir()
    with pytest.raises(OSError, match="directory"):
        whole.write(tmp_path / "out", "x")
    assert (tmp_path / "out").is_dir()
