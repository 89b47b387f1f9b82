"""Find the places in a script's state that a round of its loop moves, and that a step shapes."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from grader.inside.scripts.state.containers import is_module_parameter
from grader.inside.scripts.state.numeric import is_scalar, is_tensor, is_whole
from grader.inside.scripts.state.rounds import OutOfTime, Rounds
from grader.inside.scripts.state.slots import Slot, numbers_at, slots
from grader.inside.scripts.trials.found import NotFound
from grader.inside.scripts.trials.names import is_entry, is_weight

NO_PARAMETER = re.compile(
    r"loss|cost|sum|total|count|epoch|iter|correct|accuracy|best|patience|elapsed|^t$|^i$", re.I
)


DUST = 1e-12
"""A step that is no longer may be what rounding leaves of none."""


class Moving:
    """The slots that a round moves, where they start, and an item that moves each."""

    def __init__(self, rounds: Rounds, items: Sequence[Any], rng: np.random.Generator) -> None:
        """Prepare; nothing runs yet."""
        self.rounds, self.items, self.rng = rounds, items, rng
        self.start: dict[Slot, np.ndarray] = {}
        self.moving: dict[Slot, Any] = {}
        self.rebound: set[Slot] = set()

    def suspects(self) -> dict[Slot, np.ndarray]:
        """Return the slots that a round moves, with where they start; note for each an item that moves it."""
        self.rounds.reset()
        # A name that a round binds in a function stays bound: it is the loop's item, say.
        known = {*self.rounds.bindings, *self.rounds.locals}
        every = [slot for slot in slots(self.rounds.scope) if slot.name in known]
        self.start = {
            slot: array for slot in every if (array := numbers_at(slot, self.rounds.scope)) is not None
        }
        whole = {slot for slot in self.start if is_whole(slot.get(self.rounds.scope))}
        held = {slot: slot.get(self.rounds.scope) for slot in self.start if not slot.steps}
        first = self.rounds.run({}, self.items[0], every)
        names = self.rounds.scope.names()
        self.rebound = {slot for slot, value in held.items() if names.get(slot.name) is not value}
        # A weight may hold whole numbers; under another name they count something.
        whole = {slot for slot in whole if self.still_whole(slot) and not is_weight(slot)}
        self.rebound -= whole
        again = self.rounds.run({}, self.items[0], every)
        if any(
            slot in first.after and not close(array, first.after[slot]) for slot, array in again.after.items()
        ):
            raise NotFound("not_repeatable")
        self.moving = {
            slot: self.items[0] for slot, array in again.after.items() if is_move(again.before[slot], array)
        }
        for item in self.items:
            self.move_elsewhere(every, item)
        return {slot: self.start[slot] for slot in every if slot in self.moving and slot not in whole}

    def move_elsewhere(self, every: Sequence[Slot], item: Any) -> None:
        """Note what moves on another item or from another start: at zero weights slopes are zero."""
        likely = [
            slot
            for slot, start in self.start.items()
            if slot in self.moving or (self.looks_trainable(slot, start) and self.may_move(slot))
        ]
        bound = {slot: self.start[slot] + 0.3 for slot in self.rebound}
        for number, size in enumerate((0.0, 0.3, 0.3, 1.0, 1.0)):
            if number > 2 and all(slot in self.moving for slot in likely):
                break
            numbers = {
                slot: self.start[slot] + size * self.rng.normal(size=self.start[slot].shape)
                for slot in (likely if number else [])
            }
            numbers = {**bound, **numbers} if number > 1 else numbers
            try:
                done = self.rounds.run(numbers, item, every)
            except OutOfTime:
                raise
            except Exception:
                continue
            for slot, array in done.after.items():
                if is_move(done.before[slot], array):
                    self.moving.setdefault(slot, item)

    def may_move(self, slot: Slot) -> bool:
        """Tell whether anything may move a slot: a number under a name has to be bound anew."""
        bound = self.rounds.bound
        return bool(slot.steps) or slot.name in bound or not is_scalar(slot.get(self.rounds.scope))

    def still_whole(self, slot: Slot) -> bool:
        """Tell whether a slot that held whole numbers still does."""
        try:
            return is_whole(slot.get(self.rounds.scope))
        except (LookupError, AttributeError, TypeError):
            return True

    def is_cut(self) -> bool:
        """Tell whether an array of whole numbers cuts what a round makes of it to whole numbers."""
        self.rounds.reset()
        values = ((slot, slot.get(self.rounds.scope)) for slot in self.start)
        whole = [slot for slot, value in values if isinstance(value, np.ndarray) and value.dtype.kind in "iu"]
        wide = {slot: self.start[slot] for slot in whole}
        with contextlib.suppress(Exception):
            cut, there, beside = (
                self.rounds.run(numbers, self.items[0], whole).after
                for numbers in ({}, wide, {slot: array + 0.25 for slot, array in wide.items()})
            )
            return any(
                (there[slot] % 1).any()
                and np.array_equal(np.trunc(there[slot]), cut[slot])
                and not close(there[slot], beside[slot])
                for slot in whole
            )
        return False

    def is_carried(self, slot: Slot, start: np.ndarray, suspects: Mapping[Slot, np.ndarray]) -> bool:
        """Tell whether what a slot holds before the round shapes what it holds after, and how things move."""
        if NO_PARAMETER.search(str(slot).rpartition(".")[2]):
            return False
        item, given = self.moving[slot], 0
        start = np.nan_to_num(start, posinf=1e6, neginf=-1e6)  # the best loss so far begins at infinity, say
        plain = self.step({slot: start}, suspects, item)
        changes = [
            size * (1 + np.abs(start)) * self.rng.uniform(0.5, 1.0, start.shape) for size in (0.1, -3.0)
        ]
        moved = np.abs(plain[slot]) if slot in plain else np.zeros_like(start)
        # What adds squares up shows only where as much again is added; rounding alone shows nothing.
        if moved.max(initial=0.0) > DUST:
            changes.append(3.0 * moved)
        for change in (*changes, 0.1 * self.rng.uniform(0.5, 1.0, start.shape) - start):
            try:
                moved = self.step({slot: start + change}, suspects, item)
            except OutOfTime:
                raise
            except Exception:
                return False
            shaped = [
                one for one, step in moved.items() if one in plain and not close(step, plain[one], 1e-7)
            ]
            given_anew = moved.get(slot) is None or is_set_anew(plain[slot], moved[slot], change)
            # A parameter's step may happen to end at the least loss, wherever it begins.
            least = given_anew and shaped != [slot] and bool(self.looks_trainable(slot, start))
            if shaped and (least or not given_anew):
                return True
            given += given_anew  # it is given a new value, whatever it held; perhaps only so far out
        return given == 0 and is_weight(slot)

    def shapes(self, slot: Slot, carried: Mapping[Slot, np.ndarray], others: Sequence[Slot]) -> bool:
        """Tell whether what a slot holds shapes how others move; the largest change so far, say, does not."""
        item, start = self.moving[slot], np.nan_to_num(carried[slot], posinf=1e6, neginf=-1e6)
        # From zero, a step may be zero whatever it is multiplied by.
        base = {other: carried[other] + self.rng.uniform(0.2, 1.0, carried[other].shape) for other in others}
        suspects = {**base, slot: start}
        try:
            plain = self.step({**base, slot: start}, suspects, item)
            own = np.abs(plain.pop(slot, np.zeros_like(start)))  # what adds squares up is large itself
            for size in (0.1, -3.0, 30.0):
                change = size * (1 + np.abs(start) + own) * self.rng.uniform(0.5, 1.0, start.shape)
                moved = self.step({**base, slot: start + change}, suspects, item)
                if any(other not in moved or not close(moved[other], plain[other], 1e-7) for other in plain):
                    return True
        except OutOfTime:
            raise
        except Exception:
            return True
        return False

    def step(
        self, numbers: Mapping[Slot, np.ndarray], suspects: Mapping[Slot, np.ndarray], item: Any
    ) -> dict[Slot, np.ndarray]:
        """Return by how much a round on an item moves each suspect down."""
        done = self.rounds.run(numbers, item, list(suspects))
        return {
            slot: done.before[slot] - array
            for slot, array in done.after.items()
            if array.shape == done.before[slot].shape
        }

    def is_beside(self, slot: Slot) -> bool:
        """Tell whether a slot stands in one dictionary with another parameter that moves."""
        return is_entry(slot) and any(
            is_entry(other) and (other.name, other.steps[:-1]) == (slot.name, slot.steps[:-1])
            for other in self.moving
        )

    def is_set_aside(self, slot: Slot, value: Any) -> bool:
        """Tell whether a module of its own is left as it is, perhaps on purpose, as a teacher is."""
        groups = [group for one in self.rounds.optimisers for group in one.param_groups]
        given = {id(tensor) for group in groups for tensor in group["params"]}
        alone = all(slot.name != other.name for other in self.moving)
        return is_module_parameter(value) and bool(slot.steps) and alone and id(value) not in given

    def looks_trainable(self, slot: Slot, start: np.ndarray) -> str:
        """Say why a slot that stays where it is looks like a parameter, "" where it does not."""
        with contextlib.suppress(LookupError, AttributeError, TypeError):
            value = slot.get(self.rounds.scope)
            if is_tensor(value):
                recorded = value.requires_grad and value.is_leaf
                return ("named" if self.is_set_aside(slot, value) else "recorded") if recorded else ""
            if is_weight(slot) and not is_whole(value):
                return "named"
            if self.is_beside(slot) and not is_whole(value):
                return "beside"
        return ""


def is_set_anew(plain: np.ndarray, moved: np.ndarray, change: np.ndarray) -> bool:
    """Tell whether a change of what a slot held is gone after the round, up to rounding.

    Entries that never move say nothing: that of a bias among the outputs of units, say.
    """
    off = np.abs(moved - plain - change)[(plain != 0) | (moved != 0)]
    return bool(off.size and off.max() <= 1e-9 * (1e-3 + np.abs(change).max()))


def is_move(before: np.ndarray, after: np.ndarray) -> bool:
    """Tell whether a change may be a step: finite, of one shape, and no new order of the same numbers."""
    if before.shape != after.shape or not np.isfinite(after).all() or np.array_equal(before, after):
        return False
    return before.size < 3 or not np.array_equal(np.sort(before.ravel()), np.sort(after.ravel()))


def close(left: np.ndarray, right: np.ndarray, tolerance: float = 1e-9) -> bool:
    """Tell whether two arrays are equal up to rounding."""
    return left.shape == right.shape and bool(
        np.allclose(left, right, rtol=tolerance, atol=tolerance * 1e-3, equal_nan=True)
    )
