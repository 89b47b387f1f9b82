"""A new course draws its inputs from a seed that nobody guesses, and a round can draw them anew."""

from __future__ import annotations

import os
import shutil
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import Run
from handed_in import folder

from grader.course import seeds
from grader.course.course import Course
from grader.course.student_keys import seed_of
from grader.errors import UsageError
from grader.keys import keyhead


def test_fresh_seeds():
    """They have up to 128 bits, and no two are alike."""
    drawn = {seeds.fresh() for _ in range(100)}
    assert len(drawn) == 100
    assert 2**120 < max(drawn) < 2**128


def test_a_course_keeps_its_seed(tmp_path: Path):
    """It is planted once, for its owner only, and counts until an exercise has a key of its own."""
    new = Course(tmp_path)
    assert seeds.of(new, "any") == 0
    seeds.plant(new)
    planted = seeds.of(new, "any")
    seeds.plant(new)
    assert seeds.of(new, "any") == planted > 2**64
    assert stat.S_IMODE((tmp_path / ".grade" / "seed").stat().st_mode) == 0o600
    (tmp_path / ".grade" / "seed").write_text("no number")
    assert seeds.of(new, "any") == 0


@pytest.mark.parametrize("damaged", ["", "no number", "0"])
def test_a_damaged_seed_is_no_secret(tmp_path: Path, damaged: str):
    """Nobody's numbers are drawn from a seed that anybody knows; the remedy is named, the file stays."""
    (tmp_path / ".grade").mkdir()
    path = tmp_path / ".grade" / "seed"
    path.write_text(damaged)
    with pytest.raises(UsageError, match="holds no seed; write into it the number"):
        seed_of(Course(tmp_path), "any", "ada")
    assert path.read_text() == damaged


def test_two_that_plant_at_once_have_one_seed(tmp_path: Path):
    """Whoever comes second finds the first one's seed whole, and nothing else is left behind."""
    new = Course(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: seeds.secret(new), range(32)))
    assert len(found) == 1
    assert [path.name for path in (tmp_path / ".grade").iterdir()] == ["seed"]


def test_a_file_system_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A memory stick takes a seed too."""

    def link(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", link)
    assert seeds.secret(Course(tmp_path)) == seeds.secret(Course(tmp_path)) > 2**64


def test_a_key_has_its_own_seed(small_course: Course):
    """Where there is a key, the seed with which it was drawn stays."""
    seeds.plant(small_course)
    assert seeds.of(small_course, "forward") == keyhead.seed(small_course.key_path("forward")) == 0


def test_a_fresh_round(small_course: Course, run: Run, tmp_path: Path):
    """`grade batch --fresh` draws other inputs, keeps their seed beside the gradebook, and grades by them."""
    small_course.stub("forward").unlink()
    right = "def forward(x, w): return w * x\n\n\ndef forward_with_bias(x, w, b): return w * x + b\n"
    handed = folder(tmp_path / "in", {"ann_forward.py": right})
    shutil.copy(small_course.root / "solutions" / "forward.py", tmp_path)
    done = run("batch", handed, "--grades", tmp_path / "g", "--fresh", on=small_course)
    assert done.exit_code == 0, done.output
    drawn = keyhead.seed(small_course.key_path("forward"))
    assert drawn > 2**64
    record = tmp_path / "g" / "seeds.txt"
    assert record.read_text() == f"forward {drawn}\n"
    assert stat.S_IMODE(record.stat().st_mode) == 0o600
