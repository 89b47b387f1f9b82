"""The experiment at a training loop: find its parameters and its loss, then observe steps and slopes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.random import default_rng  # the script may replace it

from grader.inside.scripts.rewriting.ranks import is_good, is_guess, rank
from grader.inside.scripts.rewriting.syntax import TOTAL
from grader.inside.scripts.state.memento import SEED
from grader.inside.scripts.state.numeric import array_of, is_numeric
from grader.inside.scripts.state.optimisers import name_of, rules
from grader.inside.scripts.state.rounds import Rounds
from grader.inside.scripts.state.slots import Slot
from grader.inside.scripts.trials.carried import Carried
from grader.inside.scripts.trials.found import Found, NotFound
from grader.inside.scripts.trials.measuring import Measuring
from grader.inside.scripts.trials.moving import Moving, close
from grader.inside.scripts.trials.names import is_bias, is_weight
from grader.inside.scripts.trials.sides import note_sides
from grader.inside.scripts.trials.warming import warm

LOSSES, GUESSES = 6, 8
"""Values that are tried as the loss, and what is guessed from differences."""

PARAMETERS_AT_MOST = 32
"""Parameters that are looked at; of more, an observation has no room for what each one shows."""

REACH = ((1, 0.1), (1, 0.3), (1, 1.0), (-1, 1.0), (1, 2.0), (-1, 2.0), (1, 2.0), (-1, 2.0))
"""Where losses are tried: at the script's start or across from it, and how far around.

