"""What stands on both sides of the differences that losses are made from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.random import default_rng  # the script may replace it

from grader.inside.scripts.rewriting.ranks import is_guess
from grader.inside.scripts.state.rounds import Rounds
from grader.inside.scripts.state.slots import Slot
from grader.inside.scripts.trials.found import Found
from grader.inside.scripts.trials.moving import close


def note_sides(found: Found, rounds: Rounds, item: Any, base: Mapping[Slot, np.ndarray]) -> None:
    """Note of each loss whether parameters move both sides of its difference, and what shapes these have."""
    rng = default_rng(3)
    moved = {
        slot: start + 0.1 * (1 + np.abs(start)) * rng.uniform(0.5, 1, start.shape)
        for slot, start in base.items()
    }
    here, there = (rounds.run(point, item, list(base), frozen=True).sides for point in (base, moved))
    both = {
        text
        for text, sides in here.items()
        if text in there and not any(map(close, sides, there[text], (1e-12, 1e-12)))
    }
    # In y - b - w * x, which is (y - b) - w * x, the first part is a difference from the same target.
    chained = {text for text in both if any(text.startswith(f"{start} - ") for start in here.keys() - both)}
    both -= chained
    parts = [label.partition(":") for label in found.losses]
    found.spread = [is_guess(f"{how}:") and text in here and is_spread(*here[text]) for how, _, text in parts]
    found.counts = [
        counts_of(*here[text]) if is_guess(f"{how}:") and text in here else (0, 0, 0)
        for how, _, text in parts
    ]
    found.both = [is_guess(f"{how}:") and text in both for how, _, text in parts]


def counts_of(left: np.ndarray, right: np.ndarray) -> tuple[int, int, int]:
    """Return the entries of a difference, its rows and its columns."""
    shape = np.broadcast_shapes(left.shape, right.shape) or (1,)
    return int(np.prod(shape)), shape[0], shape[-1]


def is_spread(left: np.ndarray, right: np.ndarray) -> bool:
    """Tell whether a column less a row of as many numbers is made a square table, each less each."""
    column, row = (left, right) if left.ndim == 2 else (right, left)
    return column.shape == (row.size, 1) and row.ndim == 1 and row.size > 1
