"""A sandbox that remembers: what a program did on some scenarios is observed once, and read from then on.

A program is known by its syntax tree without docstrings, comments and positions, so that a changed sentence
costs nothing, and a changed misconception one row. The file may be deleted at any time.
"""

from __future__ import annotations

import ast
import hashlib
import json
import math
import os
import sqlite3
import time
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import islice
from pathlib import Path

from grader.inside import wire
from grader.inside.observation import Error, Limits, Observation, Observed, Outcome, Program, Scenario
from grader.keys import keyfile, keyhead
from grader.keys.pieces import pieces
from grader.keys.staleness import bare_tree, installed
from grader.sandbox.client import Sandbox

NONCE = bytes(wire.NONCE_BYTES)

DAYS = 30
"""A row that nobody asked for in so many days is forgotten."""

UNSURE = frozenset({Outcome.CRASHED, Outcome.OUT_OF_MEMORY})
"""What may be the machine's doing, and is observed again."""


class Rows:
    """The file of remembered rows. Where it cannot be used, nothing is remembered."""

    def __init__(self, path: Path, engine: str) -> None:
        """Open the file, and forget what another grader observed or nobody asked for."""
        libraries = " ".join(map(installed, ("python", "numpy", "torch")))
        self.engine, self.today = f"{engine} {libraries}", int(time.time() // 86400)
        self.connection: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            path.chmod(0o600)  # it holds right answers to hidden checks
            found = sqlite3.connect(path, timeout=60, isolation_level=None, check_same_thread=False)
            found.execute("CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, engine TEXT, day, data)")
            found.execute("DELETE FROM rows WHERE engine != ? OR day < ?", (self.engine, self.today - DAYS))
            self.connection = found
        except (OSError, sqlite3.Error):
            return

    def close(self) -> None:
        """Remember nothing from here on."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def find(self, id: str) -> bytes | None:
        """Return what is remembered under an id."""
        if self.connection is None:
            return None
        try:
            found = self.connection.execute("SELECT data, day FROM rows WHERE id = ?", (id,)).fetchone()
            if found and found[1] != self.today:
                self.connection.execute("UPDATE rows SET day = ? WHERE id = ?", (self.today, id))
        except sqlite3.Error:
            return None
        return found[0] if found else None

    def keep(self, id: str, data: bytes) -> None:
        """Remember something under an id."""
        if self.connection is not None:
            try:
                self.connection.execute(
                    "INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)", (id, self.engine, self.today, data)
                )
            except sqlite3.Error:
                return


@dataclass(frozen=True)
class Remembering:
    """A sandbox and what it observed before; ``run`` tells runs of one program apart where that matters."""

    sandbox: Sandbox
    rows: Rows
    run: int = 0

    @property
    def limits(self) -> Limits:
        """The sandbox's limits."""
        return self.sandbox.limits

    def again(self) -> Remembering:
        """Return one that does not take a program's first run for its second."""
        return replace(self, run=self.run + 1)

    def versions(self, profile: str) -> Mapping[str, str]:
        """Return the versions of the libraries that programs have there."""
        try:
            known = json.loads(self.rows.find(f"versions {profile}") or b"")
            return {str(name): str(version) for name, version in known.items()}
        except keyhead.DAMAGED:  # or not there
            pass
        found = self.sandbox.versions(profile)
        self.rows.keep(f"versions {profile}", json.dumps(dict(found)).encode())
        return found

    def observe(
        self, program: Program, scenarios: Sequence[Scenario], profile: str, limits: Limits | None = None
    ) -> Observed:
        """Return what a program does, from memory where it was observed before.

        Raises:
            SandboxError: as the sandbox does.
        """
        shape = shape_of(program.text)
        if shape is None:
            return self.sandbox.observe(program, scenarios, profile, limits)
        id = self.id_of(program, shape, scenarios, profile, limits or self.limits)
        known = self.rows.find(id)
        found = None if known is None else unpacked(known, shape)
        if found is not None:
            return found
        seen = self.sandbox.observe(program, scenarios, profile, limits)
        self.keep(id, seen, shape)
        return seen

    def foresee(
        self, program: Program, sets: Sequence[Sequence[Scenario]], profile: str, limits: Limits | None = None
    ) -> None:
        """Observe a program once on several lists of scenarios, and remember a row for each.

        Loading a program costs more than most calls. What is known is not observed again.

        Raises:
            SandboxError: as the sandbox does.
        """
        shape = shape_of(program.text)
        if shape is None or self.rows.connection is None:
            return
        ids = [self.id_of(program, shape, asked, profile, limits or self.limits) for asked in sets]
        missing = [place for place, id in enumerate(ids) if self.rows.find(id) is None]
        if len(missing) < 2:
            return
        asked = [scenario for place in missing for scenario in sets[place]]
        most = len(missing) * self.sandbox.seconds(limits or self.limits)
        seen = self.sandbox.observe(program, asked, profile, limits, total=most)
        row = iter(seen.row)
        for place in missing:
            part = replace(seen, row=tuple(islice(row, len(sets[place]))))
            self.keep(ids[place], part, shape)

    def keep(self, id: str, seen: Observed, shape: Shape) -> None:
        """Remember a row, unless it may be the machine's doing."""
        if not any(one.outcome in UNSURE for one in (seen.load, *seen.row)):
            self.rows.keep(id, packed(seen, shape))

    def id_of(
        self, program: Program, shape: Shape, scenarios: Sequence[Scenario], profile: str, limits: Limits
    ) -> str:
        """Return the digest of all that decides about a row.

        Limits count as the same up to a factor of two: they hang on how long the right program took.
        """
        about = (
            *(self.run, profile, shape.code, program.filename),
            *(sorted(program.names.items()), sorted(program.modules.items())),
            *(math.ceil(math.log2(limits.load)), math.ceil(math.log2(limits.call))),
        )
        found = hashlib.sha256(repr(about).encode())
        for asked in scenarios:
            shown = shape_of(asked.text)
            bare = replace(asked, text=shown.code if shown else asked.text)
            found.update(hashlib.sha256(wire.request(bare, NONCE)).digest())
        return found.hexdigest()


Watching = Sandbox | Remembering
"""What observes a page's programs."""


def unremembered(watching: Watching) -> Sandbox:
    """Return the sandbox itself: what a whole script does hangs on its lines."""
    return watching.sandbox if isinstance(watching, Remembering) else watching


@dataclass(frozen=True)
class Shape:
    """A program without what only people read: as text, and its tree."""

    text: str
    code: str

    @cached_property
    def tree(self) -> ast.Module:
        """The tree without docstrings; it is asked for where a program stopped."""
        return bare_tree(self.text)

    @cached_property
    def nodes(self) -> list[ast.stmt | ast.expr]:
        """The nodes that stand on lines, in an order that positions do not change."""
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.stmt | ast.expr)]

    @cached_property
    def begins(self) -> list[int]:
        """The lines on which the nodes begin."""
        return [node.lineno for node in self.nodes]

    @cached_property
    def ends(self) -> list[int]:
        """The lines on which they end."""
        return [node.end_lineno or 0 for node in self.nodes]


