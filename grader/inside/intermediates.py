"""Observe local variables of a task as they are when it ends: the quantities on the way that a page names."""

from __future__ import annotations

import contextlib
import sys
import types
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from grader.inside.attempt import Missing, attempt
from grader.inside.how import identity
from grader.inside.observation import INTERMEDIATE, Observation, Scenario
from grader.inside.program import Names
from grader.inside.values import as_array

NUMBERS_AT_MOST = 4096
"""Numbers of one variable that are written down; what a page names is as small as its inputs."""


@contextlib.contextmanager
def watched(program: Names, scenario: Scenario) -> Iterator[dict[str, Any]]:
    """Yield what will hold the named variables once the task's first call has ended, or stopped."""
    found: dict[str, Any] = {}
    code = code_of(program, scenario)
    depth = 0

    def watch(frame: types.FrameType, event: str, argument: Any) -> None:
        nonlocal depth
        if frame.f_code is not code or event not in ("call", "return"):
            return
        depth += 1 if event == "call" else -1
        if not depth:  # of a function that calls itself, the outermost call
            sys.setprofile(before)
            found.update(
                (name, frame.f_locals[name]) for name in scenario.intermediates if name in frame.f_locals
            )

    before = sys.getprofile()
    if code is not None:
        sys.setprofile(watch)
    try:
        yield found
    finally:
        if code is not None:
            sys.setprofile(before)


def code_of(program: Names, scenario: Scenario) -> types.CodeType | None:
    """Return the code of the task where some of its variables are asked for, None where it has none."""
    if not scenario.intermediates:
        return None
    try:
        code = identity(getattr(program, scenario.task))
    except Missing:
        return None
    return code if isinstance(code, types.CodeType) else None


def beside(seen: Observation, found: Mapping[str, Any], filename: str) -> Observation:
    """Return an observation with those variables beside its values that hold numbers."""
    values: dict[str, np.ndarray] = {}

    def write() -> None:
        for name, value in found.items():
            array = as_array(value)
            if array is not None and array.size <= NUMBERS_AT_MOST:
                values[INTERMEDIATE + name] = array

    attempt(write, filename)  # a program's own objects may do anything when they are asked for their numbers
    return replace(seen, values={**seen.values, **values})
