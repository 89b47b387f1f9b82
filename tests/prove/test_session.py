"""A proof costs what has changed; one check by itself, and a page at each save."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from broken import SOUND
from conftest import ROOT

from grader.course.course import Course
from grader.errors import PageError, UsageError
from grader.keys.making import keymaker
from grader.pages import page
from grader.prove import part, record, session
from grader.prove.session import Asked
from grader.release import stub
from grader.sandbox.client import Sandbox


@pytest.fixture(scope="module")
def proved(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox) -> Course:
    """Return a course of one page that was proved once."""
    root = tmp_path_factory.mktemp("course")
    (root / "solutions").mkdir()
    (root / "exercises").mkdir()
    path = root / "solutions" / "one_slope.py"
    path.write_text(SOUND, encoding="utf-8")
    exercise = page.read(path)
    text = stub.make(exercise, keymaker.make(exercise, sandbox, 0, with_mutants=False))
    (root / "exercises" / "one_slope.py").write_text(text, encoding="utf-8")
    assert session.prove(Course(root), Asked()) == 0
    return Course(root)


@pytest.fixture
def home(proved: Course, tmp_path: Path) -> Course:
    """Return a copy of it."""
    shutil.copytree(proved.root, tmp_path / "copy")
    return Course(tmp_path / "copy")


def seconds(text: str) -> str:
    """Return how long the proof took that a text ends with."""
    return text[text.rindex("(") :]


def test_what_has_not_changed_is_told_from_memory(home: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words again, to the tenth of a second that the first proof took."""
    session.prove(home, Asked(("one_slope",)))
    first = capsys.readouterr().out
    session.prove(home, Asked())
    assert capsys.readouterr().out == first


def test_a_changed_word_is_proved_anew_and_observes_nothing(
    home: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The story's arithmetic is looked at again; no program of the page runs."""
    path = home.page("one_slope")
    path.write_text(SOUND.replace("2·(-3) = -6", "2·(-3) = -7"), encoding="utf-8")
    monkeypatch.setattr(Sandbox, "observe", lambda *_: pytest.fail("a program was observed"))
    assert session.prove(home, Asked()) == PageError.exit_code
    assert "arithmetic" in capsys.readouterr().out


def test_what_is_saved_during_a_proof_is_proved_anew(home: Course) -> None:
    """The verdict on the old text is not remembered as that of the new one: this page saves itself once."""
    path = home.page("one_slope")
    saves = f"with open(__file__, 'w', encoding='utf-8') as file:\n    file.write({SOUND!r})\n"
    path.write_text(f"{SOUND}\n\n{saves}", encoding="utf-8")
    session.prove(home, Asked())
    state = record.digest(home, "one_slope")
    assert path.read_text(encoding="utf-8") == SOUND
    assert session.prove(home, Asked()) == 0
    assert home.notes.noted("proofs") == {"one_slope": state}


@pytest.mark.parametrize("damaged", ["{", "[1]", "3"])
def test_a_damaged_memory_costs_a_proof(
    home: Course, capsys: pytest.CaptureFixture[str], damaged: str
) -> None:
    """The page is proved again, and the proof is remembered again."""
    with sqlite3.connect(home.rows) as rows:
        rows.execute("UPDATE rows SET data = ?", (damaged.encode(),))
    for _ in range(2):
        assert session.prove(home, Asked()) == 0
        assert "no fault" in capsys.readouterr().out


def test_one_check_by_itself(home: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """Only its task's programs are run, and only the faults told that a part can have."""
    assert session.prove(home, Asked(("one_slope",), only="three errors")) == 0
    said = capsys.readouterr().out
    assert "turned_round" in said
    assert "uphill" not in said


def test_a_page_of_whole_scripts_has_no_parts() -> None:
    """All of its checks look at one run of a script."""
    with pytest.raises(PageError, match="leave --only out"):
        part.around(page.read(ROOT / "solutions" / "homework_linear.py"), "the loss falls")


def test_no_such_check(home: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """The fault names those there are."""
    assert session.prove(home, Asked(("one_slope",), only="four errors")) == PageError.exit_code
    said = " ".join(capsys.readouterr().out.split())
    assert "there is no check 'four errors'; there are: 'three errors', 'five fresh errors'" in said


def test_no_such_page(home: Course) -> None:
    """An unknown name is said before anything runs."""
    with pytest.raises(UsageError, match="one_slop"):
        session.prove(home, Asked(("one_slop",)))


def test_a_page_is_proved_again_when_it_is_saved(home: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said while nothing changes, nor while the file is gone, as some editors save."""
    said: list[str] = []

    def pause(_: float) -> None:
        said.append(capsys.readouterr().out)
        if len(said) == 2:
            home.page("one_slope").write_text(SOUND.replace("1.5, x=ramp", "1.25, x=ramp"), encoding="utf-8")
        if len(said) == 3:
            home.page("one_slope").unlink()
        if len(said) == 4:
            raise KeyboardInterrupt

    session.watch(home, Asked(("one_slope",)), pause)
    assert ["no fault" in said[0], said[1], "stub" in said[2], said[3]] == [True, "", True, ""]


def test_watching_ends_with_ctrl_c(home: Course) -> None:
    """No traceback."""

    def pause(_: float) -> None:
        raise KeyboardInterrupt

    session.watch(home, Asked(), pause)
