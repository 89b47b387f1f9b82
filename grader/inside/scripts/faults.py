"""Whose a failure is: that of a round, of what is tried around it, or of what is not here."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from typing import Any

from grader.inside.scripts.rewriting import instrument
from grader.inside.scripts.state.rounds import OutOfTime, Rounds


def why_failed(fault: BaseException, rounds: Rounds | None, items: Sequence[Any]) -> str:
    """Say what failed: a round as the script has it, one from other numbers, or what is tried around it."""
    if not is_of_round(fault) or rounds is None:
        return "unreadable"
    try:
        rounds.run({}, items[0])
    except OutOfTime:
        return "out_of_time"
    except Exception as again:
        return "round" if type(again) is type(fault) else "elsewhere"
    return "elsewhere"


def is_of_round(fault: BaseException) -> bool:
    """Tell whether a failure is that of a round, and not of what is tried around it."""
    places = traceback.walk_tb(fault.__traceback__)
    return any(frame.f_code.co_name in (instrument.BODY, instrument.BIND) for frame, _ in places)


def is_ours(fault: BaseException) -> bool:
    """Tell whether a failure comes from what is not here: packages, files, a screen, memory."""
    if isinstance(fault, ImportError | OSError | EOFError | MemoryError):
        return True
    return "Inert" in str(fault) or "Absent" in str(fault) or "inert" in str(fault)
