"""Numbers of each student's own: the same again at any time, in the release, the batch and a dispute."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from broken import SOUND

from grader.batch import byhand, regrade, session
from grader.batch.asked import Asked
from grader.batch.ready import draw_anew
from grader.course import settings
from grader.course.course import Course
from grader.course.student_keys import path_of, seed_of, student_key, student_keys
from grader.errors import GraderError, PageError, UsageError
from grader.gradebook.paths import Grades
from grader.keys.key import AnswerKey
from grader.pages import page
from grader.release.release import bundle
from grader.student import session as submitting

PAGE = SOUND.replace(
    'x=ramp, y=np.array([2.0, 2.5, 7.0]), title="three errors"',
    'x=normal(size=3), y=normal(size=3), title="three errors"',
)
MISTAKE = """
def errors(w, x, y):
    return y - w * x

def slope(w, x, y):
    return (2 * (w * x - y) * x).mean()
"""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Return a course that draws for two students."""
    assert PAGE != SOUND
    root = tmp_path_factory.mktemp("course")
    (root / "solutions").mkdir()
    (root / "exercises").mkdir()
    (root / "solutions" / "one_slope.py").write_text(PAGE, encoding="utf-8")
    (root / "course.toml").write_text('seed = "per student"\n', encoding="utf-8")
    student_keys(Course(root), "one_slope", ["ada", "bo"])
    return Course(root)


@pytest.fixture
def home(drawn: Course, tmp_path: Path) -> Course:
    """Return a copy of it."""
    shutil.copytree(drawn.root, tmp_path / "copy")
    return Course(tmp_path / "copy")


def inputs(key: AnswerKey) -> list[float]:
    """Return the x of the first check, which is public."""
    x = key.scenarios[0].args[1]
    assert isinstance(x, np.ndarray)
    return [float(number) for number in x]


def test_everybody_has_numbers_of_their_own(home: Course) -> None:
    """Two students and the course itself have three different draws of one check."""
    keys = [student_key(home, "one_slope", name) for name in ("ada", "bo", "")]
    assert len({tuple(inputs(key)) for key in keys}) == 3
    assert [key.seed for key in keys[:2]] == [seed_of(home, "one_slope", name) for name in ("ada", "bo")]


def test_a_lost_key_is_drawn_again_as_it_was(home: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """The draw hangs on the course's seed, the exercise and the student alone."""
    before = student_key(home, "one_slope", "ada")
    assert "drawing" not in capsys.readouterr().err
    shutil.rmtree(home.root / ".grade" / "keys" / "students")
    assert inputs(student_key(home, "one_slope", "ada")) == inputs(before)
    assert "drawing one_slope for 1 student" in capsys.readouterr().err


def test_another_seed_of_the_course_draws_other_numbers(home: Course) -> None:
    """Keys that were drawn from the old one are not taken for current."""
    before = student_key(home, "one_slope", "ada")
    (home.root / ".grade" / "seed").write_text("17\n", encoding="ascii")
    assert inputs(student_key(home, "one_slope", "ada")) != inputs(before)


def test_a_page_that_is_saved_while_it_is_drawn(home: Course) -> None:
    """No key mixes two texts of a page. This page saves itself whenever it is read."""
    path = home.page("one_slope")
    saves = "with open(__file__, 'a', encoding='utf-8') as file:\n    file.write('# saved\\n')\n"
    path.write_text(f"{PAGE}\n\n{saves}", encoding="utf-8")
    with pytest.raises(PageError, match="was saved while its keys were made"):
        student_keys(home, "one_slope", ["ada"])


def test_a_release_holds_the_students_public_numbers(home: Course) -> None:
    """Public key and stub have the student's draw of the public check, and no hidden check."""
    files = bundle(home, ["one_slope"], "ada")
    key = json.loads(files["keys/one_slope.json"])["key"]["AnswerKey"]
    assert len(key["checks"]["tuple"]) == 2
    shown = repr(inputs(student_key(home, "one_slope", "ada"))[0])
    assert shown in files["keys/one_slope.json"].decode()
    assert shown in files["exercises/one_slope.py"].decode()
    assert shown not in bundle(home, ["one_slope"])["exercises/one_slope.py"].decode()


def submitted(home: Course, student: str) -> submitting.Asked:
    """Return a wrong file, handed in for a student."""
    path = home.root / "handed_in.py"
    path.write_text(MISTAKE, encoding="utf-8")
    return submitting.Asked(path, "one_slope", home.root, student=student)


def test_a_dispute_is_judged_by_the_students_numbers(home: Course) -> None:
    """The report is on the student's inputs, and names the page's misconception."""
    report = submitting.submit(submitted(home, "ada"))
    assert [found.id for found in report.diagnoses] == ["turned_round"]
    first = f"{inputs(student_key(home, 'one_slope', 'ada'))[0]:.6g}"
    assert first in report.verdicts[0].call


def test_nobody_has_numbers_of_their_own_in_another_course(home: Course) -> None:
    """Whoever asks for them reads what to write."""
    (home.root / "course.toml").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match=r'write seed = "per student" at the top of course.toml'):
        submitting.submit(submitted(home, "ada"))
    assert student_keys(home, "one_slope", ["ada"]) == {}


