"""One `grade batch`: from the words of the command line to a gradebook and everything made from it."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.batch.arrivals import EARLIER, Arrival, Wanted, arrival, rows, seen_by_reading
from grader.batch.outputs import keeper, write_outputs
from grader.batch.pool import Pool
from grader.batch.progress import show_for
from grader.batch.ready import Ready, all_ready, draw_anew
from grader.batch.results import SETTLED, Result, Tally
from grader.batch.run import Observer, Run
from grader.course import course
from grader.course.course import Course
from grader.errors import GraderError, UsageError
from grader.gradebook.gradebook import Gradebook
from grader.gradebook.packing import this_runtime
from grader.gradebook.paths import Grades, grades_of, write
from grader.gradebook.records import GRADED, NOT_GRADED, UNREADABLE
from grader.intake.layouts.found import Listing
from grader.sandbox.client import Demand, Sandbox
from grader.student.session import UNSAFE, limits
from grader.words.plain import encodable, harmless

TOLD_AT_MOST = 20
"""Lines of a kind that the summary prints; left-out.txt and the gradebook hold them all."""


@dataclass(frozen=True)
class Asked:
    """What an instructor asked for. ``mode`` is "", "quiet" or "json-lines"; ``cluster`` a scheduler."""

    path: Path
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

    @property
    def wanted(self) -> Wanted:
        """The download, and how it is to be read."""
        return Wanted(self.path, self.exercise, self.layout, self.roster)


def main(asked: Asked) -> int:
    """Run one batch and return the command's exit code.

    3 where a submission is not graded, 2 where a file may be somebody's work and is left out, or where nobody
    handed anything in.
    """
    tally, found = batch(asked)
    if asked.mode == "json-lines":
        for one in found.left_out:
            print(json.dumps({"path": one.name, "state": "left out", "why": one.why, "doubt": one.doubt}))
    if tally.counts[NOT_GRADED]:
        return GraderError.exit_code
    somebody = found.handed or any(one.why == EARLIER for one in found.left_out)
    return UsageError.exit_code if found.doubts or not somebody else 0


def list_only(asked: Asked) -> int:
    """Print who handed in what and why, run nothing, and return the exit code: 2 where there is a doubt."""
    home = course_of(asked)
    found = seen_by_reading(home, asked.wanted, grades_of(home.root, asked.grades).gradebook)
    for row in rows(found.listing):
        say(asked, "  ".join(row))
    for one in found.listing.left_out:
        say(asked, f"{'not graded' if one.doubt else 'left out'}  {one.name}: {one.why}")
    for line in heading(asked, found):
        say(asked, line)
    return UsageError.exit_code if found.listing.doubts else 0


def heading(asked: Asked, found: Arrival) -> Iterator[str]:
    """Yield what a download is, and what about it may be a mistake."""
    yield f"{asked.path}: {len(found.listing.handed)} submissions (layout: {found.listing.layout})"
    yield from (f"Look here: {line}" for line in found.warnings)


def course_of(asked: Asked) -> Course:
    """Return the course whose class is graded.

    Raises:
        UsageError: there is none, it was handed out, or it has no such exercise.
    """
    home = course.find(asked.course, Path.cwd(), asked.path / "any" if asked.path.is_dir() else asked.path)
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
    grades = grades_of(home.root, asked.grades)
    # Nothing is made on the disk for a download that cannot be read.
    seen = None if grades.gradebook.is_file() else arrival(home, asked.wanted, None)
    with Gradebook(grades.gradebook) as book, observer_for(asked, home.seconds) as observer:
        seen = seen or arrival(home, asked.wanted, book.connection)
        for line in heading(asked, seen):
            say(asked, line)
        prepare(book, seen)
        found = seen.listing
        tally = graded(asked, home, seen, book, grades, observer)
    for line in summary(found, tally, grades):
        say(asked, line)
    if asked.mode == "quiet":
        for line in faults(tally, grades):
            print(shown(line, sys.stderr.encoding), file=sys.stderr)
    return tally, found


def observer_for(asked: Asked, total: float) -> Pool:
    """Return what watches the programs: sandboxes of this machine, or those of a cluster."""
    if asked.cluster:
        from grader.batch.cluster import ClusterPool

        return ClusterPool(asked.cluster, limits(asked.timeout))
    if asked.unsafe:
        print(UNSAFE, file=sys.stderr)
    demand: Demand = "unsafe" if asked.unsafe else "container" if asked.container else "full"
    return Pool(
        asked.jobs or cores(), limits(asked.timeout), lambda most: Sandbox(most, demand=demand, total=total)
    )


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
) -> Tally:
    """Grade a listing into a gradebook, then write everything that is made from it."""
    found = seen.listing
    ids = sorted({one.exercise for one in found.handed})
    if asked.fresh:
        draw_anew(home, ids, grades.root / "seeds.txt")
    exercises = all_ready(home, ids)
    runtime = this_runtime(
        observer.limits, asked.unsafe, asked.container, 0 if asked.cluster else home.seconds
    )
    show = show_for(asked.mode, len(found.handed))
    tally = Tally(len(found.handed), show, show.in_order)
    run = Run(book, observer, exercises, tally, keeper(book.connection, home, grades, book.policy))
    run.layout = found.layout
    run.runtime = book.runtime(runtime)
    run.number = book.start("batch", str(asked.path), found.layout, runtime.versions)
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
    write(grades.left_out, left_out(found))
    keys = {id: one.key for id, one in exercises.items() if isinstance(one, Ready)}
    write_outputs(book.connection, home, grades, keys)
    return tally


def left_out(found: Listing) -> str:
    """Return the files that were not graded, a line each."""
    return "".join(f"{harmless(one.name, lines=False)}: {one.why}\n" for one in found.left_out)


def say(asked: Asked, line: str) -> None:
    """Print a line for people, where there are any: scripts read the other stream."""
    if asked.mode == "":
        print(shown(line, sys.stdout.encoding))


def shown(line: str, encoding: str) -> str:
    """Return a line in which no file's name commands the terminal."""
    return encodable(harmless(line, lines=False), encoding)


