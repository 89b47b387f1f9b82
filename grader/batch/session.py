"""One `grade batch`: from the words of the command line to what was handed in, and how it ended."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from grader.batch.arrivals import EARLIER, Arrival, rows
from grader.batch.asked import Asked, heading, say
from grader.course import finding
from grader.course.course import Course
from grader.errors import GraderError, SandboxError, UsageError
from grader.gradebook.paths import Grades, grades_of
from grader.gradebook.records import NOT_GRADED
from grader.gradebook.schema import demand_file, open_for_reading, open_for_writing
from grader.intake.layouts.tree.found import Listing
from grader.keys import keyhead
from grader.keys.keyhead import Torch
from grader.sandbox.client import Sandbox
from grader.sandbox.policy import known_machine
from grader.sandbox.tiers import layers_of
from grader.sandbox.zygotes import Zygotes
from grader.words.catalogue import sentence
from grader.words.strict_json import strict_json

if TYPE_CHECKING:
    from grader.batch.results import Tally


def main(asked: Asked) -> int:
    """Run one batch and return the command's exit code.

    3 where a submission is not graded, 2 where a file may be somebody's work and is left out, or where nobody
    handed anything in.
    """
    tally, found = batch(asked)
    if asked.mode == "json-lines":
        for one in found.left_out:
            print(strict_json({"path": one.name, "state": "left out", "why": one.why, "doubt": one.doubt}))
    if tally.counts[NOT_GRADED] or (asked.path is None and found.left_out):
        return GraderError.exit_code
    somebody = found.handed or any(one.why == sentence(EARLIER) for one in found.left_out)
    return UsageError.exit_code if found.doubts or not somebody else 0


def list_only(asked: Asked) -> int:
    """Print who handed in what and why, run nothing, and return the exit code: 2 where there is a doubt."""
    home = course_of(asked)
    found = looked_at(home, asked, grades_of(home.root, asked.grades).gradebook)
    for row in rows(found.listing):
        say(asked, "  ".join(row))
    for one in found.listing.left_out:
        what = sentence("batch.word.not_graded" if one.doubt else "batch.word.left_out")
        say(asked, f"{what}  {one.name}: {one.why}")
    for line in heading(asked, found):
        say(asked, line)
    return UsageError.exit_code if found.listing.doubts else 0


def looked_at(home: Course, asked: Asked, gradebook: Path) -> Arrival:
    """Return what was handed in without opening the gradebook for writing; there may be none yet.

    Raises:
        GraderError: the download or the gradebook cannot be read.
    """
    if asked.path is not None and not gradebook.is_file():
        return asked.arrival(home, None)
    with closing(open_for_reading(gradebook)) as connection:
        return asked.arrival(home, connection)


def course_of(asked: Asked) -> Course:
    """Return the course whose class is graded.

    Raises:
        UsageError: there is none, it was handed out, or it has no such exercise.
    """
    beside = (asked.path / "any" if asked.path.is_dir() else asked.path,) if asked.path else ()
    home = finding.find(asked.course, Path.cwd(), *beside)
    if home.released:
        raise UsageError(sentence("refused.batch.released", path=home.root))
    if asked.exercise:
        home.demand(asked.exercise)
    return home


def batch(asked: Asked) -> tuple[Tally, Listing]:
    """Grade everything in a folder or zip that is not graded yet, and write what follows from it.

    Raises:
        GraderError: nothing can be graded, or the gradebook cannot be written. What was stored stays.
        KeyboardInterrupt: it was stopped; what was stored stays.
    """
    home = course_of(asked)
    if asked.cluster and (asked.unsafe or asked.container):
        raise UsageError(sentence("refused.batch.cluster"))
    grades = place(home, asked)
    found = downloaded(home, asked, grades.gradebook)
    with Zygotes(asked.jobs or cores()) as zygotes:
        if found is not None and not asked.cluster:
            load_ahead(zygotes, home, asked, found)
        from grader.batch.graded import grade_all  # much to load, beside the libraries over there

        return grade_all(asked, home, grades, found, zygotes)


def downloaded(home: Course, asked: Asked, gradebook: Path) -> Arrival | None:
    """Return what a download holds, None where what the gradebook holds was asked for.

    Nothing is made on the disk for a download that cannot be read.

    Raises:
        GraderError: the download or the gradebook cannot be read.
    """
    if asked.path is None:
        return None
    if not gradebook.is_file():
        return asked.arrival(home, None)
    with closing(open_for_writing(gradebook)) as connection:  # one of an older version is brought up to date
        return asked.arrival(home, connection)


LOADED_AHEAD: Mapping[Torch, str] = {"needed": "torch", "refused": "numpy"}
"""The profile that all programs of an exercise run in; where torch is only allowed, each program tells."""


def load_ahead(zygotes: Zygotes, home: Course, asked: Asked, found: Arrival) -> None:
    """Have the libraries loaded that new hand-ins need; whether they can be is seen when one does.

    Only for the full sandbox: what stands in its place may have to start its servers in another way.
    """
    if asked.demand != "full" or not known_machine():
        return
    new = {one.exercise for one in found.listing.handed if not found.knows(one)}
    headings = [told for id in sorted(new) if (told := keyhead.heading(home.key_path(id)))]
    layers = layers_of(Sandbox(demand=asked.demand).left[0])
    for profile in {LOADED_AHEAD[told.torch]: None for told in headings if told.torch in LOADED_AHEAD}:
        with contextlib.suppress(SandboxError):
            zygotes.zygote(profile, layers)


def place(home: Course, asked: Asked) -> Grades:
    """Return where the gradebook is, or is made; a part of a class has its own.

    Raises:
        StoreError: what it holds was asked for, and there is none.
    """
    grades = grades_of(home.root, asked.grades)
    if asked.path is None:
        demand_file(grades.gradebook)
    return asked.shard.folder(grades) if asked.shard else grades


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
