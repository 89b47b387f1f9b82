"""Store what programs did, and look it up: a program is not run twice on the same inputs."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.gradebook import packing
from grader.gradebook.packing import LOAD
from grader.inside.observation import Observation, Observed


@dataclass(frozen=True)
class Seen:
    """What is stored of a program: its loading, its observations by scenario, and what held meanwhile."""

    load: Observation | None
    by_scenario: Mapping[bytes, Observation]
    held: str = "{}"


@dataclass(frozen=True)
class New:
    """Observations to store: digests of the program and the scenarios, and what was seen in that order."""

    program: bytes
    scenarios: Sequence[bytes]
    observed: Observed


STORED_AT_MOST = 1 << 20
"""Bytes of a program's observations; a right one's take some thousand."""

Packed = tuple[bytes, bytes, float, str]
"""A scenario's digest, an observation as bytes, its seconds, and what held."""


def within(most: int, packed: Iterable[Packed]) -> list[Packed]:
    """Return as many observations as fit into so many bytes, the smallest before others."""
    kept: list[Packed] = []
    for one in sorted(packed, key=lambda one: len(one[1])):
        most -= len(one[1])
        if most < 0:
            break
        kept.append(one)
    return kept


def insert(connection: sqlite3.Connection, new: New, runtime: int) -> None:
    """Store observations; those that another run has stored meanwhile stay.

    One program's have a total; what is beyond it is left out, and observed again where it is needed.
    """
    held = packing.held(new.observed)
    rows = [(LOAD, new.observed.load, held)]
    rows += [(asked, seen, "") for asked, seen in zip(new.scenarios, new.observed.row, strict=True)]
    packed = [(asked, packing.pack(seen), seen.seconds, words) for asked, seen, words in rows]
    connection.executemany(
        "INSERT OR IGNORE INTO observations VALUES (?, ?, ?, ?, ?, ?)",
        [
            (new.program, asked, runtime, zlib.compress(data, 1), seconds, words)
            for asked, data, seconds, words in within(STORED_AT_MOST, packed)
        ],
    )


def look_up(connection: sqlite3.Connection, program: bytes, runtime: int | None) -> Seen:
    """Return all that is stored of a program under one runtime; under None, the newest of each."""
    rows = connection.execute(
        "SELECT scenario, reply, seconds, held FROM observations WHERE program = ? "
        "AND (?2 IS NULL OR runtime = ?2) ORDER BY runtime",
        (program, runtime),
    )
    load, found, held = None, {}, "{}"
    for scenario, reply, seconds, words in rows:
        observation = packing.unpack(zlib.decompress(reply), seconds)
        if observation is not None and scenario == LOAD:
            load, held = observation, words
        elif observation is not None:
            found[bytes(scenario)] = observation
    return Seen(load, found, held)
