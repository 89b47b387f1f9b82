"""Ask a trained script's own functions for predictions."""

from __future__ import annotations

import contextlib
import functools
import inspect
import itertools
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from grader.inside.scripts.state.containers import is_module, is_script_object
from grader.inside.scripts.state.numeric import array_of, is_numeric

PREDICTS = re.compile(r"^(forward\w*|predict\w*|model|hypothesis)$", re.IGNORECASE)
"""Names of functions and methods that give a prediction."""

INPUT = re.compile(r"^(x\w{0,4}|inputs?\w*|data|samples?|features?|row|t_u\w*|a|i)$", re.IGNORECASE)
"""Names of what such a function is given; what else it asks for has to stand under that name."""

ANSWERS_AT_MOST = 4


def predictions(names: Mapping[str, Any], x: np.ndarray) -> dict[str, np.ndarray]:
    """Return what functions named like a prediction give for samples, by ``name.place`` of each way to ask.

    ``x`` has shape (samples, numbers). A function may take one sample's numbers, one sample, or all samples.
    """
    found: dict[str, np.ndarray] = {}
    for name, function in functions(names):
        for ask in ways(function, x):
            with contextlib.suppress(Exception):
                answer = np.asarray(numbers(ask()), dtype=float)
                if answer.size and answer.size % len(x) == 0 and np.isfinite(answer).all():
                    found[f"{name}.{len(found)}"] = answer.reshape(len(x), -1)
            if len(found) >= ANSWERS_AT_MOST:
                return found
    return found


def functions(names: Mapping[str, Any]) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the script's functions, methods and modules that give a prediction, with their names.

    Behind the name of one that is also given the numbers under its arguments' names stands a bracket.
    """
    for name, value in names.items():
        if is_module(value):
            yield name, value
        elif inspect.isfunction(value) and PREDICTS.match(name):
            yield from filled(name, value, names)
        elif is_script_object(value):
            for method in dir(value):
                bound = getattr(value, method, None) if PREDICTS.match(method) else None
                if inspect.ismethod(bound):
                    yield from filled(f"{name}.{method}", bound, names)


def filled(
    name: str, function: Callable[..., Any], names: Mapping[str, Any]
) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield a function that takes inputs alone, once all else that it asks for is given to it."""
    every = inspect.signature(function).parameters.values()
    needed = [one.name for one in every if one.default is one.empty]
    inputs = list(itertools.takewhile(INPUT.match, needed))
    rest = needed[len(inputs) :]
    if inputs and not rest:
        yield name, function
    elif inputs and all(is_numeric(names.get(one)) for one in rest):
        yield f"{name}()", functools.partial(function, **{one: names[one] for one in rest})


def ways(function: Callable[..., Any], x: np.ndarray) -> Iterator[Callable[[], Any]]:
    """Yield the ways in which a function may be asked for all samples."""
    rows = [[float(number) for number in row] for row in x]
    yield lambda: [numbers(function(*row)) for row in rows]
    yield lambda: [numbers(function(np.array(row))) for row in rows]
    yield lambda: function(np.array(x))
    if "torch" in sys.modules:
        import torch

        tensor = torch.tensor(x, dtype=torch.get_default_dtype())
        yield lambda: function(tensor)
        yield lambda: [numbers(function(row)) for row in tensor]


def numbers(answer: Any) -> Any:
    """Return the numbers in an answer, outputs side by side.

    Raises:
        TypeError: it is something else.
    """
    if isinstance(answer, tuple | list):
        return np.stack([numbers(one) for one in answer])
    if isinstance(answer, bool | np.bool_):
        return np.asarray(float(answer))
    if not is_numeric(answer):
        raise TypeError
    return array_of(answer)
