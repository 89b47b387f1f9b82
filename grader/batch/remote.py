"""What a worker of a cluster does: watch a program on scenarios, in a sandbox of its own.

A worker is sent a program, scenarios and their inputs as the sandbox's own frames, and answers observations
in the same way. It never holds a solution, an expected number or the gradebook.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.errors import SandboxError
from grader.gradebook import packing
from grader.inside import requests, wire
from grader.inside.observation import Limits, Observed, Program, Scenario
from grader.sandbox.client import Sandbox
from grader.words.catalogue import sentence


class Refused(SandboxError):
    """A worker that has no sandbox, or other versions, watches nothing."""


@dataclass(frozen=True)
class Work:
    """A program and what to ask of it, as bytes; the limits and versions under which it must be watched.

    ``total`` is the submission's processor time, 0 for the usual.
    """

    program: bytes
    scenarios: tuple[bytes, ...]
    profile: str
    load: float
    call: float
    runtime: str
    total: float = 0.0


@dataclass(frozen=True)
class Answer:
    """What happened, as bytes: of the loading and of each scenario the reply and its seconds."""

    held: str
    replies: tuple[tuple[bytes, float], ...]


def work(
    program: Program, scenarios: Sequence[Scenario], profile: str, limits: Limits, total: float = 0.0
) -> Work:
    """Return what is sent to a worker."""
    frames = tuple(body(requests.request(asked, packing.NONCE)) for asked in scenarios)
    runtime = packing.this_runtime(limits).digest
    text = body(requests.request(program, packing.NONCE))
    return Work(text, frames, profile, limits.load, limits.call, runtime, total)


def body(frame: bytes) -> bytes:
    """Return a frame without its length and nonce."""
    return frame[wire.LENGTH.size + wire.NONCE_BYTES :]


def watch(asked: Work) -> Answer:
    """Watch a program; runs in a worker's thread.

    Raises:
        Refused: this worker has no sandbox, or other versions than the client.
        SandboxError: its sandbox failed; another try may do.
    """
    from distributed import get_worker

    worker = get_worker()
    limits = Limits(asked.load, asked.call)
    program = requests.read_request(asked.program)
    scenarios = [requests.read_request(frame) for frame in asked.scenarios]
    sandbox = sandbox_of(worker, limits, asked.runtime)
    try:
        seen = sandbox.observe(program, scenarios, asked.profile, total=asked.total)  # type: ignore[arg-type]
    except SandboxError as fault:
        sandbox.__exit__()
        raise SandboxError(f"{worker.address}: {fault}") from None
    row = (seen.load, *seen.row)
    return Answer(packing.held(seen), tuple((packing.pack(one), one.seconds) for one in row))


def sandbox_of(worker: Any, limits: Limits, runtime: str) -> Sandbox:
    """Return the sandbox of this thread of a worker, started and tried where there is none.

    Raises:
        Refused: it does not start, or the versions are others.
    """
    mine = packing.this_runtime(limits)
    if mine.digest != runtime:
        found = ", ".join(f"{name} {version}" for name, version in mine.versions.items())
        raise Refused(sentence("batch.cluster.versions", address=worker.address, found=found))
    sandboxes: dict[tuple[int, Limits], Sandbox] = worker.__dict__.setdefault("grader_sandboxes", {})
    place = (threading.get_ident(), limits)
    if place not in sandboxes:
        made = Sandbox(limits)
        try:
            made.ready("numpy")
        except SandboxError as fault:
            made.__exit__()
            raise Refused(sentence("batch.cluster.no_sandbox", address=worker.address, fault=fault)) from None
        sandboxes[place] = made
    return sandboxes[place]


def observed(answer: Answer) -> Observed:
    """Return what a worker's answer says.

    Raises:
        SandboxError: it does not follow the protocol.
    """
    row = [packing.unpack(reply, seconds) for reply, seconds in answer.replies]
    known = [one for one in row if one is not None]
    if len(known) < len(row) or not row:
        raise SandboxError(
            "a worker's answer cannot be read; install the client's version of the grader there"
        )
    return packing.observed(known[0], known[1:], answer.held)
