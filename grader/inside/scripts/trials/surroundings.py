"""The data around a loop: arrays, their sizes, and columns of lists of samples."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.inside.scripts.state.numeric import array_of, is_numeric_list
from grader.inside.scripts.state.rounds import Rounds
from grader.inside.scripts.state.slots import numbers_at, slots
from grader.inside.scripts.trials.found import Found


def note_data(found: Found, rounds: Rounds, item: Any) -> None:
    """Note the data around the loop: arrays and their sizes."""
    rounds.reset()
    rounds.bind(item)
    moving = set(found.parameters)
    # What a round binds in a function stays bound, and is no data.
    known = {*rounds.bindings, *rounds.locals}
    for slot in (one for one in slots(rounds.scope) if one.name in known):
        array = numbers_at(slot, rounds.scope)
        if slot not in moving and array is not None and len(slot.steps) < 2:
            found.sizes += [size for size in array.shape if size > 1]
            if array.size <= 4096 and len(found.data) < 40 and str(slot) not in found.memory:
                found.data[str(slot)] = array
    for name, value in rounds.scope.names().items():
        if are_points(value):
            found.sizes.append(len(value))
            found.data |= columns(name, value)
    found.sizes = sorted(set(found.sizes))


def are_points(value: Any) -> bool:
    """Tell whether a value is a list of samples: of pairs of numbers, say."""
    many = isinstance(value, list | tuple) and len(value) > 1
    return many and all(isinstance(one, list | tuple) and len(one) == len(value[0]) > 1 for one in value)


def columns(name: str, points: Any) -> dict[str, np.ndarray]:
    """Return the columns of a list of samples that hold numbers, by the list's name."""
    every = {f"{name}[{place}]": list(column) for place, column in enumerate(zip(*points, strict=True))}
    return {key: array_of(column) for key, column in every.items() if is_numeric_list(column)}
