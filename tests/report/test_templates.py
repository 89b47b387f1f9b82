"""Compiled templates are kept for the next process, and are never an old one's."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.report import templates


def rendered(own: Path, text: str, escaped: bool = True) -> str:
    """Return a template of that text, filled by a process that has seen none."""
    (own / "one.j2").write_text(text, encoding="utf-8")
    return templates.environment([own], escaped).get_template("one.j2").render(word="<b>")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of this test's own in which compiled templates are kept."""
    folder = tmp_path / "kept"
    folder.mkdir()
    monkeypatch.setattr(templates, "BYTECODE", folder)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return folder


def test_a_template_is_kept(tmp_path: Path, kept: Path) -> None:
    """What was compiled once is there for the next process, and says the same."""
    assert rendered(tmp_path, "{{ word }}") == rendered(tmp_path, "{{ word }}") == "&lt;b&gt;"
    assert len(list(kept.iterdir())) == 1


@pytest.mark.parametrize(
    ("text", "escaped", "expected"), [("new", True, "new"), ("{{ word }}", False, "<b>")]
)
def test_a_changed_template_is_compiled_anew(
    tmp_path: Path, kept: Path, text: str, escaped: bool, expected: str
) -> None:
    """Another text, or another way to read it, is never answered by what was kept of the old."""
    rendered(tmp_path, "{{ word }}")
    assert rendered(tmp_path, text, escaped) == expected


@pytest.mark.parametrize("size", [0, 4, 40, -1])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, kept: Path, size: int) -> None:
    """A file that was cut off is as good as none."""
    rendered(tmp_path, "{{ word }}")
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes()[:size])
    assert rendered(tmp_path, "{{ word }}") == "&lt;b&gt;"


def test_nothing_need_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file can be written, templates are compiled each time."""
    monkeypatch.setattr(templates, "BYTECODE", tmp_path / "nowhere")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    assert rendered(tmp_path, "{{ word }}") == "&lt;b&gt;"
