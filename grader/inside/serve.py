"""Serve one program: run its text, answer scenarios, until the parent hangs up; on any system."""

from __future__ import annotations

import contextlib
import os
import signal
import warnings
from collections.abc import Iterator
from typing import Any

from grader.inside import observe, program, requests, wire
from grader.inside.observation import Error, Observation, Outcome, Program, Source

REQUESTS, REPLIES = 3, 4


def serve() -> None:
    """Say that the rights are gone, load the program that comes first, then answer scenarios."""
    os.write(REPLIES, wire.LOCKED)
    warnings.simplefilter("ignore")
    space: dict[str, Any] = {}
    loaded = Program("")
    while True:
        nonce, body = receive()
        if not body:
            return
        message, seconds = requests.read_limited_request(body)
        with held_to(seconds):
            if isinstance(message, Program):
                loaded = message
                space, seen = program.load(loaded)
            else:
                seen = observe.run(space, loaded.names, message, loaded.filename)
        send(seen, nonce)


@contextlib.contextmanager
def held_to(seconds: float) -> Iterator[None]:
    """End this process by a signal when it has worked that long; waiting for a busy machine does not count.

    A program can switch this off; the parent's own limit on the clock, some times as long, stands behind it.
    """
    if not hasattr(signal, "setitimer"):  # Windows
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0.0)


def receive() -> tuple[bytes, bytes]:
    """Return nonce and body of the next request, empty where the parent has hung up."""
    head = read_exactly(wire.LENGTH.size)
    if not head:
        return b"", b""
    (size,) = wire.LENGTH.unpack(head)
    frame = read_exactly(size)
    return frame[: wire.NONCE_BYTES], frame[wire.NONCE_BYTES :]


def read_exactly(size: int) -> bytes:
    """Read that many bytes from the requests, or nothing at the end."""
    data = bytearray()
    while len(data) < size:
        piece = os.read(REQUESTS, size - len(data))
        if not piece:
            return b""
        data += piece
    return bytes(data)


def send(seen: Observation, nonce: bytes) -> None:
    """Answer with an observation, or with what is wrong with it where it is too large to travel."""
    try:
        data = wire.reply(seen, nonce)
    except wire.WireError as fault:
        data = wire.reply(
            Observation(Outcome.RAISED, error=Error("TooLarge", str(fault), source=Source.CALL)), nonce
        )
    view = memoryview(data)
    while view:
        view = view[os.write(REPLIES, view) :]
