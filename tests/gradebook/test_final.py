"""Marks are shown by the course's policy and with what was changed by hand; points of a grading stay."""

from __future__ import annotations

import csv
import datetime
import io
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import Run
from handed_in import folder

from grader.cli import main
from grader.course.course import Course
from grader.errors import UsageError
from grader.gradebook import tables
from grader.gradebook.byhand import amount
from grader.gradebook.counting import Try, counts
from grader.gradebook.final import FinalMark
from grader.gradebook.policy import Policy, policy_in
from grader.gradebook.reading import Person

NOON = datetime.datetime(2026, 3, 1, 12)
DUE = {"forward": NOON}


def policy(said: Mapping[str, Any]) -> Policy:
    """Return the policy of a table."""
    return policy_in(said, Path("course.toml"), ("forward", "loss"))


@pytest.mark.parametrize(
    ("handed_in", "days"),
    [
        ("2026-03-01-11-59-00", 0),
        ("2026-03-01-12-10-00", 0),
        ("2026-03-01-12-30-00", 1),
        ("Mar 2, 2026 1201 PM", 2),
        ("2026-03-03T11:00:00+01:00", 2),
        ("", None),
        ("yesterday", None),
    ],
)
def test_days_late(handed_in: str, days: int | None) -> None:
    """Days are counted whole once the grace is over; a time that nothing tells is not late."""
    made = policy({"due": DUE, "grace": 15})
    assert made.days_late("ada", "forward", handed_in) == days
    assert made.days_late("ada", "loss", handed_in) == 0


def test_extensions() -> None:
    """An extension moves the due date of one person, for all exercises or for one."""
    made = policy({"due": DUE, "extensions": {"ada": 2, "bo": {"forward": 1}}})
    assert [made.days_late(who, "forward", "2026-03-03-11-00-00") for who in ("ada", "bo", "cy")] == [0, 1, 2]


@pytest.mark.parametrize(
    ("zone", "handed_in", "days"),
    [
        ("PST8", "2026-03-01 19:59:00 UTC", 0),
        ("PST8", "2026-03-01T20:01:00Z", 1),
        ("CST-8", "2026-03-01 03:59:00.000000 UTC", 0),
        ("CST-8", "2026-03-01 04:01:00 UTC", 1),
    ],
)
def test_a_due_date_is_meant_where_the_grader_runs(
    zone: str, handed_in: str, days: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A time in UTC is held against noon on the clock of this machine."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    assert policy({"due": DUE}).days_late("ada", "forward", handed_in) == days
    monkeypatch.undo()
    time.tzset()


def test_extensions_by_another_spelling() -> None:
    """An id is known in any case; one that is nobody's is named."""
    made = policy({"due": DUE, "extensions": {"Ada": 2, "adda": 2}})
    assert made.days_late("ada", "forward", "2026-03-03-11-00-00") == 0
    assert made.strangers(["ADA", "bo"]) == ["adda"]


def test_the_penalty_has_a_cap() -> None:
    """Each day costs its share, and no more than the cap in all."""
    made = policy({"late_penalty": 0.2, "late_cap": 0.5})
    assert [made.share_kept(days) for days in (None, 0, 1, 2, 3)] == pytest.approx([1, 1, 0.8, 0.6, 0.5])


def test_a_date_ends_with_its_day() -> None:
    """A due date without a time means the end of the day."""
    made = policy({"due": {"forward": datetime.date(2026, 3, 1)}})
    assert made.due["forward"] == datetime.datetime(2026, 3, 1, 23, 59, 59)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ({"grades": 1}, "knows no grades"),
        ({"attempts": "middle"}, "attempts is one of"),
        ({"due": 1}, "due is written as a table"),
        ({"due": {"nothing": NOON}}, "no such exercise"),
        ({"due": {"forward": "soon"}}, "due holds dates"),
        ({"grace": -1}, "grace is minutes"),
        ({"late_penalty": 20}, "from 0 to 1"),
        ({"late_penalty": True}, "late_penalty"),
        ({"extensions": {"ada": "long"}}, r"extensions\.ada is days"),
        ({"extensions": 1}, "extensions is written as a table"),
        ({"extensions": {"ada": {"nothing": 1}}}, "no such exercise"),
        ({"weights": {"forward": float("nan")}}, r"weights\.forward"),
    ],
)
def test_bad_policies(said: Any, names: str) -> None:
    """A setting that cannot be meant is an error that names it."""
    with pytest.raises(UsageError, match=rf"course\.toml: .*{names}"):
        policy(said)


