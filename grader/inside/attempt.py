"""Run somebody's code once and turn whatever it does into an observation."""

from __future__ import annotations

import contextlib
import io
import traceback
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from types import TracebackType
from typing import Any

from grader.inside import beside
from grader.inside.observation import PRINTED_KEPT, TEXT_KEPT, Error, Observation, Outcome, Source


class ObserverError(Exception):
    """What the observer itself has to say of a call; its subclasses' names are the kinds of such errors."""


class Missing(ObserverError):
    """The program has no function of the name that a scenario asks for."""


class NotCallable(Missing):
    """What the program has under that name is no function; the text names its type."""


class WrongSignature(ObserverError):
    """The program's function cannot be called with the arguments that the page promises."""


class TooDeep(ObserverError):
    """What was returned holds lists inside lists, deeper than can be read."""


class NotPython(Exception):
    """The program's text does not compile; the cause says where."""


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
        seen = Observation(outcome_of(fault), error=error_of(fault, filename))
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
    if isinstance(fault, MemoryError) or "DefaultCPUAllocator" in text_of(fault):
        return Outcome.OUT_OF_MEMORY
    return Outcome.RAISED


def error_of(fault: BaseException, filename: str) -> Error:
    """Return an exception as a record, even where its own ``__str__`` is broken."""
    if isinstance(fault, NotPython) and fault.__cause__ is not None:
        broken = fault.__cause__
        line, column, end = (getattr(broken, name, 0) or 0 for name in ("lineno", "offset", "end_lineno"))
        return Error(kind_of(broken), text_of(broken), line, column, Source.FILE, max(line, end))
    source = Source.CALL if isinstance(fault, ObserverError) else Source.PROGRAM
    line, end = lines_of(fault, filename)
    place = beside_of(fault, filename)
    text = text_of(fault)[: TEXT_KEPT - len(place)] + place
    return Error(kind_of(fault), text, line, 0, source, end)


def kind_of(fault: BaseException) -> str:
    """Return the name of an exception's type."""
    return type(fault).__name__[:TEXT_KEPT]


def text_of(fault: BaseException) -> str:
    """Return an exception's text; of a syntax error without the file and line, which are ours to say."""
    try:
        text = str(fault.msg) if isinstance(fault, SyntaxError) else str(fault)
    except BaseException:
        text = ""
    return text[:TEXT_KEPT]


def beside_of(fault: BaseException, filename: str) -> str:
    """Return in which file beside the program it stopped, as Python writes it; nothing where it was in none.

    A file that is no Python has no line that ran, and its error says where.
    """
    files = beside.files()
    if isinstance(fault, SyntaxError) and type(fault.filename) is str and fault.filename in files:
        return f" ({fault.filename}, line {fault.lineno})"
    for frame in reversed(traceback.extract_tb(fault.__traceback__) if files else []):
        if frame.filename == filename:
            break
        if frame.filename in files:
            return f" ({frame.filename}, line {frame.lineno})"
    return ""


def lines_of(fault: BaseException, filename: str) -> tuple[int, int]:
    """Return where the program stopped, from line to line: the last place an exception passed through.

    Both are 0 where it met no line of the program.
    """
    last: TracebackType | None = None
    here = fault.__traceback__
    while here is not None:  # by hand: the traceback module would read the lines of every file on the way
        last = here if here.tb_frame.f_code.co_filename == filename else last
        here = here.tb_next
    if last is None:
        return 0, 0
    place = next(islice(last.tb_frame.f_code.co_positions(), last.tb_lasti // 2, None), (None, None))
    return last.tb_lineno or 0, max(last.tb_lineno or 0, place[1] or 0)
