"""Reports go back under the names that the platform knows, and a list says whose is whose."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from conftest import Run, copy
from downloads import FORWARD
from handed_in import zipped

from grader.course.course import Course

DOWNLOADS = {
    "canvas": (
        {"kingada_101_9001_forward.py": FORWARD, "libo_LATE_102_9002_forward.py": FORWARD + "# bo\n"},
        {"kingada_101_9001_forward.html", "libo_LATE_102_9002_forward.html"},
    ),
    "moodle": (
        {
            "Ada King_7_assignsubmission_file_/forward.py": FORWARD,
            "Zoë Li_8_assignsubmission_file_/forward.py": FORWARD + "# zoe\n",
        },
        {
            "Ada King_7_assignsubmission_file_/forward.html",
            "Zoë Li_8_assignsubmission_file_/forward.html",
        },
    ),
}


@pytest.mark.parametrize("platform", DOWNLOADS)
def test_reports_go_back(run: Run, tmp_path: Path, small_course: Course, platform: str) -> None:
    """Each report bears the name of the file that was handed in, and is that file's report."""
    files, expected = DOWNLOADS[platform]
    download = zipped(tmp_path / "in.zip", files)
    grades = ("--grades", tmp_path / "g")
    run("batch", download, *grades, on=small_course)
    out = tmp_path / "back.zip"
    done = run("export", "--feedback-zip", out, "--for", platform, download, *grades, on=small_course)
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(out) as archive:
        assert set(archive.namelist()) == expected
        for name in expected:
            handed_in = name.removesuffix(".html") + ".py"
            assert handed_in in archive.read(name).decode()
    # Canvas finds the person by the first number in a name, Moodle by what stands before the second mark.
    numbers = {re.split("_", name)[1] if platform == "moodle" else "" for name in expected}
    assert numbers in ({""}, {"7", "8"})


def test_an_archive_of_canvas_that_was_unpacked(run: Run, tmp_path: Path, small_course: Course) -> None:
    """The report bears the archive's name, in which Canvas's numbers are."""
    download = zipped(tmp_path / "in.zip", {"kingada_101_9001_v1.0/forward.py": FORWARD})
    grades = ("--grades", tmp_path / "g")
    run("batch", download, *grades, on=small_course)
    out = tmp_path / "back.zip"
    run("export", "--feedback-zip", out, "--for", "canvas", download, *grades, on=small_course)
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["kingada_101_9001_v1.0.html"]


def test_a_file_for_two_exercises(run: Run, tmp_path: Path, course: Course) -> None:
    """Of a file that answers two exercises both reports go back, under names that Canvas knows."""
    two = copy(course.root, tmp_path / "two", ["forward", "loss"])
    both = two.stub("forward").read_text() + two.stub("loss").read_text()
    download = zipped(tmp_path / "in.zip", {"kingada_101_9001_homework.py": both})
    grades = ("--grades", tmp_path / "g")
    run("batch", download, *grades, on=two)
    out = tmp_path / "back.zip"
    run("export", "--feedback-zip", out, "--for", "canvas", download, *grades, on=two)
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
    assert names == ["kingada_101_9001_homework.html", "kingada_101_9001_homework_loss.html"]


def test_the_wrong_platform(run: Run, tmp_path: Path, small_course: Course) -> None:
    """A download of another platform is refused, and so is one that nobody has graded."""
    files, _ = DOWNLOADS["canvas"]
    download = zipped(tmp_path / "in.zip", files)
    words = ("export", "--feedback-zip", tmp_path / "back.zip", "--grades", tmp_path / "g")
    done = run(*words, "--for", "moodle", download, on=small_course)
    assert (done.exit_code, "is a download of canvas" in done.output) == (2, True)
    done = run(*words, "--for", "canvas", download, on=small_course)
    assert (done.exit_code, "grade it first" in done.output) == (2, True)
    done = run(*words, on=small_course)
    assert (done.exit_code, "name platform and download" in done.output) == (2, True)


def test_whose_is_whose(run: Run, tmp_path: Path, small_course: Course) -> None:
    """The list names everybody, opens in spreadsheets, and links the reports; a change by hand is in them."""
    files, _ = DOWNLOADS["moodle"]
    grades = ("--grades", tmp_path / "g")
    run("batch", zipped(tmp_path / "in.zip", files), *grades, on=small_course)
    run("mark", "Ada King", "forward", "+1", "--why", "a <fine> plot", *grades, on=small_course)
    feedback = tmp_path / "g" / "feedback"
    data = (feedback / "feedback.csv").read_bytes()
    assert data.startswith("\ufeff".encode())
    rows = data.decode("utf-8-sig").splitlines()
    assert [row.split(",")[1] for row in rows] == ["name", "Ada King", "Zoë Li"]
    page = (feedback / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', page)
    assert len(links) == 2
    assert "+1 points. a &lt;fine&gt; plot" in (feedback / links[0]).read_text(encoding="utf-8")
    assert "Changed by hand" not in (feedback / links[1]).read_text(encoding="utf-8")
