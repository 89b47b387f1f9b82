"""A proof is noted by the page, the stub and the grader that it was made with; a release asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, Run

from grader.course.course import Course
from grader.errors import PageError
from grader.prove import record


def test_a_noted_proof_is_asked_for_nothing_more(
    small_course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page that is proved as it stands is not proved again."""
    record.note(small_course, "forward", record.digest(small_course, "forward"))
    record.demand(small_course, ["forward"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["page", "stub"])
def test_a_changed_file_has_another_digest(small_course: Course, name: str) -> None:
    """A proof is of one page and one stub."""
    before = record.digest(small_course, "forward")
    path: Path = getattr(small_course, name)("forward")
    path.write_text(f"{path.read_text(encoding='utf-8')}# more\n", encoding="utf-8")
    assert record.digest(small_course, "forward") != before


def test_bytecode_changes_no_digest(small_course: Course) -> None:
    """What Python leaves beside a page that something has imported is not a part of the course."""
    before = record.digest(small_course, "forward")
    path = small_course.root / "solutions" / "__pycache__" / "forward.cpython-311.pyc"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"anything")
    assert record.digest(small_course, "forward") == before


@pytest.mark.parametrize(
    "file",
    [
        "numbers/scripts/exercises/rows.py",
        "sandbox/client.py",
        "words/sentences/en.toml",
        "prove/inputs/blind.py",
    ],
)
def test_a_proof_hangs_on_all_of_the_grader(file: str) -> None:
    """A change in how scripts are judged, in the sandbox or in a sentence may change a verdict."""
    assert (ROOT / "grader" / file).read_bytes() in record.rules()


def test_a_page_that_is_saved_while_it_is_proved_is_not_released(small_course: Course) -> None:
    """Nobody knows which text the proof is of. This page saves itself whenever it is read."""
    path = small_course.page("forward")
    saves = "with open(__file__, 'a', encoding='utf-8') as file:\n    file.write('# saved\\n')\n"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n\n{saves}", encoding="utf-8")
    with pytest.raises(PageError, match="was saved while it was proved"):
        record.demand(small_course, ["forward"])
    assert small_course.notes.noted("proofs") == {}


def test_a_page_with_a_fault_is_not_released(small_course: Course, run: Run, tmp_path: Path) -> None:
    """The page is proved on the spot; the release says the fault and the command, and writes nothing."""
    record.note(small_course, "forward", record.digest(small_course, "forward"))
    small_course.stub("forward").write_text("an old stub", encoding="utf-8")
    with pytest.raises(PageError, match="grade prove forward"):
        record.demand(small_course, ["forward"])
    done = run("release", tmp_path / "out", on=small_course)
    assert done.exit_code == PageError.exit_code
    assert not (tmp_path / "out").exists()
