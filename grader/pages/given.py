"""Inputs that are no numbers, functions and random generators, become records that travel to the sandbox."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.errors import PageError
from grader.inside.observation import Function, Leaf, Seeded
from grader.pages.check import Check
from grader.pages.dependencies import experiment
from grader.pages.slices import Source

LIBRARIES = {"np": "numpy", "torch": "torch", "math": "math"}
"""The libraries whose functions may be inputs, by the names that pages give them."""


def record(source: Source, constants: Mapping[str, Any], check: Check, value: Any) -> Any:
    """Return the record for a function or generator that a check gives to a task; anything else as it is.

    Raises:
        PageError: a generator was used or has no seed; a function is out of the sandbox's reach.
    """
    if isinstance(value, np.random.Generator):
        return seeded(source, check, value)
    if callable(value) and hasattr(value, "__name__") and not isinstance(value, type):
        return function(source, constants, check, value)
    if value is None or isinstance(value, PLAIN):
        return value
    if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
        return value
    kind = f"array of {value.dtype}" if isinstance(value, np.ndarray) else type(value).__qualname__
    message = f"the check {check.title!r} has an input of type {kind}, which cannot be one; {remedy(value)}"
    raise PageError(source.path, source.line_of_text(check.title), message)


PLAIN = (bool, int, float, str, Leaf, Seeded, Function)
"""What may be an input as it is, beside arrays of numbers, and lists, tuples and dictionaries of these."""


def remedy(value: Any) -> str:
    """Return what to write in place of an input that cannot travel."""
    if type(value).__module__.partition(".")[0] == "torch":
        return "write tensor(…) for data, leaf(…) for a parameter, with numbers or an array in it"
    return "give numbers, arrays, text, None, or lists, tuples and dictionaries of these"


def seeded(source: Source, check: Check, value: np.random.Generator) -> Seeded:
    """Return the seed of a generator from which nothing was drawn yet."""
    seed = getattr(value.bit_generator.seed_seq, "entropy", None)
    if isinstance(seed, int) and state(np.random.default_rng(seed)) == state(value):
        return Seeded(seed)
    message = (
        f"the check {check.title!r} gives a generator that was drawn from; "
        "write generator(seed), or generator() for a fresh seed"
    )
    raise PageError(source.path, source.line_of_text(check.title), message)


def state(generator: np.random.Generator) -> Any:
    """Return where a generator stands."""
    return generator.bit_generator.state


def function(source: Source, constants: Mapping[str, Any], check: Check, value: Any) -> Function:
    """Return a function as the program's own, a library's, or with its text."""
    name = value.__qualname__ if value.__class__.__name__ == "function" else value.__name__
    if name in source.tasks:
        return Function(name)
    for short, module in LIBRARIES.items():
        if getattr(sys.modules.get(module), name, None) is value:
            return Function(f"{short}.{name}", f"import {module} as {short}\nexperiment = {short}.{name}\n")
    text = experiment(source, name, constants, "function")
    if check.public and not source.given(source.definitions[name]):
        message = (
            f"the public check {check.title!r} gives students the function {name}, which they do not see; "
            "move it above the last task"
        )
        raise PageError(source.path, source.definitions[name].lineno, message)
    return Function(name, text)
