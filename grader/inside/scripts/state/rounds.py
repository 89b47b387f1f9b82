"""Run one round of a training loop again and again, and note what it moves and computes."""

from __future__ import annotations

import contextlib
import sys
import time
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.inside.scripts.state.memento import SEED, Memento
from grader.inside.scripts.state.optimisers import plain_optimisers
from grader.inside.scripts.state.recorded import Recorded, snapshot
from grader.inside.scripts.state.slots import Slot, numbers_at

Numbers = Mapping[Slot, np.ndarray]

PER_CLOCK = 16
"""Statements between two looks at the clock, which takes longer than most of them."""

State = tuple[dict[str, Any], dict[str, Any], Memento]
"""The names of the module and of the function, and what they reach."""


class OutOfTime(BaseException):
    """The time for looking at a script is used up; no ``except Exception`` of the script may catch it."""


@dataclass
class Names:
    """The names that a loop's body sees: those of the module, and before them those of its function.

    ``assigned`` are those that the body binds anew by assigning.
    """

    module: dict[str, Any]
    get: Callable[[], dict[str, Any]]
    set: Callable[[dict[str, Any]], None]
    assigned: frozenset[str] = frozenset()

    def names(self) -> Mapping[str, Any]:
        """Return the names and what they stand for."""
        return {**self.module, **self.get()}

    def bind(self, name: str, value: Any) -> None:
        """Have a name stand for a value, in the scope where the body reads it."""
        local = self.get()
        if name in local:
            self.set({name: value})
        else:
            self.module[name] = value


@dataclass
class Move:
    """A statement that was seen to move a parameter: its line, its rates, and how often it moved it."""

    line: int
    times: int = 1
    rates: dict[str, float] = field(default_factory=dict)
    entries: Any = None
    after: Any = None


@dataclass
class Round:
    """What one round did: where the slots stood before and after it, and the values that may be its loss.

    ``put_back`` is by how much a frozen round moved the slots down, each statement from where they began.
    """

    after: dict[Slot, np.ndarray]
    losses: dict[str, np.ndarray]
    moves: dict[Slot, list[Move]] = field(default_factory=dict)
    sides: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)
    put_back: dict[Slot, np.ndarray] = field(default_factory=dict)
    before: dict[Slot, np.ndarray] = field(default_factory=dict)


