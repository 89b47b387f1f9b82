"""Run one program in a browser's worker, which is thrown away afterwards: frames in, frames out."""

from __future__ import annotations

import warnings
from typing import Any

from grader.inside import observe, preload, program, requests, wire
from grader.inside.observation import Error, Observation, Outcome, Program, Source

NONCE = bytes(wire.NONCE_BYTES)
"""A worker answers every message with one message, so that nothing can get out of step."""


class Served:
    """One program and the names it left behind."""

    def __init__(self) -> None:
        """Begin with no program."""
        self.program = Program("")
        self.space: dict[str, Any] = {}

    def answer(self, frame: bytes) -> bytes:
        """Load the program that a frame carries, or run its scenario; return what happened as a frame."""
        message = requests.read_request(bytes(frame)[wire.LENGTH.size + wire.NONCE_BYTES :])
        if isinstance(message, Program):
            self.program = message
            self.space, seen = program.load(message)
        else:
            seen = observe.run(self.space, self.program.names, message, self.program.filename)
        return frame_of(seen)


def start() -> Served:
    """Load what the sandbox has loaded for exercises without torch, which nobody can use from then on."""
    warnings.simplefilter("ignore")
    preload.warm("numpy")
    return Served()


def frame_of(seen: Observation) -> bytes:
    """Return an observation as a frame, or what is wrong with it where it is too large to travel."""
    try:
        return wire.reply(seen, NONCE)
    except wire.WireError as fault:
        return wire.reply(
            Observation(Outcome.RAISED, error=Error("TooLarge", str(fault), source=Source.CALL)), NONCE
        )