FIRST = Try(1, 10, "canvas", 1, 1, "graded", 5.0)
SECOND = Try(2, 11, "canvas", 2, 4, "graded", 9.0)
THIRD = Try(3, 12, "canvas", 3, 3, "not graded", 0.0)
ELSEWHERE = Try(4, 13, "moodle", 0, 0, "graded", 1.0)


@pytest.mark.parametrize(
    ("tries", "said", "standing", "newest", "grade"),
    [
        ([FIRST, SECOND, THIRD], "last", 1, 3, 11),
        ([FIRST, SECOND, THIRD], "first", 3, 2, 10),
        ([FIRST, SECOND, THIRD], "best", 3, 1, 11),
        ([FIRST, ELSEWHERE], "last", 1, 4, 13),
        ([FIRST, ELSEWHERE], "first", 1, 4, 10),
        ([ELSEWHERE], "last", 0, 4, 13),
    ],
)
def test_which_counts(tries: list[Try], said: str, standing: int, newest: int, grade: int) -> None:
    """The platform's order decides; where there is none, what was graded later was handed in later."""
    assert counts(tries, said, standing, newest) == grade


@pytest.mark.parametrize("text", ["2", "", "+", "=-1", "+nan", "=inf", "much"])
def test_amounts(text: str) -> None:
    """Points are added or set by a sign and a number."""
    with pytest.raises(UsageError, match="write "):
        amount(text)


