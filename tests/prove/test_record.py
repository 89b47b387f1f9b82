"""A proof is noted by the page, the stub and the grader that it was made with; a release asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

from grader.course.course import Course
from grader.errors import PageError
from grader.prove import record


def test_a_noted_proof_is_asked_for_nothing_more(
    small_course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that is proved as it stands is not proved again."""
    record.note(small_course, "forward", sound=True)
    record.demand(small_course, ["forward"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["page", "stub"])
def test_a_changed_file_has_another_digest(small_course: Course, name: str) -> None:
    """A proof is of one page and one stub."""
    before = record.digest(small_course, "forward")
    path: Path = getattr(small_course, name)("forward")
    path.write_text(f"{path.read_text(encoding='utf-8')}# more\n", encoding="utf-8")
    assert record.digest(small_course, "forward") != before


def test_a_page_with_a_fault_is_not_released(small_course: Course, run: Run, tmp_path: Path) -> None:
    """The page is proved on the spot; the release says the fault and the command, and writes nothing."""
    record.note(small_course, "forward", sound=True)
    small_course.stub("forward").write_text("an old stub", encoding="utf-8")
    with pytest.raises(PageError, match="grade prove forward"):
        record.demand(small_course, ["forward"])
    done = run("release", tmp_path / "out", on=small_course)
    assert done.exit_code == PageError.exit_code
    assert not (tmp_path / "out").exists()
