"""Begin after a first round where only that makes what steps carry: a velocity that is None before, say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from grader.inside.scripts.state.containers import is_script_object
from grader.inside.scripts.state.numeric import is_scalar, is_whole
from grader.inside.scripts.state.rounds import Rounds
from grader.inside.scripts.state.slots import Slot, numbers_at, slots


def warm(rounds: Rounds, item: Any) -> None:
    """Have rounds begin with what the first one makes, emptied, where later steps are made of it.

    The numbers that there were before are put back to where they began; counts go on from the first round.
    """
    rounds.reset()
    if not may_make(rounds.scope.names()):
        return
    reached, before = rounds.state(), standing(rounds)
    # What a round only gives another name to, its inputs as the first activations say, it does not make.
    there = {id(value) for slot in before if not is_scalar(value := slot.get(rounds.scope))}
    empty = {name for name, value in rounds.scope.names().items() if value is None}
    rounds.go_on({}, item)
    after = standing(rounds)
    fresh = [slot for slot in after if slot not in before and id(slot.get(rounds.scope)) not in there]
    made = [slot for slot in fresh if slot.steps or slot.name in empty]
    if not made:
        return
    for slot, array in before.items():
        if slot in after and not np.array_equal(after[slot], array):
            slot.put(rounds.scope, array)
    for slot in made:
        slot.put(rounds.scope, np.zeros_like(after[slot]))
    rounds.begin(rounds.state_now())
    if not is_carried(rounds, made, list(before), item):
        rounds.begin(reached)


def may_make(names: Mapping[str, Any]) -> bool:
    """Tell whether a round may make something that stays: in an object of the script's, or under a name."""
    return any(
        value is None or isinstance(value, dict) or is_script_object(value) for value in names.values()
    )


def standing(rounds: Rounds) -> dict[Slot, np.ndarray]:
    """Return all places with numbers that are no counts, and what they hold now."""
    found = ((slot, numbers_at(slot, rounds.scope)) for slot in slots(rounds.scope))
    return {
        slot: array for slot, array in found if array is not None and not is_whole(slot.get(rounds.scope))
    }


def is_carried(rounds: Rounds, made: Sequence[Slot], others: Sequence[Slot], item: Any) -> bool:
    """Tell whether what the first round made shapes how others move in the next."""
    plain = rounds.run({}, item, others).after
    ones = {slot: np.ones_like(array) for slot, array in standing(rounds).items() if slot in made}
    moved = rounds.run(ones, item, others).after
    return any(
        slot in moved
        and moved[slot].shape == array.shape
        and not np.allclose(moved[slot], array, equal_nan=True)
        for slot, array in plain.items()
    )
