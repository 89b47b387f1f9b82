"""Judge everything in a gradebook again after a page has changed, without running any student's code."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from grader.batch.again import Missing, again
from grader.batch.outputs import keeper, write_outputs
from grader.batch.ready import Exercises, Ready, all_ready, demand_seed, note_seed, own_ready
from grader.course import finding
from grader.course.course import Course
from grader.gradebook.gradebook import Gradebook
from grader.gradebook.packing import this_runtime
from grader.gradebook.paths import Grades, grades_of
from grader.gradebook.reading import Standing, exercises, standings
from grader.gradebook.records import GRADED, Grade
from grader.gradebook.schema import open_for_reading
from grader.grading.verdict import Report
from grader.words.plain import as_line, many, points


@dataclass(frozen=True)
class Asked:
    """What an instructor asked for: which exercises (all where none is named) and where."""

    exercises: tuple[str, ...] = ()
    course: Path | None = None
    grades: Path | None = None
    dry_run: bool = False


@dataclass(frozen=True)
class Changed:
    """A submission judged again: what counted, what would count, by which key, and the report on it."""

    before: Standing
    after: Grade
    key: str
    report: Report

    @property
    def differs(self) -> bool:
        """Whether a student would notice: points, a check's result or a mistake's name."""
        return self.before.grade != self.after


@dataclass
class Plan:
    """What judging again comes to, before anything is written."""

    exercises: Exercises
    judged: list[Changed] = field(default_factory=list)
    current: int = 0
    waiting: Counter[tuple[str, tuple[str, ...]]] = field(default_factory=Counter)
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def changes(self) -> list[Changed]:
        """Those that a student would notice."""
        return [one for one in self.judged if one.differs]


def plan(home: Course, connection: sqlite3.Connection, ids: Sequence[str]) -> Plan:
    """Judge every stored submission by the keys as they are now; write nothing.

    The programs of a page that has changed are observed anew for its key. Students' programs are not run.
    """
    made = Plan(Exercises(home))
    wanted = [id for id in exercises(connection) if not ids or id in ids]
    made.exercises.known |= all_ready(home, wanted)
    for id, found in dict(made.exercises.known).items():
        if isinstance(found, str):
            made.faults[id] = found
            continue
        stored = list(standings(connection, exercise=id))
        made.exercises.own |= own_ready(home, ((id, one.attempt.student) for one in stored))
        for one in stored:
            ready = made.exercises.own.get((id, one.attempt.student), found)
            if isinstance(ready, str):
                made.faults[id] = ready
            else:
                judge(connection, one, ready, made)
    return made


def judge(connection: sqlite3.Connection, one: Standing, ready: Ready, made: Plan) -> None:
    """Judge one stored submission again, where its key is another one now."""
    if one.grade.state != GRADED or one.key == ready.digest:
        made.current += one.grade.state == GRADED
        return
    found = again(connection, one, ready)
    if isinstance(found, Missing):
        made.waiting[one.attempt.exercise, found.checks] += 1
    else:
        made.judged.append(Changed(one, found[1], ready.digest, found[0]))


def told(made: Plan) -> Iterator[str]:
    """Yield what would change, a line each."""
    for one in made.changes:
        yield change(one)
    for id, fault in made.faults.items():
        yield f"{id}: stays as it is: {fault}"
    for (id, checks), count in made.waiting.items():
        names, waiting = ", ".join(checks) or "its loading", many(count, "submission")
        yield f"{id}: {waiting} waiting for `grade batch --stored`: nothing is kept of: {names}"
    same = len(made.judged) - len(made.changes)
    yield f"{many(len(made.changes), 'change')}, {same} judged anew and the same, {made.current} current"


def change(one: Changed) -> str:
    """Say what changes for one student."""
    before, after = one.before.grade, one.after
    scores = [f"{points(grade.score)} / {points(grade.max_score)}" for grade in (before, after)]
    words = [" -> ".join(dict.fromkeys(scores))]
    words += checks(before, after)
    names = [", ".join(found.title for found in grade.diagnoses) or "none" for grade in (before, after)]
    if names[0] != names[1]:
        words.append(f"mistake {names[0]} -> {names[1]}")
    return as_line(f"{one.before.attempt.student}  {one.before.attempt.exercise}  {'; '.join(words)}")


def checks(before: Grade, after: Grade) -> Iterator[str]:
    """Yield the checks whose result changes, comes or goes."""
    old = {mark.id: mark for mark in before.marks}
    new = {mark.id: mark for mark in after.marks}
    for id in dict.fromkeys([*old, *new]):
        was, is_ = (marks[id].status if id in marks else "none" for marks in (old, new))
        if was != is_:
            yield f"{(new.get(id) or old[id]).title}: {was} -> {is_}"


def regrade(asked: Asked, confirm: Callable[[], bool]) -> Plan:
    """Show what would change, then write it where that is confirmed; to look, a read-only folder will do.

    Raises:
        GraderError: the gradebook cannot be used.
    """
    home = finding.find(asked.course, Path.cwd())
    grades = grades_of(home.root, asked.grades)
    for id in asked.exercises:
        home.demand(id)
    demand_seed(home, grades.root / "seeds.txt")
    if asked.dry_run:
        with closing(open_for_reading(grades.gradebook)) as connection:
            made = plan(home, connection, asked.exercises)
        for line in told(made):
            print(line)
        if made.judged:
            print("nothing was written")
        return made
    with Gradebook.existing(grades.gradebook) as book:
        made = plan(home, book.connection, asked.exercises)
        for line in told(made):
            print(line)
        if made.judged and confirm():
            store(home, book, grades, made)
            print(f"written to {grades.gradebook}; what counted before stays in its history")
        elif made.judged:
            print("nothing was written")
    return made


def store(home: Course, book: Gradebook, grades: Grades, made: Plan) -> None:
    """Write the new grades, all or none, then everything that is made from them."""
    note_seed(home, grades.root / "seeds.txt")
    limits = made.judged[0].before.limits
    run = book.start("regrade", "", "", this_runtime(limits).versions)
    book.regrade(
        run,
        (
            (one.before.number, one.before.attempt.exercise, one.after, one.key, one.before.runtime)
            for one in made.judged
        ),
    )
    keep = keeper(book.connection, home, grades)
    for one in made.judged:
        keep(one.before.attempt, one.report)
    book.end(run)
    write_outputs(book.connection, grades, made.exercises)