class Rounds:
    """The loop's body as a function of the numbers in some slots."""

    def __init__(
        self, scope: Names, body: Callable[[], Any], bind: Callable[[Any], None], deadline: float
    ) -> None:
        """Remember the state in which the loop was reached."""
        self.scope, self.body, self.bind, self.deadline = scope, body, bind, deadline
        self.bindings = dict(scope.module)
        self.locals = scope.get()
        self.stepped = False
        reached = Memento({**self.bindings, **self.locals}).seen.values()
        self.optimisers = plain_optimisers(reached, self.note_step)
        self.memento = Memento({**self.bindings, **self.locals})
        self.fixed: Numbers = {}
        self.held: dict[Slot, np.ndarray] = {}
        self.objects: dict[Slot, Any] = {}
        self.frozen = False
        self.tracing = False
        self.moving_lines: set[int] = set()
        self.renamed: dict[int, tuple[str, str]] = {}
        self.bound: set[str] = set()
        self.recorded = Recorded()
        self.moves: dict[Slot, list[Move]] = {}
        self.down: dict[Slot, np.ndarray] = {}
        self.rate_names: Callable[[int, types.FrameType], dict[str, float]] = lambda line, frame: {}
        self.runs = self.statements = 0

    @property
    def is_late(self) -> bool:
        """Whether the time for this script is used up."""
        return time.process_time() > self.deadline

    # ---- what the rewritten script calls ---------------------------------------------------------

    def after(self, line: int) -> None:
        """Look, behind a statement, whether it moved a parameter; put it back where the round is frozen."""
        self.statements += 1
        if self.statements % PER_CLOCK == 0 and self.is_late:
            raise OutOfTime
        if not self.tracing and not (self.frozen and (line in self.moving_lines or line in self.renamed)):
            return
        if self.frozen and line in self.renamed:
            new, old = self.renamed[line]
            self.scope.bind(new, self.scope.names()[old])
        if self.tracing or (self.frozen and line in self.moving_lines):
            for slot, held in self.held.items():
                now = numbers_at(slot, self.scope)
                if now is None or now.shape != held.shape or not same(now, held):
                    self.moved(slot, held, now, line)

    def moved(self, slot: Slot, held: np.ndarray, now: np.ndarray | None, line: int) -> None:
        """Note a move; put the parameter back, or hold what it is now."""
        self.recorded.step()
        if self.tracing:
            self.note(slot, held, now, line)
        if self.frozen:
            if now is not None and now.shape == held.shape:
                self.down[slot] = self.down.get(slot, 0.0) + held - now
            self.put_back(slot, held)
        elif now is not None and now.shape == held.shape:
            self.held[slot] = now

    def note(self, slot: Slot, held: np.ndarray, now: np.ndarray | None, line: int) -> None:
        """Note that a line moved a slot, and which entries of it."""
        changed = None if now is None or now.shape != held.shape else now != held
        self.moving_lines.add(line)
        known = next((move for move in self.moves.get(slot, []) if move.line == line), None)
        if known is None:
            rates = self.rate_names(line, sys._getframe(3))
            self.moves.setdefault(slot, []).append(Move(line, 1, rates, changed, now))
        elif changed is not None and known.entries is not None and not (known.entries & changed).any():
            known.entries = known.entries | changed
        else:
            known.times += 1

    def put_back(self, slot: Slot, held: np.ndarray) -> None:
        """Put a parameter back: the same object, with the same numbers."""
        with contextlib.suppress(LookupError, AttributeError, TypeError):
            if slot in self.objects and slot.get(self.scope) is not self.objects[slot]:
                slot.replace(self.scope, self.objects[slot])
            slot.put(self.scope, held)

    def note_step(self) -> None:
        """Note that an optimiser was told to make a step."""
        self.stepped = True
        self.recorded.step()

    # ---- where rounds begin ----------------------------------------------------------------------

    def state(self) -> State:
        """Return the state in which rounds begin."""
        return self.bindings, self.locals, self.memento

    def state_now(self) -> State:
        """Return the state as it is now, without the names that a round binds: a loop's item, say."""
        module = {name: self.scope.module[name] for name in self.bindings if name in self.scope.module}
        local = {name: value for name, value in self.scope.get().items() if name in self.locals}
        return module, local, Memento({**module, **local})

    def begin(self, state: State) -> None:
        """Have rounds begin in a state."""
        self.bindings, self.locals, self.memento = state

    # ---- running ---------------------------------------------------------------------------------

    def reset(self, luck: int = SEED) -> None:
        """Put the state back in which the loop was reached; random numbers come as the luck says."""
        if self.is_late:
            raise OutOfTime
        self.scope.module.clear()
        self.scope.module.update(self.bindings)
        self.scope.set(self.locals)
        self.memento.restore(luck)
        for slot, array in self.fixed.items():
            slot.put(self.scope, array)
        self.runs += 1

    def run(
        self,
        numbers: Numbers,
        item: Any,
        held: Sequence[Slot] = (),
        frozen: bool = False,
        tracing: bool = False,
        luck: int = SEED,
    ) -> Round:
        """Run one round from given numbers on one item of the loop; return what it did.

        ``held`` are the slots that are watched; a frozen round has them put back whenever they move.
        """
        self.reset(luck)
        return self.go_on(numbers, item, held, frozen, tracing)

    def go_on(
        self,
        numbers: Numbers,
        item: Any,
        held: Sequence[Slot] = (),
        frozen: bool = False,
        tracing: bool = False,
    ) -> Round:
        """Run a round from the state as it is."""
        self.recorded, self.moves, self.down = Recorded(), {}, {}
        for slot, array in numbers.items():
            slot.put(self.scope, array)
        self.bind(item)
        before = snapshot(self.scope.names())
        self.held = self.standing(held)
        self.objects = {slot: slot.get(self.scope) for slot in self.held}
        start = dict(self.held)
        self.frozen, self.tracing = frozen, tracing
        try:
            self.body()
        finally:
            self.frozen = self.tracing = False
        losses = self.recorded.losses(before, self.scope.names())
        after = self.standing(start)
        return Round(after, losses, self.moves, self.recorded.sides, self.down, start)

    def standing(self, slots: Iterable[Slot]) -> dict[Slot, np.ndarray]:
        """Return where slots stand now, those that hold numbers."""
        found = ((slot, numbers_at(slot, self.scope)) for slot in slots)
        return {slot: array for slot, array in found if array is not None}


def same(left: np.ndarray, right: np.ndarray) -> bool:
    """Tell whether two arrays of one shape hold the same numbers, nan for nan."""
    return bool((left == right).all()) or bool(np.array_equal(left, right, equal_nan=True))
