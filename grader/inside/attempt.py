"""Run somebody's code once and turn whatever it does into an observation."""

from __future__ import annotations

import contextlib
import io
import traceback
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from grader.inside.observation import MESSAGE_KEPT, PRINTED_KEPT, Observation, Outcome


class Missing(Exception):
    """The program has no function of the name that a scenario asks for."""


class WrongSignature(Exception):
    """The program's function cannot be called with the arguments that the page promises."""


class Printed(io.TextIOBase):
    """A text stream that keeps its first characters and forgets the rest."""

    def __init__(self) -> None:
        """Start empty."""
        self.kept = ""

    def write(self, text: str) -> int:
        """Keep what still fits; report everything as written, as a terminal would."""
        room = PRINTED_KEPT - len(self.kept)
        if room > 0:
            self.kept += str(text)[:room]
        return len(text)

    def writable(self) -> bool:
        """Say yes, so that ``print`` accepts the stream."""
        return True


def attempt(action: Callable[[], Any], filename: str) -> Observation:
    """Run ``action`` and turn whatever it does into an observation; nothing of it escapes."""
    printed = Printed()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            result = action()
    except BaseException as fault:  # a program may raise anything, SystemExit and its own classes included
        outcome = outcome_of(fault)
        seen = Observation(outcome, message=describe(fault), line=line_of(fault, filename))
    else:
        seen = result if isinstance(result, Observation) else Observation(Outcome.RETURNED)
    return replace(seen, printed=printed.kept)


def outcome_of(fault: BaseException) -> Outcome:
    """Say what an exception means for the one whose program raised it."""
    if isinstance(fault, Missing):
        return Outcome.MISSING
    if isinstance(fault, NotImplementedError):
        return Outcome.UNFINISHED
    # torch reports a refused allocation as a RuntimeError of its allocator.
    if isinstance(fault, MemoryError) or "DefaultCPUAllocator" in describe(fault):
        return Outcome.OUT_OF_MEMORY
    return Outcome.RAISED


def describe(fault: BaseException) -> str:
    """Return "Type: text" of an exception, even where its own ``__str__`` is broken."""
    try:
        text = f"{fault.msg} (column {fault.offset or 0})" if isinstance(fault, SyntaxError) else str(fault)
    except BaseException:
        text = ""
    return f"{type(fault).__name__}: {text}"[:MESSAGE_KEPT]


def line_of(fault: BaseException, filename: str) -> int:
    """Return the last line of the program that the exception passed through, 0 if it met none."""
    if isinstance(fault, SyntaxError) and fault.filename == filename:
        return fault.lineno or 0
    frames = traceback.extract_tb(fault.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == filename), 0)
