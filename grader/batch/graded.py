"""Grade a listing into a gradebook, and write everything that is made from it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace

from grader.batch.arrivals import Arrival
from grader.batch.asked import Asked, heading, say
from grader.batch.garbage import collected_between
from grader.batch.outputs import keeper, write_outputs
from grader.batch.pool import Pool
from grader.batch.progress import show_for
from grader.batch.ready import Exercises, Ready, all_ready, draw_anew, note_seed, own_ready
from grader.batch.results import Tally
from grader.batch.run import Observer, Run
from grader.batch.shards import merge
from grader.batch.summary import faults, left_out, summary
from grader.course.course import Course
from grader.gradebook.gradebook import Gradebook
from grader.gradebook.packing import this_runtime
from grader.gradebook.paths import Grades, write
from grader.gradebook.records import Attempt
from grader.grading.verdict import Report
from grader.inside.observation import Limits
from grader.intake.entry import Refused
from grader.intake.layouts.tree.found import Listing
from grader.sandbox.client import Sandbox
from grader.sandbox.zygotes import Zygotes
from grader.student.session import UNSAFE, limits
from grader.words.plain import as_line


def grade_all(
    asked: Asked, home: Course, grades: Grades, found: Arrival | None, zygotes: Zygotes
) -> tuple[Tally, Listing]:
    """Grade what was handed in, or what the gradebook holds, and say what came of it.

    Raises:
        GraderError: nothing can be graded, or the gradebook cannot be written. What was stored stays.
    """
    with Gradebook(grades.gradebook) as book, observer_for(asked, home.seconds, zygotes) as observer:
        if asked.merge:
            say(asked, f"{merge(book, grades)} observations taken over")
        seen = found or asked.arrival(home, book.connection)
        for line in heading(asked, seen):
            say(asked, line)
        prepare(book, seen)
        tally, listing = graded(asked, home, seen, book, grades, observer)
    for line in summary(listing, tally, grades, bool(asked.shard)):
        say(asked, line)
    if asked.mode == "quiet":
        for line in faults(tally, grades):
            print(as_line(line, sys.stderr.encoding), file=sys.stderr)
    return tally, listing


def observer_for(asked: Asked, total: float, zygotes: Zygotes) -> Pool:
    """Return what watches the programs: sandboxes of this machine, or those of a cluster."""
    if asked.cluster:
        from grader.batch.cluster import ClusterPool

        return ClusterPool(asked.cluster, limits(asked.timeout), total)
    if asked.unsafe:
        print(UNSAFE, file=sys.stderr)

    def make(most: Limits, shared: Zygotes) -> Sandbox:
        return Sandbox(most, demand=asked.demand, total=total, zygotes=shared)

    return Pool(zygotes, limits(asked.timeout), make)


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
        with show, collected_between():
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
        write_outputs(book.connection, grades, Exercises(home, dict(exercises), dict(run.own)))
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
