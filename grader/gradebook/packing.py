"""Turn programs, scenarios and observations into digests and bytes, and bytes back into observations."""

from __future__ import annotations

import hashlib
import json
import platform
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from importlib import metadata
from typing import Any

import numpy as np

from grader import __version__
from grader.inside import requests, wire
from grader.inside.observation import (
    Error,
    Limits,
    Observation,
    Observed,
    Outcome,
    Program,
    Repair,
    Scenario,
    Source,
)

NONCE = bytes(wire.NONCE_BYTES)
LOAD = b"load".ljust(16, b"\0")
"""Stands for a scenario where a program was only loaded."""


def program_digest(program: Program) -> bytes:
    """Return 32 bytes that are the same for the same program, whatever its file is called."""
    return hashlib.sha256(requests.request(replace(program, filename=""), NONCE)).digest()


def scenario_digest(scenario: Scenario) -> bytes:
    """Return 16 bytes that are the same for the same scenario with the same inputs, to the last bit."""
    return hashlib.sha256(requests.request(scenario, NONCE)).digest()[:16]


@dataclass(frozen=True)
class Runtime:
    """What an observation depends on beside the program and the scenario: versions and time limits."""

    versions: Mapping[str, str]
    limits: Limits

    @property
    def digest(self) -> str:
        """The same for the same runtime."""
        known = json.dumps([dict(self.versions), self.limits.load, self.limits.call], sort_keys=True)
        return hashlib.sha256(known.encode()).hexdigest()[:16]


def this_runtime(
    limits: Limits, unsafe: bool = False, container: bool = False, total: float = 0.0
) -> Runtime:
    """Return the runtime of this machine, without starting a sandbox.

    What was seen with the sandbox off, or with less of it, never counts as seen with all of it. ``total`` is
    what course.toml says of a submission's seconds, 0 for nothing.
    """
    versions = {name: version(name) for name in ("numpy", "torch")}
    machine = {"grader": __version__, "python": platform.python_version(), "machine": platform.machine()}
    walls = {"sandbox": "off"} if unsafe else {"sandbox": "container"} if container else {}
    seconds = {"seconds": f"{total:g}"} if total else {}
    return Runtime({**machine, **versions, **walls, **seconds}, limits)


def version(name: str) -> str:
    """Return a library's version, "none" where it is not installed."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "none"


# ---- observations as bytes -----------------------------------------------------------------------
#
# A byte for the format, JSON with a place for every array, NUL, the arrays one after the other. The first
# format had no such byte: it was the sandbox's reply, which begins with the outcome, a byte below 16.

FORMAT = 16
"""The first byte of what is stored; raised whenever an older grader could not read it."""


def pack(seen: Observation) -> bytes:
    """Return an observation as bytes; its ``seconds`` are not in it."""
    arrays: list[np.ndarray] = []
    error = seen.error and {**vars(seen.error), "source": seen.error.source.value}
    header = {
        "outcome": seen.outcome.value,
        "values": {name: requests.fold(array, arrays) for name, array in seen.values.items()},
        "kinds": dict(seen.kinds),
        "error": error,
        "printed": seen.printed,
    }
    return bytes([FORMAT]) + json.dumps(header).encode() + b"\0" + b"".join(map(np.ndarray.tobytes, arrays))


def unpack(data: bytes, seconds: float) -> Observation | None:
    """Return the observation in some bytes, None where they are of a format that is not read."""
    try:
        seen = current_format(data) if data[:1] == bytes([FORMAT]) else first_format(data)
    except (ValueError, LookupError, TypeError, AttributeError, wire.WireError):
        return None
    return replace(seen, seconds=seconds)


def current_format(data: bytes) -> Observation:
    """Read what ``pack`` wrote; raise where it is something else."""
    text, _, raw = data[1:].partition(b"\0")
    header = json.loads(text)
    arrays, _ = requests.unfold(list(header["values"].values()), memoryview(raw))
    error = header["error"] and Error(**{**header["error"], "source": Source(header["error"]["source"])})
    values = dict(zip(header["values"], arrays, strict=True))
    return Observation(Outcome(header["outcome"]), values, header["kinds"], error, header["printed"])


def first_format(data: bytes) -> Observation:
    """Read what graders up to 0.1 wrote: an exception was a text, "Type: words" with "(column n)" behind."""
    reader = wire.Reader(data)
    code, line = reader.numbers("<BI")
    kind, _, text = reader.text(wire.TEXT_AT_MOST).partition(": ")
    printed = reader.text(wire.TEXT_AT_MOST)
    values, kinds = wire.read_values(reader, *reader.numbers("<H"))
    outcome = wire.OUTCOMES[code]
    return Observation(outcome, values, kinds, first_error(outcome, kind, text, line), printed)


def first_error(outcome: Outcome, kind: str, text: str, line: int) -> Error | None:
    """Return the record for an exception that was stored as a text."""
    if not kind:
        return None
    if outcome is Outcome.MISSING:
        name, _, other = text.partition(" is of type ")
        return (
            Error("NotCallable", other, source=Source.CALL)
            if other
            else Error("Missing", name, source=Source.CALL)
        )
    if outcome in (Outcome.CRASHED, Outcome.OUT_OF_MEMORY) and kind in ("WireError", "Signal", "Exit"):
        return Error(kind.replace("WireError", "Pipe"), text, source=Source.PROCESS)
    if kind in ("WrongSignature", "TooLarge"):
        return Error(kind, text, line, source=Source.CALL)
    syntax = re.fullmatch(r"(.*) \(column (\d+)\)", text, re.DOTALL)
    if kind in ("SyntaxError", "IndentationError", "TabError") and syntax:
        return Error(kind, syntax[1], line, int(syntax[2]), Source.FILE)
    return Error(kind, text, line)


def held(seen: Observed) -> str:
    """Return as JSON what held while a program ran: everything of the record but the observations."""
    rest = {item.name: getattr(seen, item.name) for item in fields(seen) if item.name not in ("load", "row")}
    return json.dumps(rest, default=vars)


def observed(load: Observation, row: Sequence[Observation], held: str) -> Observed:
    """Put a record together again; what this version of the record does not know is left out."""
    known = {item.name for item in fields(Observed)}
    rest: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(held).items()
        if name in known
    }
    rest["repairs"] = tuple(
        Repair(**{**item, "names": tuple(item["names"])}) for item in rest.get("repairs", ())
    )
    return Observed(load, tuple(row), **rest)
