"""What a draw is made of: an item, directions, and what single statements of a round moved."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.inside.scripts.state.rounds import Round
from grader.inside.scripts.state.slots import Slot
from grader.inside.scripts.trials.found import Draw

COORDINATES = 10
"""Directions in which a large parameter is differenced: some entries, and some mixed directions."""


def directions(shape: tuple[int, ...], rng: np.random.Generator, count: int) -> np.ndarray:
    """Return directions for a parameter: all entries of a small one; some, and mixed ones, of a large."""
    size = int(np.prod(shape))
    if size <= count + 2:
        return np.eye(size)
    chosen = rng.choice(size, count // 2, replace=False)
    single = np.zeros((len(chosen), size))
    single[range(len(chosen)), chosen] = 1.0
    mixed = rng.normal(size=(count - len(chosen), size)) / np.sqrt(size)
    return np.vstack([single, mixed])


def is_still(draw: Draw) -> bool:
    """Tell whether nothing moves at a draw and no loss has a slope: a threshold unit is right there, say."""
    return not any(array.any() for array in (*draw.step.values(), *draw.slope.values()))


def steepest(slope: Mapping[Slot, np.ndarray]) -> float:
    """Return the largest of all slopes."""
    return max(float(np.abs(array).max(initial=0.0)) for array in slope.values())


def first_moves(done: Round) -> dict[Slot, np.ndarray]:
    """Return where the parameters stood that several statements moved, after the first of these."""
    several = {slot: moves[0].after for slot, moves in done.moves.items() if len(moves) > 1}
    return {
        slot: array
        for slot, array in several.items()
        if array is not None and array.shape == done.after[slot].shape and np.isfinite(array).all()
    }


def first_items(items: Any, indexed: bool) -> list[Any]:
    """Return some items of what a loop goes over, in the order in which draws use them."""
    if items is None:
        return [None]
    if isinstance(items, range) and not indexed:
        return [items[0]] if len(items) else []
    if isinstance(items, range) and len(items) > 1 and items[-1] + items.step > items.stop:
        items = items[:-1]  # where a batch begins: the last one may hold less
    few = list(itertools.islice(iter(items), 4))
    return few[1:] + few[:1]
