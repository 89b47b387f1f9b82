"""`grade regrade` judges again from what was observed, runs no student's code, and keeps the history."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from conftest import Run
from handed_in import folder

from grader.course.course import Course
from grader.gradebook import reading, schema
from grader.sandbox.client import Sandbox

RIGHT = "def forward(x, w):\n    return w * x\n\n\ndef forward_with_bias(x, w, b):\n    return w * x + b\n"
ADDED = RIGHT.replace("return w * x\n", "return w + x\n")
SCALED = RIGHT.replace("return w * x\n", "return abs(2.7 * (w * x) % 0.7 - 0.31)\n")
NEAR = RIGHT.replace("return w * x\n", "return w * x * 1.001\n")
BIAS = RIGHT.replace("w * x + b", "w * x")
RISING = 'title="fresh inputs, a rising line", points=2'

Edit = Callable[[str, str], None]


@pytest.fixture
def grades(run: Run, small_course: Course, tmp_path: Path) -> Path:
    """Grade a class of five in a course that a test may change; return the folder of its grades."""
    files = {"amy": RIGHT, "bo": ADDED, "cy": SCALED, "di": BIAS, "ed": NEAR}
    handed = folder(tmp_path / "in", {f"{name}_forward.py": text for name, text in files.items()})
    assert run("batch", handed, "--grades", tmp_path / "g", on=small_course).exit_code == 0
    return tmp_path / "g"


@pytest.fixture
def no_sandbox(grades: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be observed by this process: the keys are made by another."""

    def observe(*_: object) -> None:
        raise AssertionError("a student's code was run")

    monkeypatch.setattr(Sandbox, "observe", observe)


@pytest.fixture
def edit(small_course: Course) -> Edit:
    """Return a function that changes the page."""
    page = small_course.root / "solutions" / "forward.py"

    def change(old: str, new: str) -> None:
        text = page.read_text(encoding="utf-8")
        assert old in text
        page.write_text(text.replace(old, new), encoding="utf-8")

    return change


@pytest.fixture
def again(run: Run, small_course: Course, grades: Path, no_sandbox: None) -> Callable[..., Result]:
    """Return a function that runs ``grade regrade``."""
    return lambda *words: run("regrade", "--grades", grades, *words, on=small_course)


