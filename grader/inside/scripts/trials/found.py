"""What an experiment at a training loop brings home: draws, parameters, losses, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.inside.scripts.state.slots import Slot


class NotFound(Exception):
    """The loop is not one that trains, or shows no loss; ``why`` is the id of a sentence."""

    def __init__(self, why: str) -> None:
        """Remember the reason."""
        super().__init__(why)
        self.why = why


@dataclass
class Draw:
    """One point: the steps of two rounds in a row, and the slopes of every loss in the same directions.

    ``held_step`` are the steps of a round in which no parameter stays where it has moved.
    """

    item: int
    start: dict[Slot, np.ndarray]
    step: dict[Slot, np.ndarray]
    slope: dict[Slot, np.ndarray]
    error: dict[Slot, np.ndarray]
    rates: dict[Slot, dict[str, float]]
    loss: np.ndarray
    second_step: dict[Slot, np.ndarray] = field(default_factory=dict)
    second_slope: dict[Slot, np.ndarray] = field(default_factory=dict)
    held_step: dict[Slot, np.ndarray] = field(default_factory=dict)
    middle: dict[Slot, np.ndarray] = field(default_factory=dict)
    first_step: dict[Slot, np.ndarray] = field(default_factory=dict)


@dataclass
class Found:
    """What an experiment found; ``why`` says where it ended early."""

    why: str = ""
    parameters: list[Slot] = field(default_factory=list)
    lines: dict[Slot, list[int]] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)
    loss_sizes: list[int] = field(default_factory=list)
    leftover: list[bool] = field(default_factory=list)
    occasional: list[bool] = field(default_factory=list)
    multiplied: list[bool] = field(default_factory=list)
    follows: list[bool] = field(default_factory=list)
    directions: dict[Slot, np.ndarray] = field(default_factory=dict)
    draws: list[Draw] = field(default_factory=list)
    memory: list[str] = field(default_factory=list)
    scaled: list[str] = field(default_factory=list)
    empty: bool = False
    stale: bool = False
    behind: bool = False
    seldom: bool = False
    unmoved: dict[str, str] = field(default_factory=dict)
    optimiser: str = ""
    rules: dict[Slot, str] = field(default_factory=dict)
    chosen: bool = False
    stateful: bool = False
    once: bool = False
    both: list[bool] = field(default_factory=list)
    spread: list[bool] = field(default_factory=list)
    counts: list[tuple[int, int, int]] = field(default_factory=list)
    single: bool = False
    differenced: bool = False
    items: list[Any] = field(default_factory=list)
    lucks: list[int] = field(default_factory=list)
    data: dict[str, np.ndarray] = field(default_factory=dict)
    inner: dict[tuple[int, str], np.ndarray] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    values: dict[Slot, np.ndarray] = field(default_factory=dict)