def test_the_setting_has_one_value(home: Course) -> None:
    """Another word is refused with its line."""
    path = home.root / "course.toml"
    path.write_text('title = "A"\nseed = "each"\n', encoding="utf-8")
    with pytest.raises(UsageError, match=r"course\.toml:2: seed: invalid"):
        settings.read(path)


@pytest.fixture
def graded(home: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Grade a right program of Ada's and a wrong one of Bo's into a gradebook, and return its folder."""
    monkeypatch.chdir(home.root)
    right = page.read(home.page("one_slope")).reference.text
    for name, text in (("ada", right), ("bo", MISTAKE)):
        (tmp_path / "in" / name).mkdir(parents=True)
        (tmp_path / "in" / name / "one_slope.py").write_text(text, encoding="utf-8")
    grades = tmp_path / "grades"
    asked = Asked(tmp_path / "in", course=home.root, grades=grades, mode="quiet", jobs=1)
    assert session.main(asked) == 0
    return grades


def test_a_class_is_graded_and_graded_again_by_its_own_numbers(home: Course, graded: Path) -> None:
    """After the keys are lost nothing changes; another seed is refused."""
    shutil.rmtree(home.root / ".grade" / "keys")
    again = regrade.Asked((), home.root, graded, dry_run=True)
    assert regrade.regrade(again, lambda: False).current == 2
    (home.root / ".grade" / "seed").write_text("17\n", encoding="ascii")
    with pytest.raises(UsageError, match=r"were drawn from another seed; write \d+ into .grade/seed"):
        regrade.regrade(again, lambda: False)


def test_a_report_written_anew_is_on_the_students_numbers(home: Course, graded: Path) -> None:
    """A mark by hand is said in the report, which shows the student's inputs as before."""
    path = Grades(graded).feedback("bo", "one_slope")
    before = path.read_text(encoding="utf-8")
    byhand.mark(home, byhand.Asked("bo", "one_slope", points="+2", why="for the idea", grades=graded))
    after = path.read_text(encoding="utf-8")
    first = f"{inputs(student_key(home, 'one_slope', 'bo'))[0]:.6g}"
    assert first in before
    assert first in after
    assert "for the idea" in after


def test_a_damaged_key_is_drawn_again(home: Course) -> None:
    """Behind a first line that is current may be anything, as a full disk leaves it."""
    before = student_key(home, "one_slope", "ada")
    path = path_of(home, "one_slope", "ada")
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[0] + "\n{", encoding="utf-8")
    assert inputs(student_key(home, "one_slope", "ada")) == inputs(before)


def test_a_keys_file_does_not_tell_whose_it_is(home: Course) -> None:
    """Its name hangs on the course's seed: whoever tries all student numbers finds nobody."""
    before = path_of(home, "one_slope", "ada")
    (home.root / ".grade" / "seed").write_text("17\n", encoding="ascii")
    assert path_of(home, "one_slope", "ada") != before


def test_a_fresh_round_is_refused(home: Course) -> None:
    """It would draw nothing anew for anybody; what does is said."""
    with pytest.raises(UsageError, match=r"delete \.grade/seed, release the exercises again"):
        draw_anew(home, ["one_slope"], home.root / "seeds.txt")
    assert not (home.root / "seeds.txt").exists()


def test_a_look_at_no_gradebook_writes_nothing(home: Course, tmp_path: Path) -> None:
    """A misspelt folder stays what it was: nothing."""
    with pytest.raises(GraderError, match="typo"):
        regrade.regrade(regrade.Asked((), home.root, tmp_path / "typo", dry_run=True), lambda: False)
    assert not (tmp_path / "typo").exists()
