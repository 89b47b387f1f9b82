"""Turn programs, scenarios and observations into digests and bytes, and bytes back into observations."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from importlib import metadata
from typing import Any

from grader import __version__
from grader.inside import wire
from grader.inside.observation import Limits, Observation, Observed, Program, Scenario

NONCE = bytes(wire.NONCE_BYTES)
LOAD = b"load".ljust(16, b"\0")
"""Stands for a scenario where a program was only loaded."""


def program_digest(program: Program) -> bytes:
    """Return 32 bytes that are the same for the same program, whatever its file is called."""
    return hashlib.sha256(wire.request(replace(program, filename=""), NONCE)).digest()


def scenario_digest(scenario: Scenario) -> bytes:
    """Return 16 bytes that are the same for the same scenario with the same inputs, to the last bit."""
    return hashlib.sha256(wire.request(scenario, NONCE)).digest()[:16]


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


def this_runtime(limits: Limits, unsafe: bool = False) -> Runtime:
    """Return the runtime of this machine, without starting a sandbox.

    What was seen with the sandbox off is of another runtime: it never counts as seen with it on.
    """
    versions = {name: metadata.version(name) for name in ("numpy", "torch")}
    machine = {"grader": __version__, "python": platform.python_version(), "machine": platform.machine()}
    walls = {"sandbox": "off"} if unsafe else {}
    return Runtime({**machine, **versions, **walls}, limits)


def pack(seen: Observation) -> bytes:
    """Return an observation as the sandbox's own reply; its ``seconds`` are not in it."""
    return wire.reply(seen, NONCE)[wire.LENGTH.size + wire.NONCE_BYTES :]


def unpack(reply: bytes, seconds: float) -> Observation | None:
    """Return the observation in a reply, None where it is of a format that is no longer read."""
    try:
        return replace(wire.read_reply(NONCE + reply, NONCE), seconds=seconds)
    except wire.WireError:
        return None


def held(seen: Observed) -> str:
    """Return as JSON what held while a program ran: everything of the record but the observations."""
    rest = {item.name: getattr(seen, item.name) for item in fields(seen) if item.name not in ("load", "row")}
    return json.dumps(rest)


def observed(load: Observation, row: Sequence[Observation], held: str) -> Observed:
    """Put a record together again; what this version of the record does not know is left out."""
    known = {item.name for item in fields(Observed)}
    rest: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(held).items()
        if name in known
    }
    return Observed(load, tuple(row), **rest)