A threshold unit may be right, and show no slope, at the first."""


class Experiment:
    """Everything that is tried at one loop."""

    def __init__(
        self, rounds: Rounds, items: Sequence[Any], probes: Mapping[str, Callable[[Any], Any]]
    ) -> None:
        """Prepare; nothing runs yet."""
        self.rounds, self.items, self.probes = rounds, items, probes
        self.found = Found(items=list(items))
        self.rng = default_rng(1)
        self.item = items[0]
        self.slots = Moving(rounds, items, self.rng)

    def look(self) -> Found:
        """Find the parameters and the losses, then take draws.

        Raises:
            NotFound: there is no parameter, there are too many, or there is no loss.
        """
        self.found.optimiser = next(map(name_of, self.rounds.optimisers), "")
        with contextlib.suppress(Exception):
            warm(self.rounds, self.item)
        suspects = self.slots.suspects()
        carried = {
            slot: start for slot, start in suspects.items() if self.slots.is_carried(slot, start, suspects)
        }
        if not carried:
            raise NotFound(self.why_nothing_moves())
        self.choose(carried)
        if not (self.found.parameters and self.found.losses):
            raise NotFound("no_loss")
        if len(self.found.parameters) > PARAMETERS_AT_MOST:
            raise NotFound("too_many")
        self.note_rules()
        with contextlib.suppress(Exception):
            self.settle(carried)
        Measuring(self.rounds, self.found, self.slots.start, self.losses_at).measure()
        return self.found

    def settle(self, carried: Mapping[Slot, np.ndarray]) -> None:
        """Hold what steps are divided by; note where they are made of the gradient of the round before."""
        memory = {slot: start for slot, start in carried.items() if str(slot) in self.found.memory}
        if not memory:
            return
        point = {
            slot: carried[slot] + self.rng.uniform(0.2, 1, carried[slot].shape)
            for slot in self.found.parameters
        }
        seen = Carried(self.rounds, self.found.parameters, memory, point, self.item)
        self.rounds.fixed = seen.divisors()
        self.found.scaled = [str(slot) for slot in self.rounds.fixed]
        self.found.stale = not self.rounds.fixed and seen.is_all_there_is()
        done = [str(slot) for slot in memory if self.found.stale or slot in self.rounds.fixed]
        self.found.memory = [name for name in self.found.memory if name not in done]

    def note_rules(self) -> None:
        """Note the parameters that an optimiser moves by another rule than gradient descent."""
        self.rounds.reset()
        named = rules(self.rounds.optimisers)
        ids = {slot: id(slot.get(self.rounds.scope)) for slot in self.found.parameters}
        self.found.rules = {slot: named[number] for slot, number in ids.items() if number in named}

    def why_nothing_moves(self) -> str:
        """Say what is known of a round that moves no parameter."""
        if self.slots.is_cut():
            return "cut"
        with contextlib.suppress(Exception):
            self.rounds.run({}, self.item)  # the last one that was tried may have ended early
        if not self.rounds.recorded.of_backward():
            return "no_parameter"
        return "nothing_moves" if self.rounds.stepped else "never_stepped"

    def choose(self, carried: Mapping[Slot, np.ndarray]) -> None:
        """Tell parameters from what is merely remembered, by the losses that depend on them."""
        held = list(carried)
        base, depends = self.explore(carried)
        plain = self.losses_at(base, held)
        numbers = {label for label, array in plain.items() if array.size == 1}
        names = {f"name:{slot}" for slot in held}
        labels = [label for label in sorted(depends, key=rank) if label not in names]
        good = [label for label in labels if is_good(label)] or [one for one in labels if one in numbers]
        deciding = [label for label in good if not is_guess(label)] or good or labels
        self.found.parameters = [slot for slot in held if any(slot in depends[label] for label in deciding)]
        memory = {
            slot: carried[slot]
            for slot in held
            if slot not in self.found.parameters and self.slots.shapes(slot, carried, self.found.parameters)
        }
        apart = [slot for slot in held if slot not in self.found.parameters and slot not in memory]
        if all(map(is_guess, deciding)) and any(map(is_weight, apart)):
            self.found.parameters = []  # what else moves has a loss that the round does not show
        self.found.memory = [str(slot) for slot in memory]
        self.found.empty = not any(start.any() for start in memory.values())
        totals = [one for one in labels if one not in good and one in numbers and TOTAL.search(one)]
        in_order = sorted(good, key=lambda label: (rank(label), -len(depends[label])))
        self.found.losses = [
            *[label for label in in_order if not is_guess(label)][:LOSSES],
            *totals[:2],
            *[label for label in in_order if is_guess(label)][:GUESSES],
        ]
        self.found.loss_sizes = [plain[label].size if label in plain else 1 for label in self.found.losses]
        if self.found.parameters:
            self.check_data(base)
            note_sides(self.found, self.rounds, self.item, base)
            self.find_unmoved(base)

    def explore(
        self, carried: Mapping[Slot, np.ndarray]
    ) -> tuple[dict[Slot, np.ndarray], dict[str, set[Slot]]]:
        """Return a point at which losses show their slopes, and which slots each loss depends on."""
        depends: dict[str, set[Slot]] = {}
        reached: list[set[Slot]] = []
        for number, (side, size) in enumerate(REACH):
            base = {
                slot: side * start + size * (1 + np.abs(start)) * self.rng.uniform(-1, 1, start.shape)
                for slot, start in carried.items()
            }
            try:
                self.trace(base)
            except (ArithmeticError, ValueError):  # what is carried is a sum of squares, say
                base = {slot: np.abs(numbers) for slot, numbers in base.items()}
                self.trace(base)
            self.note_dependence(base, depends, self.items[number % len(self.items)] if number else None)
            reached.append(set().union(*(found for label, found in depends.items() if is_good(label))))
            # Between classes of one size, a threshold unit's bias shows its slope only at some points.
            hidden = any(is_weight(slot) for slot in carried if slot not in reached[-1])
            if reached[-1] == set(carried) or (is_settled(reached) and not hidden):
                break
        return base, depends

    def trace(self, base: Mapping[Slot, np.ndarray]) -> None:
        """Note which lines move what stands at a point."""
        for item in self.items:
            self.rounds.run(base, item, list(base), tracing=True)

    def note_dependence(
        self, base: Mapping[Slot, np.ndarray], depends: dict[str, set[Slot]], given: Any
    ) -> None:
        """Note which losses change with which slots, on an item, or on one that moves the slot."""
        known: dict[int, dict[str, np.ndarray]] = {}
        for slot in base:
            item = self.slots.moving[slot] if given is None else given
            if id(item) not in known:
                known[id(item)] = self.losses_at(base, list(base), item)
            plain = known[id(item)]
            change = 0.05 * (1 + np.abs(base[slot])) * self.rng.uniform(0.5, 1, base[slot].shape)
            for label, array in self.losses_at({**base, slot: base[slot] + change}, list(base), item).items():
                if label in plain and not close(array, plain[label], 1e-12):
                    depends.setdefault(label, set()).add(slot)

    def losses_at(
        self, numbers: Mapping[Slot, np.ndarray], held: Sequence[Slot], item: Any = None, luck: int = SEED
    ) -> dict[str, np.ndarray]:
        """Return the values of a frozen round that may be its loss."""
        chosen = self.item if item is None else item
        done = self.rounds.run(numbers, chosen, held, frozen=True, luck=luck)
        found = dict(done.losses)
        for label, probe in self.probes.items():
            if any(rank(name) <= 2 for name in found):
                break  # the round itself shows a loss
            with contextlib.suppress(Exception):
                value = probe(chosen)
                if is_numeric(value):
                    found[label] = array_of(value)
        return found

    def check_data(self, base: Mapping[Slot, np.ndarray]) -> None:
        """Note which losses follow what the steps follow, the item or the luck: others are of other data."""
        self.found.follows = [True for _ in self.found.losses]
        other = next((item for item in self.items[1:] if item is not self.item), None)
        for item, luck in ((other, SEED), *((self.item, SEED + more) for more in (1, 2, 3))):
            if item is not None or luck != SEED:
                with contextlib.suppress(Exception):
                    self.check_against(base, item, luck)

    def check_against(self, base: Mapping[Slot, np.ndarray], item: Any, luck: int) -> None:
        """Compare a round with one on another item, or with other luck."""
        held = list(base)
        steps = [self.rounds.run(base, self.item, held), self.rounds.run(base, item, held, luck=luck)]
        if all(close(steps[0].after[slot], steps[1].after[slot], 1e-12) for slot in self.found.parameters):
            return
        if luck != SEED and len(self.items) == 1:  # a round that draws its sample is one on another sample
            self.found.items, self.found.lucks = list(self.items) * 4, [SEED + more for more in range(4)]
        here, there = self.losses_at(base, held), self.losses_at(base, held, item, luck)
        self.found.follows = [
            follows and (label not in there or not close(here[label], there[label], 1e-12))
            for label, follows in zip(self.found.losses, self.found.follows, strict=True)
        ]

    def find_unmoved(self, base: Mapping[Slot, np.ndarray]) -> None:
        """Find arrays that look trainable, on which the loss depends, and which no step moves."""
        held = list(base)
        if not self.found.losses:
            return
        plain = self.losses_at(base, held)
        label = self.found.losses[0]
        for slot, start in self.slots.start.items():
            how = self.slots.looks_trainable(slot, start)
            if slot in base or slot in self.slots.moving or not how or start.size > 10_000:
                continue
            # Close by, a threshold unit's loss may not depend on its bias.
            for size in (0.1, 3.0) if is_bias(slot) else (0.1,):
                with contextlib.suppress(Exception):
                    change = size * (1 + np.abs(start)) * self.rng.uniform(0.5, 1, start.shape)
                    there = self.losses_at({**base, slot: start + change}, held)
                    if label in there and not close(there[label], plain[label], 1e-9):
                        self.found.unmoved[str(slot)] = how


def is_settled(reached: Sequence[set[Slot]]) -> bool:
    """Tell whether parameters that shape a loss are known, and two more tries found no other one."""
    return len(reached) > 2 and bool(reached[-1]) and reached[-1] == reached[-3]
