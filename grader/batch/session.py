"""One `grade batch`: from the words of the command line to a gradebook and everything made from it."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from grader.batch.arrivals import EARLIER, Arrival, Wanted, arrival, rows
from grader.batch.outputs import keeper, write_outputs
from grader.batch.pool import Pool
from grader.batch.progress import show_for
from grader.batch.ready import Ready, all_ready, draw_anew, note_seed, own_ready
from grader.batch.results import Tally
from grader.batch.run import Observer, Run
from grader.batch.shards import Shard, merge
from grader.batch.stored import stored
from grader.batch.summary import faults, left_out, shown, summary
from grader.course import finding
from grader.course.course import Course
from grader.errors import GraderError, UsageError
from grader.gradebook.gradebook import Gradebook
from grader.gradebook.packing import this_runtime
from grader.gradebook.paths import Grades, grades_of, write
from grader.gradebook.policy import policy_of
from grader.gradebook.records import NOT_GRADED, Attempt
from grader.gradebook.schema import demand_file, open_for_reading
from grader.grading.verdict import Report
from grader.inside.observation import Limits
from grader.intake.entry import Refused
from grader.intake.layouts.found import Listing
from grader.sandbox.client import Demand, Sandbox
from grader.sandbox.zygotes import Zygotes
from grader.student.session import UNSAFE, limits


@dataclass(frozen=True)
class Asked:
    """What an instructor asked for. ``mode`` is "", "quiet" or "json-lines"; ``cluster`` a scheduler.

    Without a ``path`` it is what the gradebook holds. ``shard`` is a part of it; ``merge`` puts the
    parts together.
    """

    path: Path | None
    exercise: str = ""
    layout: str = ""
    course: Path | None = None
    grades: Path | None = None
    jobs: int = 0
    timeout: float | None = None
    mode: str = ""
    cluster: str = ""
    unsafe: bool = False
    container: bool = False
    roster: Path | None = None
    fresh: bool = False
    shard: Shard | None = None
    merge: bool = False

    def arrival(self, home: Course, connection: sqlite3.Connection | None) -> Arrival:
        """Return what was handed in: the part of the download, or of the gradebook, that was asked for."""
        if self.path is not None:
            wanted = Wanted(self.path, self.exercise, self.layout, self.roster)
            found = arrival(home, wanted, connection)
        else:
            assert connection is not None
            policy = policy_of(home.settings, home.root / "course.toml", home.order)
            found = Arrival(stored(connection, self.exercise, policy.attempts), None, policy, ())
        return replace(found, listing=self.shard.of(found.listing)) if self.shard else found


def main(asked: Asked) -> int:
    """Run one batch and return the command's exit code.

    3 where a submission is not graded, 2 where a file may be somebody's work and is left out, or where nobody
    handed anything in.
    """
    tally, found = batch(asked)
    if asked.mode == "json-lines":
        for one in found.left_out:
            print(json.dumps({"path": one.name, "state": "left out", "why": one.why, "doubt": one.doubt}))
    if tally.counts[NOT_GRADED] or (asked.path is None and found.left_out):
        return GraderError.exit_code
    somebody = found.handed or any(one.why == EARLIER for one in found.left_out)
    return UsageError.exit_code if found.doubts or not somebody else 0


def list_only(asked: Asked) -> int:
    """Print who handed in what and why, run nothing, and return the exit code: 2 where there is a doubt."""
    home = course_of(asked)
    found = looked_at(home, asked, grades_of(home.root, asked.grades).gradebook)
    for row in rows(found.listing):
        say(asked, "  ".join(row))
    for one in found.listing.left_out:
        say(asked, f"{'not graded' if one.doubt else 'left out'}  {one.name}: {one.why}")
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


def heading(asked: Asked, found: Arrival) -> Iterator[str]:
    """Yield what a download is, and what about it may be a mistake."""
    part = f", part {asked.shard.number} of {asked.shard.many}" if asked.shard else ""
    many, layout = len(found.listing.handed), found.listing.layout
    yield f"{asked.path or 'the gradebook'}{part}: {many} submissions (layout: {layout})"
    yield from (f"Look here: {line}" for line in found.warnings)


def course_of(asked: Asked) -> Course:
    """Return the course whose class is graded.

    Raises:
        UsageError: there is none, it was handed out, or it has no such exercise.
    """
    beside = (asked.path / "any" if asked.path.is_dir() else asked.path,) if asked.path else ()
    home = finding.find(asked.course, Path.cwd(), *beside)
    if home.released:
        raise UsageError(f"{home.root}: was handed out and has no hidden checks; grade in your own course")
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
        raise UsageError(
            "a cluster's workers never watch without the sandbox; "
            "leave out --allow-unsafe and --trust-container"
        )
    grades = place(home, asked)
    # Nothing is made on the disk for a download that cannot be read.
    seen = None if grades.gradebook.is_file() else asked.arrival(home, None)
    with Gradebook(grades.gradebook) as book, observer_for(asked, home.seconds) as observer:
        if asked.merge:
            say(asked, f"{merge(book, grades)} observations taken over")
        seen = seen or asked.arrival(home, book.connection)
        for line in heading(asked, seen):
            say(asked, line)
        prepare(book, seen)
        tally, found = graded(asked, home, seen, book, grades, observer)
    for line in summary(found, tally, grades, bool(asked.shard)):
        say(asked, line)
    if asked.mode == "quiet":
        for line in faults(tally, grades):
            print(shown(line, sys.stderr.encoding), file=sys.stderr)
    return tally, found


def place(home: Course, asked: Asked) -> Grades:
    """Return where the gradebook is, or is made; a part of a class has its own.

    Raises:
        StoreError: what it holds was asked for, and there is none.
    """
    grades = grades_of(home.root, asked.grades)
    if asked.path is None:
        demand_file(grades.gradebook)
    return asked.shard.folder(grades) if asked.shard else grades


def observer_for(asked: Asked, total: float) -> Pool:
    """Return what watches the programs: sandboxes of this machine, or those of a cluster."""
    if asked.cluster:
        from grader.batch.cluster import ClusterPool

        return ClusterPool(asked.cluster, limits(asked.timeout), total)
    if asked.unsafe:
        print(UNSAFE, file=sys.stderr)
    demand: Demand = "unsafe" if asked.unsafe else "container" if asked.container else "full"

    def make(most: Limits, zygotes: Zygotes) -> Sandbox:
        return Sandbox(most, demand=demand, total=total, zygotes=zygotes)

    return Pool(asked.jobs or cores(), limits(asked.timeout), make)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prepare(book: Gradebook, seen: Arrival) -> None:
    """Have the gradebook know the class and which attempt counts, before anything is graded."""
    book.policy = seen.policy.attempts
    book.recount_all()
    if seen.roster is not None:
        book.enlist([(one.id, one.name, one.email, one.section) for one in seen.roster.people])


def graded(
    asked: Asked, home: Course, seen: Arrival, book: Gradebook, grades: Grades, observer: Observer
) -> tuple[Tally, Listing]:
    """Grade a listing into a gradebook, then write everything that is made from it, if it is a whole one."""
    found = seen.listing
    ids = sorted({one.exercise for one in found.handed})
    if asked.fresh:
        draw_anew(home, ids, grades.root / "seeds.txt")
    note_seed(home, grades.root / "seeds.txt")
    exercises = all_ready(home, ids)
    if asked.path is None:
        found = without_broken(found, exercises)
    runtime = this_runtime(observer.limits, asked.unsafe, asked.container, home.seconds)
    show = show_for(asked.mode, len(found.handed))
    tally = Tally(len(found.handed), show, show.in_order)
    keep = not_kept if asked.shard else keeper(book.connection, home, grades, book.policy)
    run = Run(book, observer, exercises, tally, keep)
    run.layout = found.layout
    run.own = own_ready(home, ((one.exercise, one.student) for one in found.handed))
    run.runtime = book.runtime(runtime)
    run.number = book.start("batch", str(asked.path or ""), found.layout, runtime.versions)
    try:
        with show:
            run.grade(found.handed)
    except KeyboardInterrupt:
        print(
            f"grade: stopped after {tally.done} of {tally.total}; what is graded is kept. "
            "Run the same command to continue.",
            file=sys.stderr,
        )
        raise
    book.end(run.number)
    if asked.path is not None:
        write(grades.left_out, left_out(found))
    if not asked.shard:
        keys = {id: one.key for id, one in exercises.items() if isinstance(one, Ready)}
        write_outputs(book.connection, home, grades, keys)
    return tally, found


def not_kept(attempt: Attempt, report: Report) -> None:
    """Write no report: that is done where the parts are merged."""


def without_broken(found: Listing, exercises: Mapping[str, Ready | str]) -> Listing:
    """Leave out what answers an exercise whose page is broken; each is named once, and its grades stay."""
    left = tuple(
        Refused(id, f"stays as it is: {fault}", doubt=True)
        for id, fault in exercises.items()
        if isinstance(fault, str)
    )
    kept = tuple(one for one in found.handed if isinstance(exercises[one.exercise], Ready))
    return replace(found, handed=kept, left_out=left)


def say(asked: Asked, line: str) -> None:
    """Print a line for people, where there are any: scripts read the other stream."""
    if asked.mode == "":
        print(shown(line, sys.stdout.encoding))
