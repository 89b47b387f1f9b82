"""Tell what a round carries beside its parameters: sizes that divide its steps, or the gradients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.inside.scripts.state.rounds import Rounds
from grader.inside.scripts.state.slots import Slot

Numbers = Mapping[Slot, np.ndarray]

FAR_ABOVE = 1e10
"""So many times above what a round adds to them, carried sizes stay as they are for some rounds."""


@dataclass(frozen=True)
class Carried:
    """What a round carries, and a point for the parameters at which it is tried."""

    rounds: Rounds
    parameters: Sequence[Slot]
    memory: Numbers
    point: Numbers
    item: Any

    def divisors(self) -> dict[Slot, np.ndarray]:
        """Return the slots by whose roots steps are divided, with a large number for all to hold.

        While they hold it, a step of AdaGrad, RMSprop or Adam is a multiple of the gradient.
        """
        held = list(self.memory)
        after = self.rounds.run(self.point, self.item, held).after
        if len(after) < len(held):
            return {}
        size = FAR_ABOVE * max(float(np.abs(array).max(initial=0.0)) for array in after.values())
        if not 0 < size < np.inf:
            return {}
        found: dict[Slot, np.ndarray] = {}
        for slot in held:
            numbers = np.full_like(self.memory[slot], size)
            steps = [self.steps({**self.point, slot: times * numbers}) for times in (1.0, 4.0)]
            if any(is_double(steps[0][one], steps[1][one]) for one in self.parameters):
                found[slot] = numbers
        return found

    def is_all_there_is(self) -> bool:
        """Tell whether steps are made of what is carried alone: of the gradient of the round before."""
        moved = {slot: 1.5 * array + 0.1 for slot, array in self.point.items()}
        steps = [self.steps(point) for point in (self.point, moved)]
        return all(is_close(*(made[slot] for made in steps)) for slot in self.parameters)

    def steps(self, numbers: Numbers) -> dict[Slot, np.ndarray]:
        """Return by how much a round moves each parameter down."""
        after = self.rounds.run(numbers, self.item, self.parameters).after
        return {slot: numbers[slot] - after[slot] for slot in self.parameters}


def is_double(left: np.ndarray, right: np.ndarray) -> bool:
    """Tell whether one step is twice as long as another one."""
    return bool(left.any()) and bool(np.abs(left - 2 * right).max() <= 1e-3 * np.abs(left).max())


def is_close(left: np.ndarray, right: np.ndarray) -> bool:
    """Tell whether two steps are equal up to rounding, and are steps."""
    return bool(left.any()) and bool(np.abs(left - right).max() <= 1e-9 * (1 + np.abs(left).max()))
