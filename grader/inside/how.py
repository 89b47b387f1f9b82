"""Observe how a task works, beside what it returns: lines run, calls made, memory held."""

from __future__ import annotations

import builtins
import os
import sys
import tracemalloc
import types
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader.inside.observation import Observation, Outcome, Scenario
from grader.inside.program import Names, call
from grader.inside.values import build

MEGABYTE = 1_000_000

Line = tuple[types.CodeType, int]


def vectorised(program: Names, scenario: Scenario) -> Observation:
    """Call the task with few samples and with many, and tell whether no line runs for each of the samples.

    ``fields`` are how many samples these are. That a line runs once more means nothing: another branch was
    taken, something was imported or kept for the next call.
    """
    few, many = (
        lines_run(program, scenario, [given[label] for label in scenario.of_args])
        for given in build(scenario.args, program)
    )
    fewer, more = map(int, scenario.fields)
    growth = max((count - few[line] for line, count in many.items()), default=0)
    return flags({"vectorised": growth * STRIDE < more - fewer})


STRIDE = 3
"""A line that runs for every third sample, or for more of them, is a loop's over the samples."""

STOPPED = "the program has switched off what counts its steps"

GENERATED = ("<frozen", "<__array_function__")
"""How the names of files begin that libraries make up."""


def is_own(code: types.CodeType) -> bool:
    """Tell whether code is the program's, its helpers' or made by them: libraries lie at absolute paths."""
    return not os.path.isabs(code.co_filename) and not code.co_filename.startswith(GENERATED)


def lines_run(program: Names, scenario: Scenario, arguments: list[Any]) -> Counter[Line]:
    """Return how often each line of the program's own text runs or is called.

    Raises:
        RuntimeError: it switches the counting off.
    """
    counts: Counter[Line] = Counter()

    def trace(frame: types.FrameType, event: str, argument: Any) -> Any:
        if not is_own(frame.f_code):
            return None
        counts[frame.f_code, frame.f_lineno] += event != "return"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call(program, scenario.task, arguments)
        if sys.gettrace() is not trace:
            raise RuntimeError(STOPPED)
    finally:
        sys.settrace(before)
    return counts


def calls(program: Names, scenario: Scenario) -> Observation:
    """Call the task and count how often it calls each of the functions in ``fields``, on whatever way.

    Raises:
        RuntimeError: it switches the counting off.
    """
    wanted = {name: identity(meant(program, name)) for name in scenario.fields}
    counts = dict.fromkeys(scenario.fields, 0)

    def watch(frame: types.FrameType, event: str, argument: Any) -> None:
        called = argument if event == "c_call" else frame.f_code if event == "call" else None
        for name, function in wanted.items():
            if called is not None and called is function:
                counts[name] += 1

    arguments = build(scenario.args, program)
    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        call(program, scenario.task, arguments)
        if sys.getprofile() is not watch:
            raise RuntimeError(STOPPED)
    finally:
        sys.setprofile(before)
    values = {name: np.asarray(float(count)) for name, count in counts.items()}
    return Observation(Outcome.RETURNED, values, dict.fromkeys(values, "float"))


def meant(program: Names, name: str) -> Any:
    """Return the function of a name: a library's, dotted, a built-in one, or one of the program's."""
    first, *rest = name.split(".")
    if not rest:
        return getattr(builtins, name, None) or getattr(program, name)
    found = sys.modules.get(first)
    for part in rest:
        found = getattr(found, part, None)
    return found


def identity(function: Any) -> Any:
    """Return by what a profiler knows a function: its code, or itself where it is built in."""
    inner = getattr(function, "__wrapped__", function)
    return getattr(inner, "__code__", function)


def fits(program: Names, scenario: Scenario) -> Observation:
    """Call the task and tell whether it holds no more memory at a time than the megabytes in ``fields``."""
    call(
        program, scenario.task, build(scenario.args, program)
    )  # what it imports and keeps is not of this call
    arguments = build(scenario.args, program)
    tracemalloc.start()
    try:
        call(program, scenario.task, arguments)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    return flags({"fits": most <= float(scenario.fields[0]) * MEGABYTE})


def flags(values: Mapping[str, bool]) -> Observation:
    """Return truth values as an observation."""
    arrays = {name: np.asarray(value) for name, value in values.items()}
    return Observation(Outcome.RETURNED, arrays, dict.fromkeys(arrays, "bool"))


KINDS: Mapping[str, Callable[[Names, Scenario], Observation]] = types.MappingProxyType(
    {"vectorised": vectorised, "calls": calls, "fits": fits}
)