@lru_cache(256)
def shape_of(text: str) -> Shape | None:
    """Return a program's shape, None where it is not Python."""
    try:
        return Shape(text, "\n".join(map(bare_code, pieces(text))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@lru_cache(2048)
def bare_code(piece: str) -> str:
    """Return some statements as one text that neither docstrings nor positions change."""
    return ast.dump(bare_tree(piece))


def packed(seen: Observed, shape: Shape) -> bytes:
    """Return a row as bytes; lines are written as the numbers of the nodes that begin and end there."""
    row = [placed(one, shape) for one in (seen.load, *seen.row)]
    return zlib.compress(json.dumps(keyfile.encode(row)).encode(), 1)


def placed(seen: Observation, shape: Shape) -> Observation:
    """Return an observation with nodes for lines, 0 for none; a line on which no node begins is none."""
    if seen.error is None:
        return seen
    line, end = (
        numbers.index(number) + 1 if number in numbers else 0
        for number, numbers in ((seen.error.line, shape.begins), (seen.error.end_line, shape.ends))
    )
    return replace(seen, error=replace(seen.error, line=line, end_line=end))


def unpacked(data: bytes, shape: Shape) -> Observed | None:
    """Return the row that ``packed`` was given, with the program's lines as they are now; None if damaged."""
    try:
        load, *row = (lined(one, shape) for one in keyfile.decode(json.loads(zlib.decompress(data))))
    except (zlib.error, *keyhead.DAMAGED):
        return None
    return Observed(load, tuple(row))


def lined(seen: Observation, shape: Shape) -> Observation:
    """Return an observation with lines for nodes."""
    if seen.error is None:
        return seen
    error: Error = seen.error
    line = shape.begins[error.line - 1] if error.line else 0
    end = shape.ends[error.end_line - 1] if error.end_line else 0
    return replace(seen, error=replace(error, line=line, end_line=end))
