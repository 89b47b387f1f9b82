"""`grade batch --shard` splits a class among the tasks of an array; `--merge` makes one gradebook of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_runs import files
from conftest import Run
from gradebooks import content
from handed_in import folder

from grader.batch.shards import shard
from grader.course.course import Course
from grader.errors import UsageError
from grader.sandbox.client import Sandbox


def test_a_class_in_three_parts(
    run: Run, small_course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three tasks and a merge give the gradebook that one run gives, and the merge runs no program again."""
    handed = folder(tmp_path / "in", files(10, 0.0))
    assert run("batch", handed, "--grades", tmp_path / "whole", on=small_course).exit_code == 0
    together = tmp_path / "together"
    for number in (1, 2, 3):
        done = run("batch", handed, "--grades", together, "--shard", f"{number}/3", on=small_course)
        assert done.exit_code == 0, done.output
        assert f"part {number} of 3: {4 if number == 1 else 3} submissions" in done.output
    parts = sorted(together.iterdir())
    assert [part.name for part in parts] == [f"shard-{number}-of-3" for number in (1, 2, 3)]
    assert not list(together.rglob("*.html"))
    monkeypatch.setattr(Sandbox, "observe", lambda *_: pytest.fail("a program was run again"))
    done = run("batch", handed, "--grades", together, "--merge", on=small_course)
    assert done.exit_code == 0, done.output
    assert content(together) == content(tmp_path / "whole")
    assert (together / "class.html").is_file()


def test_a_part_that_is_missing(run: Run, small_course: Course, tmp_path: Path) -> None:
    """What a lost task has not observed is observed where the parts are merged: nobody is left out."""
    handed = folder(tmp_path / "in", files(4, 0.0))
    assert run("batch", handed, "--grades", tmp_path / "g", "--shard", "2/2", on=small_course).exit_code == 0
    done = run("batch", handed, "--grades", tmp_path / "g", "--merge", on=small_course)
    assert done.exit_code == 0, done.output
    assert "4 graded" in done.output or "unreadable" in done.output
    assert len(content(tmp_path / "g")[0]) == 4


@pytest.mark.parametrize(
    ("part", "says"), [("nothing", "holds no parts"), ("shard-1-of-2", "there is no gradebook")]
)
def test_merging_nothing(run: Run, small_course: Course, tmp_path: Path, part: str, says: str) -> None:
    """Where there are no parts, or one without a gradebook, that is said and nothing is graded."""
    handed = folder(tmp_path / "in", files(1, 0.0))
    (tmp_path / "g" / part).mkdir(parents=True)
    done = run("batch", handed, "--grades", tmp_path / "g", "--merge", on=small_course)
    assert done.exit_code != 0
    assert says in done.output


@pytest.mark.parametrize("text", ["", "0/3", "4/3", "1", "a/b", "1/0", "-1/3"])
def test_parts_that_are_none(text: str) -> None:
    """A part that cannot be meant is refused with an example."""
    with pytest.raises(UsageError, match="3/16"):
        shard(text)