def scores(grades: Path) -> dict[str, tuple[str, str, str]]:
    """Return everybody's points and mistakes as the table has them."""
    text = (grades / "gradebook.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return {row["student"]: (row["score"], row["max_score"], row["mistakes"]) for row in rows}


def test_an_exercise_that_is_gone(run: Run, small_course: Course, grades: Path) -> None:
    """Grades of an exercise that the course has no more stay, and stop nothing that is written anew."""
    small_course.page("forward").unlink()
    (report,) = (grades / "feedback").glob("bo*/forward.html")
    report.unlink()
    done = run("forget", "amy", "--grades", grades, on=small_course)
    assert (done.exit_code, done.stderr) == (0, "")
    assert set(scores(grades)) == {"bo", "cy", "di", "ed"}


def test_nothing_to_do(again: Callable[..., Result]) -> None:
    """Where no page has changed, nothing is judged and nothing written."""
    done = again("--yes")
    assert (done.exit_code, done.output) == (
        0,
        "0 changes, 0 judged anew and the same, 5 current\n",
    )


def test_points(again: Callable[..., Result], edit: Edit, grades: Path) -> None:
    """New points of a check are shown first and change the grades only where that is wanted."""
    edit(RISING, RISING.replace("points=2", "points=5"))
    before = scores(grades)
    dry = again("--dry-run")
    assert "amy  forward  10 / 10 -> 13 / 13" in dry.output
    assert "5 changes" in dry.output
    assert "nothing was written" in dry.output
    assert scores(grades) == before
    assert "Aborted!" in again().output  # nobody answers the question
    assert scores(grades) == before
    done = again("--yes")
    assert dry.output.splitlines()[:6] == done.output.splitlines()[:6]
    assert scores(grades)["amy"] == ("13", "13", "")
    assert again("--yes").output == "0 changes, 0 judged anew and the same, 5 current\n"


def test_looking_needs_no_writing(again: Callable[..., Result], edit: Edit, grades: Path) -> None:
    """What would change is shown where the gradebook's folder is read-only."""
    edit(RISING, RISING.replace("points=2", "points=5"))
    before = {path.name: path.stat().st_mtime_ns for path in grades.iterdir()}
    (grades / "gradebook.db").chmod(0o400)
    grades.chmod(0o500)
    try:
        dry = again("--dry-run")
    finally:
        grades.chmod(0o700)
        (grades / "gradebook.db").chmod(0o600)
    assert "5 changes" in dry.output
    assert {path.name: path.stat().st_mtime_ns for path in grades.iterdir()} == before


def test_the_history_is_kept(again: Callable[..., Result], edit: Edit, grades: Path) -> None:
    """What counted before stays in the history, with how each grade came about."""
    edit(RISING, RISING.replace("points=2", "points=5"))
    again("--yes")
    events = reading.history(schema.open_for_reading(grades / "gradebook.db"), "amy")
    assert [(event.kind, event.score) for event in events] == [("batch", 10), ("regrade", 13)]


def test_a_message(again: Callable[..., Result], edit: Edit, grades: Path) -> None:
    """A new message changes no grade and stands in the student's report."""
    edit("When w grows, your line moves up.", "Your line only moves up when w grows.")
    done = again("--yes")
    assert "0 changes, 5 judged anew and the same, 0 current" in done.output
    assert "Your line only moves up" in (grades / "feedback" / "bo" / "forward.html").read_text(
        encoding="utf-8"
    )


def test_a_new_misconception(again: Callable[..., Result], edit: Edit, grades: Path) -> None:
    """A mistake that is described afterwards is recognised in what was handed in before."""
    assert scores(grades)["cy"][2] == ""
    edit(
        "weight_ignored = slip(",
        'bent = slip(forward, "w * x", "abs(2.7 * (w * x) % 0.7 - 0.31)").says("""\n'
        '    Bent?\n    Hint: One.\n    Hint: Two.""")\nweight_ignored = slip(',
    )
    done = again("--yes")
    assert "cy  forward  5 / 10; mistake none -> Bent" in done.output
    assert "1 change, 4 judged anew and the same" in done.output
    assert scores(grades)["cy"][2] == "Bent"


def test_a_tolerance(again: Callable[..., Result], edit: Edit, grades: Path) -> None:
    """A wider tolerance is applied to the numbers that were observed."""
    edit(
        'returns(forward, x=4.0, w=2.0, title="one input", public=True)',
        'returns(forward, x=4.0, w=2.0, title="one input", public=True, tolerance=0.05)',
    )
    done = again("--dry-run")
    assert "ed  forward  5 / 10 -> 6 / 10; one input: failed -> passed" in done.output


def test_a_new_check_needs_a_batch_run(
    run: Run, again: Callable[..., Result], edit: Edit, grades: Path, small_course: Course
) -> None:
    """A check that was never observed is named; the grades stay until a batch run has observed it."""
    edit(
        "checks = [\n",
        'checks = [\n    returns(forward, x=7.0, w=3.0, title="another input", public=True),\n',
    )
    before = scores(grades)
    done = again("--yes")
    assert (
        "forward: 5 submissions waiting for `grade batch --stored`: nothing is kept of: another input"
        in done.output
    )
    assert scores(grades) == before


def test_a_batch_run_observes_only_what_is_new(
    run: Run, edit: Edit, grades: Path, small_course: Course, tmp_path: Path
) -> None:
    """After a check was added, a batch run watches each program on that check alone."""
    connection = schema.open_for_reading(grades / "gradebook.db")
    count = "SELECT count(*) FROM observations"
    (before,) = connection.execute(count).fetchone()
    edit(
        "checks = [\n",
        'checks = [\n    returns(forward, x=7.0, w=3.0, title="another input", public=True),\n',
    )
    done = run("batch", tmp_path / "in", "--grades", grades, on=small_course)
    assert "5 graded" in done.output
    assert connection.execute(count).fetchone()[0] == before + 5
    assert scores(grades)["amy"] == ("11", "11", "")


def test_a_page_that_does_not_hold(again: Callable[..., Result], edit: Edit, grades: Path) -> None:
    """Where the page is broken, its grades stay and the command says why."""
    edit("checks = [\n", "checks = [\n    nonsense,\n")
    before = scores(grades)
    done = again("--yes")
    assert done.exit_code == 3
    assert "forward: stays as it is:" in done.output
    assert scores(grades) == before


def test_no_gradebook(run: Run, tmp_path: Path) -> None:
    """Without a gradebook there is nothing to judge, and none is made."""
    for command in ("regrade", "results", "export"):
        done = run(command, "--grades", tmp_path / "nowhere")
        assert done.exit_code == 3
        assert "there is no gradebook; make one with `grade batch`" in done.output
    assert not (tmp_path / "nowhere").exists()


# ---- results and export --------------------------------------------------------------------------


def test_results(run: Run, grades: Path, small_course: Course) -> None:
    """All exercises, one exercise, or one student with the history are shown in the terminal."""
    shown = {
        name: run("results", *name, "--grades", grades, on=small_course).output
        for name in ((), ("forward",), ("bo",))
    }
    assert "forward" in shown[()]
    assert "%" in shown[()]
    assert "amy" in shown["forward",]
    assert "10 / 10" in shown["forward",]
    assert "Added in place" in shown["bo",]
    assert "batch" in shown["bo",]
    assert "amy" not in shown["bo",]


def test_results_of_nobody(run: Run, grades: Path, small_course: Course) -> None:
    """A name that the gradebook does not know is wrong usage."""
    done = run("results", "nobody", "--grades", grades, on=small_course)
    assert done.exit_code == 2
    assert "nobody: is neither a student nor an exercise" in done.output


def test_export(run: Run, grades: Path, small_course: Course, tmp_path: Path) -> None:
    """Each format holds every student; a file gets what the terminal would."""
    said = {
        form: run("export", "--format", form, "--grades", grades, on=small_course).output
        for form in ("csv", "matrix", "json", "json-lines")
    }
    assert said["csv"] == (grades / "gradebook.csv").read_text(encoding="utf-8")
    assert said["matrix"].splitlines()[0] == "student,name,score forward,total"
    assert said["matrix"].splitlines()[1] == "amy,amy,10,10"
    assert [row["student"] for row in json.loads(said["json"])] == ["amy", "bo", "cy", "di", "ed"]
    assert len(json.loads(said["json"])[0]["checks"]) == 8
    assert json.loads(said["json-lines"].splitlines()[0])["score"] == 10
    out = tmp_path / "out.csv"
    assert run("export", "--out", out, "--grades", grades, on=small_course).output == ""
    assert out.read_text(encoding="utf-8") == said["csv"]


def test_export_of_an_exercise(run: Run, grades: Path, small_course: Course) -> None:
    """One exercise alone can be asked for; one that nobody has is wrong usage."""
    assert "amy" in run("export", "--exercise", "forward", "--grades", grades, on=small_course).output
    assert run("export", "--exercise", "loss", "--grades", grades, on=small_course).exit_code == 2
