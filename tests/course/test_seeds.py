"""A new course draws its inputs from a seed that nobody guesses, and a round can draw them anew."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

from conftest import Run
from handed_in import folder

from grader.course import seeds
from grader.course.course import Course
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