def summary(found: Listing, tally: Tally, grades: Grades) -> Iterator[str]:
    """Yield what a run came to, and everything that needs a look."""
    counts = tally.counts
    words = [f"{counts[GRADED]} graded"]
    words += [f"{counts[state]} {state}" for state in (SETTLED, UNREADABLE, NOT_GRADED) if counts[state]]
    yield ", ".join(words) + f", {len(found.left_out)} files left out"
    yield from faults(tally, grades)
    by_reason = Counter(one.why for one in found.left_out)
    ordered = sorted(found.left_out, key=lambda one: (by_reason[one.why], one.name))
    yield from told("Left out", [f"{one.name}: {one.why}" for one in ordered], str(grades.left_out))
    yield f"gradebook: {grades.gradebook}"
    yield f"table:     {grades.table}"
    yield f"feedback:  {grades.root / 'feedback'}"
    yield f"class:     {grades.page}"


def faults(tally: Tally, grades: Grades) -> Iterator[str]:
    """Yield what could not be read or graded, and why."""
    for state, title in ((UNREADABLE, "Unreadable (no points)"), (NOT_GRADED, "Not graded (run again)")):
        lines = [reason(one) for one in tally.told if one.state == state]
        yield from told(title, lines, str(grades.table))


def reason(one: Result) -> str:
    """Return a file's name and what stood in the way, which may begin with it."""
    name = one.handed.entry.path
    return one.grade.why if one.grade.why.startswith(name) else f"{name}: {one.grade.why}"


def told(title: str, lines: list[str], where: str) -> Iterator[str]:
    """Yield a heading with some lines under it, and where the rest stands."""
    if lines:
        yield f"{title}:"
        yield from (f"  {line}" for line in lines[:TOLD_AT_MOST])
    if len(lines) > TOLD_AT_MOST:
        yield f"  and {len(lines) - TOLD_AT_MOST} more, in {where}"
