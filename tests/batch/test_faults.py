"""Whatever happens to a run, nothing graded is lost, and the next run ends as if nothing had happened."""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_runs import files, finish, start
from gradebooks import content, saved
from handed_in import folder
from samples import NIGHTLY

from grader.course.course import Course
from grader.gradebook import schema

KILLS = 50 if NIGHTLY else 6
"""How often runs are killed: at the start of one, while it grades, and when little is left."""

MANY = 120 if NIGHTLY else 40
"""How many people are in the class."""


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a class."""
    return folder(tmp_path_factory.mktemp("class") / "in", files(MANY))


@pytest.fixture(scope="module")
def undisturbed(course: Course, handed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Grade the class in one run without any disturbance."""
    grades = tmp_path_factory.mktemp("undisturbed") / "g"
    code, said = finish(start(course, handed, grades))
    assert code == 0, said
    return grades


def same(one: Path, other: Path) -> None:
    """Hold two folders of grades against each other: gradebook, table and reports."""
    assert content(one) == content(other)
    assert (one / "gradebook.csv").read_text() == (other / "gradebook.csv").read_text()
    reports = [sorted(path.relative_to(root) for path in root.rglob("*.html")) for root in (one, other)]
    assert reports[0] == reports[1]
    connection = schema.open_for_reading(one / "gradebook.db")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.slow
def test_kill_at_any_moment(course: Course, handed: Path, undisturbed: Path, tmp_path: Path) -> None:
    """Killed with -9 at random moments and run again, a batch ends as the undisturbed one."""
    draw, kills, round_, finished = random.Random(4), 0, 0, 0
    while kills < KILLS or finished == 0:
        grades, before = tmp_path / f"g{round_}", 0
        round_ += 1
        while True:
            running = start(course, handed, grades)
            if kills < KILLS:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    running.wait(draw.uniform(0.2, 1.6))
            code = running.poll()
            if code is None and kills < KILLS:
                running.kill()
                kills += 1
                running.communicate()
                after = saved(grades)
                assert after >= before
                before = after
                continue
            code, said = finish(running)
            assert code == 0, said
            break
        same(grades, undisturbed)
        finished += 1
    assert kills == KILLS


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_no_space_left(course: Course, handed: Path, undisturbed: Path, tmp_path: Path, share: float) -> None:
    """Where files cannot grow, the run says so and ends; with space again, the next run ends as ever."""
    most = int(share * (undisturbed / "gradebook.db").stat().st_size)
    code, said = finish(start(course, handed, tmp_path / "g", most=most))
    assert code == 3, said
    assert "run the same command again" in said
    assert "Traceback" not in said
    kept = saved(tmp_path / "g")
    code, said = finish(start(course, handed, tmp_path / "g"))
    assert code == 0, said
    assert f"{kept} unchanged" in said or kept == 0
    same(tmp_path / "g", undisturbed)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 600 KB, where that is allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    words = [str(mount), "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(place)]
    if mount is None or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("needs the right to mount a small disk")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.slow
def test_a_full_disk(course: Course, handed: Path, undisturbed: Path, disk: Path, tmp_path: Path) -> None:
    """On a disk that fills up the run says so; what was graded is whole, and goes on elsewhere."""
    code, said = finish(start(course, handed, disk / "g"))
    assert code == 3, said
    assert "space" in said
    assert "Traceback" not in said
    assert 0 < saved(disk / "g") < MANY
    shutil.copytree(disk / "g", tmp_path / "g")
    assert finish(start(course, handed, tmp_path / "g"))[0] == 0
    same(tmp_path / "g", undisturbed)


@pytest.mark.slow
def test_a_read_only_disk(course: Course, handed: Path, undisturbed: Path, disk: Path) -> None:
    """In a folder that cannot be written a batch says so; what is in it can be looked at all the same."""
    subprocess.run(["mount", "-o", "remount,size=20m", str(disk)], check=True)
    shutil.copytree(undisturbed, disk / "g")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    try:
        code, said = finish(start(course, handed, disk / "g"))
        assert code == 3, said
        assert "name another with --grades" in said
        code, said = finish(start(course, handed, disk / "new"))
        assert code == 3, said
        assert "cannot be written" in said
        assert len(content(disk / "g")[0]) == MANY
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


def test_a_file_that_changes_while_it_is_read(course: Course, tmp_path: Path) -> None:
    """A file that is always being rewritten is graded whole or not at all; at rest, it is graded."""
    handed = folder(tmp_path / "in", files(3))
    busy = handed / "s000_forward.py"
    text = busy.read_text()
    writer = subprocess.Popen(
        [sys.executable, "-c", f"while True: open({str(busy)!r}, 'r+').write({text + '#' * 9999!r})"]
    )
    try:
        time.sleep(0.3)
        code, said = finish(start(course, handed, tmp_path / "g"))
    finally:
        writer.kill()
        writer.wait()
    states = {one.student: grade.state for one, grade, _ in content(tmp_path / "g")[0]}
    assert states["s001"] == states["s002"] == "graded"
    if states["s000"] == "not graded":
        assert code == 3
        assert "is being changed while it is read" in said
    busy.write_text(text)
    assert finish(start(course, handed, tmp_path / "g"))[0] == 0
    assert {grade.state for _, grade, _ in content(tmp_path / "g")[0]} == {"graded"}
