"""A class's downloads over a term: one row a person, the newest attempt, nothing left out in silence."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Run
from downloads import HANDED_IN, OWN
from handed_in import folder, zipped

from grader.course.course import Course
from grader.gradebook import reading, schema

MOODLE = "{}_{}_assignsubmission_file_/{}.py"


@pytest.fixture(scope="session")
def forward(references: Mapping[str, str]) -> str:
    """Return a right answer to ``forward``."""
    return references["forward"]


def rows(grades: Path) -> list[tuple[str, str, str]]:
    """Return student, exercise and path of every row of the table."""
    text = (grades / "gradebook.csv").read_text(encoding="utf-8-sig")
    return [(row["student"], row["exercise"], row["path"]) for row in csv.DictReader(io.StringIO(text))]


def scores(grades: Path) -> dict[str, str]:
    """Return everybody's points in ``forward``."""
    text = (grades / "gradebook.csv").read_text(encoding="utf-8-sig")
    return {row["student"]: row["score"] for row in csv.DictReader(io.StringIO(text))}


def test_one_person_in_two_homeworks(
    run: Run, tmp_path: Path, references: Mapping[str, str], forward: str
) -> None:
    """Moodle's numbers change with every assignment; the person stays one."""
    files = {MOODLE.format("Ada King", 1001, "forward"): forward}
    run("batch", folder(tmp_path / "one", files), "--grades", tmp_path / "g")
    files = {MOODLE.format("ada king", 2345, "loss"): references["loss"]}
    assert run("batch", folder(tmp_path / "two", files), "--grades", tmp_path / "g").exit_code == 0
    assert [row[:2] for row in rows(tmp_path / "g")] == [("Ada King", "forward"), ("Ada King", "loss")]


@pytest.mark.parametrize("turn", [1, -1])
def test_the_newer_attempt_counts(run: Run, tmp_path: Path, forward: str, turn: int) -> None:
    """Whichever download comes first, the newer attempt counts, and a rerun changes nothing."""
    old = folder(tmp_path / "old", {"kingada_101_9001_forward.py": forward.replace("w * x", "w + x")})
    new = folder(tmp_path / "new", {"kingada_101_9002_forward-1.py": forward})
    for download in (old, new)[::turn]:
        assert run("batch", download, "--grades", tmp_path / "g").exit_code == 0
    assert rows(tmp_path / "g") == [("101", "forward", "kingada_101_9002_forward-1.py")]
    done = run("batch", old, "--grades", tmp_path / "g")
    assert "is an earlier attempt than the one in the gradebook" in done.output
    assert rows(tmp_path / "g") == [("101", "forward", "kingada_101_9002_forward-1.py")]


