"""What was asked of one `grade batch`, and how the one who asked is told."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grader.batch.arrivals import Arrival, Wanted, arrival
from grader.batch.shards import Shard
from grader.batch.stored import stored
from grader.course.course import Course
from grader.gradebook.policy import policy_of
from grader.sandbox.tiers import Demand
from grader.words.catalogue import sentence
from grader.words.plain import as_line


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

    @property
    def demand(self) -> Demand:
        """What the sandbox must hold."""
        return "unsafe" if self.unsafe else "container" if self.container else "full"

    def arrival(self, home: Course, connection: sqlite3.Connection | None) -> Arrival:
        """Return what was handed in: the part of the download, or of the gradebook, that was asked for."""
        if self.path is not None:
            wanted = Wanted(self.path, self.exercise, self.layout, self.roster)
            found = arrival(home, wanted, connection)
        else:
            assert connection is not None
            policy = policy_of(home)
            found = Arrival(stored(connection, self.exercise, policy.attempts), None, policy, ())
        return replace(found, listing=self.shard.of(found.listing)) if self.shard else found


def heading(asked: Asked, found: Arrival) -> Iterator[str]:
    """Yield what a download is, and what about it may be a mistake."""
    part = sentence("batch.part", number=asked.shard.number, many=asked.shard.many) if asked.shard else ""
    what, layout = asked.path or sentence("batch.the_gradebook"), found.listing.layout
    yield sentence("batch.found", what=what, part=part, count=len(found.listing.handed), layout=layout)
    yield from (sentence("batch.look", line=line) for line in found.warnings)


def say(asked: Asked, line: str) -> None:
    """Print a line for people, where there are any: scripts read the other stream."""
    if asked.mode == "":
        print(as_line(line, sys.stdout.encoding))