def rows(grades: Path) -> dict[str, dict[str, str]]:
    """Return the rows of the table by student."""
    text = (grades / "gradebook.csv").read_text(encoding="utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(io.StringIO(text))}


def test_a_mark_by_hand(run: Run, tmp_path: Path, small_course: Course) -> None:
    """A change stands in the table, is kept when the file is graded again, and is undone the same way."""
    grades = ("--grades", tmp_path / "g")
    right = (
        "def forward(x, w):\n    return w * x\n\n\ndef forward_with_bias(x, w, b):\n    return w * x + b\n"
    )
    (small_course.root / "roster.csv").write_text("id,name\nada,Ada\nbo,Bo\ncy,Cy\n", encoding="utf-8")
    with (small_course.root / "course.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[grading]\nlate_penalty = 0.5\n[grading.due]\nforward = 2026-03-01\n")
    name = "HW_ada_attempt_2026-03-02-10-00-00_forward.py"
    download = folder(tmp_path / "in", {name: right})
    assert run("batch", download, *grades, on=small_course).exit_code == 0
    full = float(rows(tmp_path / "g")["ada"]["raw_score"])
    assert float(rows(tmp_path / "g")["ada"]["score"]) == full / 2
    assert rows(tmp_path / "g")["ada"]["days_late"] == "1"
    assert (rows(tmp_path / "g")["bo"]["state"], rows(tmp_path / "g")["bo"]["score"]) == ("missing", "")

    run("mark", "ada", "forward", "+1", "--why", "a fine plot", *grades, on=small_course)
    run("mark", "bo", "forward", "=3", *grades, on=small_course)
    run("mark", "cy", "forward", "--exempt", *grades, on=small_course)
    folder(download, {name: right + "# again\n"})
    run("batch", download, *grades, on=small_course)
    now = rows(tmp_path / "g")
    assert (float(now["ada"]["score"]), now["ada"]["comments"]) == (full / 2 + 1, "a fine plot")
    assert [now[who]["score"] for who in ("bo", "cy")] == ["3", ""]
    assert now["cy"]["state"] == "exempt"

    assert (
        "undone: add (a fine plot)"
        in run("mark", "ada", "forward", "--undo", *grades, on=small_course).output
    )
    assert float(rows(tmp_path / "g")["ada"]["score"]) == full / 2
    done = run("mark", "ada", "forward", "--undo", *grades, on=small_course)
    assert (done.exit_code, "nothing was changed by hand" in done.output) == (2, True)


def test_forgetting(run: Run, tmp_path: Path) -> None:
    """Who is forgotten stands nowhere until that is undone; who is erased has nothing left."""
    grades = ("--grades", tmp_path / "g")
    right = "def forward(x, w):\n    return w * x\n"
    run("batch", folder(tmp_path / "in", {"hypatia_forward.py": right, "bo_forward.py": right}), *grades)
    run("forget", "hypatia", *grades)
    assert set(rows(tmp_path / "g")) == {"bo"}
    assert "hypatia" not in (tmp_path / "g" / "class.html").read_text(encoding="utf-8")
    assert not (tmp_path / "g" / "feedback" / "hypatia").exists()
    run("forget", "hypatia", "--undo", *grades)
    assert set(rows(tmp_path / "g")) == {"hypatia", "bo"}
    done = CliRunner().invoke(
        main, ["forget", "hypatia", "--erase", "--grades", str(tmp_path / "g")], input="y\n"
    )
    assert (done.exit_code, set(rows(tmp_path / "g"))) == (0, {"bo"})
    assert run("forget", "eve", *grades).exit_code == 2


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["+1", "--exempt"], "has no points"),
        ([], "say what changes"),
        (["many"], "write"),
    ],
)
def test_what_is_asked_for(run: Run, tmp_path: Path, words: list[str], says: str) -> None:
    """A change that cannot be meant is an error."""
    grades = ("--grades", tmp_path / "g")
    run("batch", folder(tmp_path / "in", {"ada_forward.py": "def forward(x, w):\n    return 0\n"}), *grades)
    done = run("mark", "ada", "forward", *words, *grades)
    assert (done.exit_code, says in done.output) == (2, True)


def test_results_show_what_counts(run: Run, small_course: Course, tmp_path: Path) -> None:
    """The terminal shows the mark by the policy and by hand, beside the points of the grading."""
    grades = tmp_path / "grades"
    made = folder(tmp_path / "handed", {"ada/forward.py": "def forward(x, w):\n    return x * w\n"})
    where = ["--course", str(small_course.root), "--grades", str(grades)]

    def go(*words: str) -> str:
        return CliRunner().invoke(main, [*words, *where]).output

    go("batch", str(made), "--quiet")
    go("mark", "ada", "forward", "=7", "--why", "as agreed")
    assert "7 / 10" in go("results", "ada")
    assert "as graded" in go("results", "forward")
    assert "as agreed" in go("results", "ada")
    assert "70 %" in go("results")
    go("forget", "ada")
    assert "is forgotten" in go("results", "ada")


def test_a_sum_of_nothing_is_no_zero() -> None:
    """Who has no mark at all has no sum; who has one has the sum of those that are there."""
    ada, bo = Person("ada", "Ada", "", "", True), Person("bo", "Bo", "", "", True)
    marks = [
        FinalMark(ada, "forward", "missing", None, None, 4.0),
        FinalMark(bo, "forward", "graded", 0.0, 0.0, 4.0),
        FinalMark(bo, "loss", "exempt", None, None, 4.0),
    ]
    assert tables.as_matrix(marks).splitlines()[1:] == ["ada,Ada,,,", "bo,Bo,0,,0"]