@pytest.mark.parametrize(("policy", "counts"), [("last", "9003"), ("first", "9001"), ("best", "9002")])
def test_which_attempt_counts(
    run: Run, tmp_path: Path, small_course: Course, forward: str, policy: str, counts: str
) -> None:
    """The course says which attempt counts; the report that stands is that attempt's."""
    with (small_course.root / "course.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[grading]\nattempts = "{policy}"\n')
    files = {
        "kingada_101_9001_forward.py": forward.replace("w * x", "w + x"),
        "kingada_101_9002_forward-1.py": forward,
        "kingada_101_9003_forward-2.py": forward.replace("w * x", "w - x"),
    }
    for name in (*sorted(files), *sorted(files, reverse=True)):
        download = folder(tmp_path / name, {name: files[name]})
        run("batch", download, "--grades", tmp_path / "g", on=small_course)
    ((_, _, path),) = rows(tmp_path / "g")
    assert counts in path
    (report,) = (tmp_path / "g" / "feedback" / "101").iterdir()
    assert counts in report.read_text(encoding="utf-8")


def test_the_same_file_again(run: Run, tmp_path: Path, forward: str) -> None:
    """Who hands in the first file again after a second one is graded by the first."""
    wrong = forward.replace("w * x", "w + x")
    for number, text in ((9001, forward), (9003, forward), (9002, wrong)):
        name = f"kingada_101_{number}_forward.py"
        run("batch", folder(tmp_path / str(number), {name: text}), "--grades", tmp_path / "g")
    assert rows(tmp_path / "g") == [("101", "forward", "kingada_101_9003_forward.py")]


def test_helpers_are_loaded(run: Run, tmp_path: Path, forward: str) -> None:
    """A module handed in beside a file is loaded with it; another module makes another program."""
    answer = "from helpers.more import product\n" + forward.replace("return w * x", "return product(w, x)")
    files = {"ada/forward.py": answer, "ada/helpers/more.py": "def product(a, b):\n    return a * b\n"}
    download = folder(tmp_path / "in", {**files, "bo/forward.py": answer, "cy/forward.py": forward})
    run("batch", download, "--grades", tmp_path / "g")
    first = scores(tmp_path / "g")
    assert first["ada"] == first["cy"] != first["bo"]
    folder(download, {"ada/helpers/more.py": "def product(a, b):\n    return a + b\n"})
    run("batch", download, "--grades", tmp_path / "g")
    second = scores(tmp_path / "g")
    assert float(second["ada"]) < float(first["ada"])
    with closing(schema.open_for_reading(tmp_path / "g" / "gradebook.db")) as connection:
        assert len(reading.history(connection, "ada")) == 2


def test_a_library_is_never_hidden(run: Run, tmp_path: Path, forward: str) -> None:
    """A file called as a library does not replace it."""
    answer = "import json\nassert json.loads('1') == 1\n" + forward
    download = folder(tmp_path / "in", {"ada/forward.py": answer, "ada/json.py": "raise SystemExit\n"})
    run("batch", download, "--grades", tmp_path / "g")
    assert float(scores(tmp_path / "g")["ada"]) > 0


def test_listing_runs_nothing(run: Run, tmp_path: Path) -> None:
    """The list says who handed in what and why, warns, and writes nothing."""
    download = zipped(tmp_path / "in.zip", HANDED_IN["canvas_attempts"].files)
    done = run("batch", "--list", download, "--grades", tmp_path / "g")
    assert done.exit_code == 2
    assert "104  two  forward  two_104_9007_forward.py  its name, with helpers" in done.output
    assert "not graded  obrien_102_9010_forward.zip: is an archive that I cannot open" in done.output
    assert "Look here: 2 files may be somebody's work" in done.output
    assert not (tmp_path / "g").exists()


def test_far_fewer_people(run: Run, tmp_path: Path, forward: str) -> None:
    """A download with far fewer people than before, or with nobody known, is asked about."""
    everybody = folder(tmp_path / "all", {f"s{n}_forward.py": forward for n in range(5)})
    assert "Look here" not in run("batch", everybody, "--grades", tmp_path / "g").output
    few = folder(tmp_path / "few", {"s1_forward.py": forward})
    done = run("batch", "--list", few, "--grades", tmp_path / "g")
    assert "forward: 1 person, and 5 handed it in before; is this the whole download?" in done.output
    others = folder(tmp_path / "others", {f"t{n}_forward.py": forward for n in range(5)})
    done = run("batch", "--list", others, "--grades", tmp_path / "g")
    assert "nobody here has handed in anything before; is this the same class?" in done.output


def test_blind_numbers(run: Run, tmp_path: Path, references: Mapping[str, str]) -> None:
    """A number that hides a name is another person in the next assignment; it is never taken for one."""
    for exercise, code in (("forward", 0), ("forward", 0), ("loss", 2)):
        files = {MOODLE.format("Participant", 7, exercise): references[exercise]}
        done = run("batch", folder(tmp_path / exercise, files), "--grades", tmp_path / "g")
        assert done.exit_code == code
    assert [row[:2] for row in rows(tmp_path / "g")] == [("Participant 7", "forward")]


def test_a_roster(run: Run, tmp_path: Path, forward: str) -> None:
    """With a roster a person is one row on every platform, and who handed in nothing has a row."""
    (tmp_path / "roster.csv").write_text(OWN, encoding="utf-8")
    words = ("--roster", tmp_path / "roster.csv", "--grades", tmp_path / "g")
    files = {MOODLE.format("Ada King", 1001, "forward"): forward, MOODLE.format("Eve", 1, "forward"): forward}
    done = run("batch", folder(tmp_path / "moodle", files), *words)
    assert done.exit_code == 2
    assert "is from Eve, who is not in roster.csv" in done.output
    assert [row[:2] for row in rows(tmp_path / "g")] == [("s1", "forward"), ("s2", "forward")]
    files = {"hw1-ada-l/forward.py": forward + "# newer\n", "hw1-bo/forward.py": forward}
    assert run("batch", folder(tmp_path / "github", files), *words).exit_code == 0
    assert [row[:2] for row in rows(tmp_path / "g")] == [("s1", "forward"), ("s2", "forward")]
