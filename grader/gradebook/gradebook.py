"""Write into the gradebook, one change a submission, and look up what it already knows."""

from __future__ import annotations

import datetime
import json
import zlib
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from types import MappingProxyType

from grader.gradebook import counting, observations
from grader.gradebook.observations import New, Seen
from grader.gradebook.packing import Runtime
from grader.gradebook.records import NOT_GRADED, Attempt, Grade, Settled
from grader.gradebook.schema import (
    demand_file,
    explained,
    open_for_reading,
    open_for_writing,
    transaction,
)
from grader.inside.observation import Limits


def now() -> str:
    """Return the time for people to read; nothing is ever ordered by it, as clocks go backwards too."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


class Gradebook:
    """An open gradebook. Every method is one change, whole or not at all.

    ``policy`` says which of several attempts counts: ``last``, ``first`` or ``best``.

    Raises (every method):
        StoreError: the disk is full, or the file cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, made where there is none."""
        self.path = path
        self.policy = "last"
        self.connection = open_for_writing(path)

    @classmethod
    def existing(cls, path: Path) -> Gradebook:
        """Open a gradebook that must be there.

        Raises:
            StoreError: there is none.
        """
        demand_file(path)
        return cls(path)

    def __enter__(self) -> Gradebook:
        """Return itself."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Close the file."""
        self.connection.close()

    # ---- runs ----

    def start(self, kind: str, source: str, layout: str, versions: Mapping[str, str]) -> int:
        """Note that a run starts and return its number."""
        with explained(self.path), transaction(self.connection):
            made = self.connection.execute(
                "INSERT INTO runs (kind, started, source, layout, versions) VALUES (?, ?, ?, ?, ?)",
                (kind, now(), source, layout, json.dumps(dict(versions))),
            )
            return int(made.lastrowid or 0)

    def end(self, run: int) -> None:
        """Note that a run has come to its end."""
        with explained(self.path), transaction(self.connection):
            self.connection.execute("UPDATE runs SET ended = ? WHERE id = ?", (now(), run))

    def runtime(self, runtime: Runtime) -> int:
        """Return the number of a runtime, new or known."""
        with explained(self.path), transaction(self.connection):
            self.connection.execute(
                "INSERT OR IGNORE INTO runtimes (digest, versions, load, call) VALUES (?, ?, ?, ?)",
                (
                    runtime.digest,
                    json.dumps(dict(runtime.versions)),
                    runtime.limits.load,
                    runtime.limits.call,
                ),
            )
            found = self.connection.execute("SELECT id FROM runtimes WHERE digest = ?", (runtime.digest,))
            return int(found.fetchone()[0])

    # ---- observations ----

    def seen(self, program: bytes, runtime: int | None) -> Seen:
        """Return all that is stored of a program under one runtime; under None, the newest of each."""
        with explained(self.path):
            return observations.look_up(self.connection, program, runtime)

    def take_over(self, path: Path) -> int:
        """Store what another gradebook has observed, under the same versions; return how much was new.

        Raises:
            StoreError: there is none, or it cannot be read.
        """
        with closing(open_for_reading(path)) as other:
            runtimes = {
                number: self.runtime(Runtime(json.loads(versions), Limits(load, call)))
                for number, versions, load, call in other.execute(
                    "SELECT id, versions, load, call FROM runtimes"
                )
            }
            with explained(self.path), transaction(self.connection):
                before = self.connection.total_changes
                self.connection.executemany(
                    "INSERT OR IGNORE INTO observations VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        (*row[:2], runtimes[row[2]], *row[3:])
                        for row in other.execute(
                            "SELECT program, scenario, runtime, reply, seconds, held FROM observations"
                        )
                    ),
                )
                return self.connection.total_changes - before

    # ---- people ----

    def enlist(self, people: Iterable[tuple[str, str, str, str]]) -> None:
        """Note who is in the class: id, name, address and section; nobody else is on the list any more."""
        with explained(self.path), transaction(self.connection):
            self.connection.execute("UPDATE students SET listed = 0")
            self.connection.executemany(
                "INSERT INTO students (student, name, email, section, listed) VALUES (?, ?, ?, ?, 1) "
                "ON CONFLICT (student) DO UPDATE SET name = excluded.name, section = excluded.section, "
                "email = coalesce(nullif(excluded.email, ''), email), listed = 1",
                people,
            )

    # ---- submissions ----

    def save(
        self,
        run: int,
        attempt: Attempt,
        data: bytes,
        grade: Grade,
        key: str,
        runtime: int,
        new: New | None,
        helpers: Mapping[str, bytes] = MappingProxyType({}),
    ) -> bool:
        """Store an attempt with its new observations and its grade; False where it stands there already."""
        with explained(self.path), transaction(self.connection):
            if new is not None:
                observations.insert(self.connection, new, runtime)
            number = self.attempt(run, attempt, data, helpers)
            return self.insert_grade(run, number, attempt.exercise, grade, key, runtime)

    def renew(self, run: int, attempt: Attempt, data: bytes, helpers: Mapping[str, bytes]) -> None:
        """Note what the platform says of an attempt that is graded already, its place in order above all."""
        with explained(self.path), transaction(self.connection):
            self.attempt(run, attempt, data, helpers)

    def attempt(self, run: int, attempt: Attempt, data: bytes, helpers: Mapping[str, bytes]) -> int:
        """Return the number of an attempt, new or known; what the platform says of it is renewed."""
        put = self.connection.execute
        put(
            "INSERT INTO students (student, name, email, section) VALUES (?, ?, ?, ?) ON CONFLICT (student) "
            "DO UPDATE SET name = excluded.name, email = coalesce(nullif(excluded.email, ''), email), "
            "section = coalesce(nullif(excluded.section, ''), section)",
            (attempt.student, attempt.name, attempt.email, attempt.section),
        )
        (student,) = put("SELECT id FROM students WHERE student = ?", (attempt.student,)).fetchone()
        put("INSERT OR IGNORE INTO submissions VALUES (?, ?)", (attempt.sha256, zlib.compress(data)))
        self.connection.executemany(
            "INSERT OR IGNORE INTO helpers VALUES (?, ?, ?)",
            [(attempt.sha256, module, zlib.compress(text)) for module, text in helpers.items()],
        )
        put(
            "INSERT INTO attempts "
            "(student, exercise, submission, path, late, handed_in, run, layout, first_order, last_order) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (student, exercise, submission) "
            "DO UPDATE SET path = excluded.path, late = excluded.late, handed_in = excluded.handed_in, "
            "first_order = CASE WHEN layout = excluded.layout AND first_order "
            "THEN min(first_order, excluded.first_order) ELSE excluded.first_order END, "
            "last_order = CASE WHEN layout = excluded.layout "
            "THEN max(last_order, excluded.last_order) ELSE excluded.last_order END, "
            "layout = excluded.layout",
            (
                *(student, attempt.exercise, attempt.sha256, attempt.path, attempt.late),
                *(attempt.handed_in, run, attempt.layout, attempt.order, attempt.order),
            ),
        )
        found = put(
            "SELECT id FROM attempts WHERE student = ? AND exercise = ? AND submission = ?",
            (student, attempt.exercise, attempt.sha256),
        )
        return int(found.fetchone()[0])

    def insert_grade(
        self, run: int, attempt: int, exercise: str, grade: Grade, key: str, runtime: int
    ) -> bool:
        """Add a grade to the history and make it the one that counts, unless it does already."""
        put = self.connection.execute
        last = put(
            "SELECT key, runtime, state, why FROM grades WHERE attempt = ? ORDER BY id DESC LIMIT 1",
            (attempt,),
        ).fetchone()
        if last == (key, runtime, grade.state, grade.why):
            counting.recount(self.connection, self.policy, attempt)
            return False
        if grade.state == NOT_GRADED and last and last[2] != NOT_GRADED:
            return False  # what was graded once is not lost to a later fault of ours
        made = put(
            "INSERT INTO grades "
            "(attempt, run, key, runtime, state, why, score, max_score, diagnoses, unknown) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(attempt, run, key, runtime, grade.state, grade.why, grade.score, grade.max_score),
                json.dumps([asdict(one) for one in grade.diagnoses]),
                json.dumps([asdict(one) for one in grade.unknown]),
            ),
        )
        self.connection.executemany(
            "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    made.lastrowid,
                    place,
                    mark.id,
                    mark.title,
                    mark.task,
                    mark.status,
                    mark.points,
                    mark.max_points,
                )
                for place, mark in enumerate(grade.marks)
            ],
        )
        counting.recount(self.connection, self.policy, attempt)
        return True

    def recount_all(self) -> None:
        """Have the policy hold for everybody who has handed in more than once."""
        with explained(self.path), transaction(self.connection):
            rows = self.connection.execute(
                "SELECT max(a.id) FROM attempts a JOIN grades g ON g.attempt = a.id "
                "GROUP BY a.student, a.exercise HAVING count(DISTINCT a.id) > 1"
            ).fetchall()
            for (attempt,) in rows:
                standing = self.connection.execute(
                    "SELECT g.attempt FROM current c JOIN grades g ON g.id = c.grade JOIN attempts a "
                    "ON a.student = c.student AND a.exercise = c.exercise WHERE a.id = ?",
                    (attempt,),
                ).fetchone()
                counting.recount(self.connection, self.policy, standing[0] if standing else attempt)

    def settled(self) -> dict[tuple[str, str], Settled]:
        """Return of every student and exercise what counts."""
        with explained(self.path):
            rows = self.connection.execute(
                "SELECT s.student, c.exercise, a.submission, g.key, g.runtime, g.state, a.layout, "
                "a.last_order FROM current c JOIN grades g ON g.id = c.grade "
                "JOIN attempts a ON a.id = g.attempt "
                "JOIN students s ON s.id = c.student"
            )
            return {(row[0], row[1]): Settled(*row[2:]) for row in rows}

    def regrade(self, run: int, rows: Iterable[tuple[int, str, Grade, str, int]]) -> None:
        """Add new grades of known attempts (number, exercise, grade, key, runtime), all of them or none."""
        with explained(self.path), transaction(self.connection):
            for attempt, exercise, grade, key, runtime in rows:
                self.insert_grade(run, attempt, exercise, grade, key, runtime)
