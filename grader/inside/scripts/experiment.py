"""The experiment at a training loop: find its parameters, observe steps and slopes."""

from __future__ import annotations

import contextlib
import itertools
import re
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.inside.scripts.numeric import array_of, is_numeric, is_single, is_tensor, is_whole
from grader.inside.scripts.rounds import OutOfTime, Round, Rounds, rank
from grader.inside.scripts.slots import Slot, numbers_at, slots
from grader.inside.scripts.syntax import TOTAL

DRAWS = 4
"""Random points at which steps are compared with slopes."""

SCALES = (0.3, 0.6, 1.0, 0.15, 0.05, 0.01, 0.5, 0.1)
"""How far the points lie from the script's own start; where the loss is not finite, the next is tried."""

COORDINATES = 10
"""Directions in which a large parameter is differenced: some entries, and some mixed directions."""

LOSSES, SQUARES = 6, 4
"""Values that are tried as the loss, and squares of differences."""

WEIGHT = re.compile(r"^(w|b|weights?|bias(es)?|theta|beta)_?\w{0,2}$", re.IGNORECASE)
NO_PARAMETER = re.compile(
    r"loss|cost|sum|total|count|epoch|iter|correct|accuracy|best|patience|elapsed|^t$|^i$|^k$", re.I
)


class NotFound(Exception):
    """The loop is not one that trains, or shows no loss; ``why`` is the id of a sentence."""

    def __init__(self, why: str) -> None:
        """Remember the reason."""
        super().__init__(why)
        self.why = why


@dataclass
class Draw:
    """One point: the steps of two rounds in a row, and the slopes of every loss in the same directions."""

    item: int
    start: dict[Slot, np.ndarray]
    step: dict[Slot, np.ndarray]
    slope: dict[Slot, np.ndarray]
    error: dict[Slot, np.ndarray]
    rates: dict[Slot, dict[str, float]]
    loss: np.ndarray
    second_step: dict[Slot, np.ndarray] = field(default_factory=dict)
    second_slope: dict[Slot, np.ndarray] = field(default_factory=dict)
    late_slope: dict[Slot, np.ndarray] = field(default_factory=dict)
    middle: dict[Slot, np.ndarray] = field(default_factory=dict)
    order: list[list[Slot]] = field(default_factory=list)


@dataclass
class Found:
    """What an experiment found; ``why`` says where it ended early."""

    why: str = ""
    parameters: list[Slot] = field(default_factory=list)
    lines: dict[Slot, list[int]] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)
    loss_sizes: list[int] = field(default_factory=list)
    leftover: list[bool] = field(default_factory=list)
    follows: list[bool] = field(default_factory=list)
    step_follows: bool = True
    directions: dict[Slot, np.ndarray] = field(default_factory=dict)
    draws: list[Draw] = field(default_factory=list)
    memory: list[str] = field(default_factory=list)
    unmoved: dict[str, str] = field(default_factory=dict)
    optimiser: str = ""
    single: bool = False
    differenced: bool = False
    items: list[Any] = field(default_factory=list)
    data: dict[str, np.ndarray] = field(default_factory=dict)
    sizes: list[int] = field(default_factory=list)
    values: dict[Slot, np.ndarray] = field(default_factory=dict)


class Experiment:
    """Everything that is tried at one loop."""

    def __init__(
        self, rounds: Rounds, items: Sequence[Any], probes: Mapping[str, Callable[[Any], Any]]
    ) -> None:
        """Prepare; nothing runs yet."""
        self.rounds, self.items, self.probes = rounds, items, probes
        self.found = Found(items=list(items))
        self.rng = np.random.default_rng(1)
        self.item = items[0]

    # ---- which slots are parameters --------------------------------------------------------------

    def look(self) -> Found:
        """Find the parameters and the losses, then take draws.

        Raises:
            NotFound: there is no parameter, or no loss.
        """
        self.found.optimiser = next(iter(self.rounds.optimisers), "")
        suspects = self.suspects()
        carried = {slot: start for slot, start in suspects.items() if self.is_carried(slot, start, suspects)}
        if not carried:
            raise NotFound("no_parameter")
        self.choose(carried)
        if not self.found.parameters:
            raise NotFound("no_loss")
        self.measure()
        return self.found

    def suspects(self) -> dict[Slot, np.ndarray]:
        """Return the slots that a round moves, with where they start; note for each an item that moves it."""
        self.rounds.reset()
        every = slots(self.rounds.scope)
        self.start = {
            slot: array for slot in every if (array := numbers_at(slot, self.rounds.scope)) is not None
        }
        whole = {slot for slot in self.start if is_whole(slot.get(self.rounds.scope))}
        first = self.rounds.run({}, self.item, every)
        whole = {slot for slot in whole if self.still_whole(slot)}
        again = self.rounds.run({}, self.item, every)
        if any(
            slot in first.after and not close(array, first.after[slot]) for slot, array in again.after.items()
        ):
            raise NotFound("not_repeatable")
        self.moving = {
            slot: self.item for slot, array in again.after.items() if is_move(self.start[slot], array)
        }
        for item in self.items:
            self.move_elsewhere(every, item)
        return {slot: self.start[slot] for slot in every if slot in self.moving and slot not in whole}

    def move_elsewhere(self, every: Sequence[Slot], item: Any) -> None:
        """Note what moves on another item or from another start: at zero weights slopes are zero."""
        kicked = {
            slot: start + 0.3 * self.rng.normal(size=start.shape)
            for slot, start in self.start.items()
            if slot in self.moving or self.looks_trainable(slot, start)
        }
        for numbers in ({}, kicked):
            try:
                done = self.rounds.run(numbers, item, every)
            except OutOfTime:
                raise
            except Exception:
                continue
            for slot, array in done.after.items():
                if is_move(numbers.get(slot, self.start[slot]), array):
                    self.moving.setdefault(slot, item)

    def still_whole(self, slot: Slot) -> bool:
        """Tell whether a slot that held whole numbers still does."""
        try:
            return is_whole(slot.get(self.rounds.scope))
        except (LookupError, AttributeError, TypeError):
            return True

    def is_carried(self, slot: Slot, start: np.ndarray, suspects: Mapping[Slot, np.ndarray]) -> bool:
        """Tell whether what a slot holds before the round shapes what it holds after, and how things move."""
        if NO_PARAMETER.search(str(slot).rpartition(".")[2]):
            return False
        item = self.moving[slot]
        plain = self.step({}, suspects, item)
        for size in (0.1, -3.0):
            change = size * (1 + np.abs(start)) * self.rng.uniform(0.5, 1.0, start.shape)
            try:
                moved = self.step({slot: start + change}, suspects, item)
            except OutOfTime:
                raise
            except Exception:
                return False
            if moved.get(slot) is None or close(moved[slot], plain[slot] + change):
                return False  # it is given a new value, whatever it held
            if any(not close(step, plain[other], 1e-7) for other, step in moved.items() if other in plain):
                return True
        return bool(WEIGHT.search(slot.name))

    def step(
        self, numbers: Mapping[Slot, np.ndarray], suspects: Mapping[Slot, np.ndarray], item: Any
    ) -> dict[Slot, np.ndarray]:
        """Return by how much a round on an item moves each suspect down."""
        done = self.rounds.run(numbers, item, list(suspects))
        start = {**suspects, **numbers}
        return {
            slot: start[slot] - array
            for slot, array in done.after.items()
            if array.shape == start[slot].shape
        }

    # ---- which values are losses -----------------------------------------------------------------

    def choose(self, carried: Mapping[Slot, np.ndarray]) -> None:
        """Tell parameters from what is merely remembered, by the losses that depend on them."""
        base = {
            slot: start + 0.1 * (1 + np.abs(start)) * self.rng.uniform(-1, 1, start.shape)
            for slot, start in carried.items()
        }
        held = list(carried)
        for item in self.items:
            self.rounds.run(base, item, held, tracing=True)  # which lines move them
        depends: dict[str, set[Slot]] = {}
        for slot in held:
            item = self.moving[slot]
            plain = self.losses_at(base, held, item)
            moved = {
                **base,
                slot: base[slot]
                + 0.05 * (1 + np.abs(base[slot])) * self.rng.uniform(0.5, 1, base[slot].shape),
            }
            for label, array in self.losses_at(moved, held, item).items():
                if label in plain and not close(array, plain[label], 1e-12):
                    depends.setdefault(label, set()).add(slot)
        plain = self.losses_at(base, held)
        names = {f"name:{slot}" for slot in held}
        labels = [label for label in sorted(depends, key=rank) if label not in names]
        good = [label for label in labels if rank(label) <= 5] or [
            label for label in labels if label in plain and plain[label].size == 1
        ]
        deciding = [label for label in good if not label.startswith("squared:")] or good or labels
        self.found.parameters = [slot for slot in held if any(slot in depends[label] for label in deciding)]
        self.found.memory = [str(slot) for slot in held if slot not in self.found.parameters]
        totals = [
            label
            for label in labels
            if label not in good and label in plain and plain[label].size == 1 and TOTAL.search(label)
        ]
        in_order = sorted(good, key=lambda label: (rank(label), -len(depends[label])))
        self.found.losses = [
            *[label for label in in_order if not label.startswith("squared:")][:LOSSES],
            *totals[:2],
            *[label for label in in_order if label.startswith("squared:")][:SQUARES],
        ]
        self.found.loss_sizes = [plain[label].size if label in plain else 1 for label in self.found.losses]
        if self.found.parameters:
            self.check_data(base)
            self.find_unmoved(base)

    def losses_at(
        self, numbers: Mapping[Slot, np.ndarray], held: Sequence[Slot], item: Any = None
    ) -> dict[str, np.ndarray]:
        """Return the values of a frozen round that may be its loss."""
        chosen = self.item if item is None else item
        done = self.rounds.run(numbers, chosen, held, frozen=True)
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
        """Note which losses follow the item of the round, as the steps do: others are of other data."""
        self.found.follows = [True for _ in self.found.losses]
        other = next((item for item in self.items[1:] if item is not self.item), None)
        if other is None:
            return
        with contextlib.suppress(Exception):
            held = list(base)
            here, there = self.losses_at(base, held), self.losses_at(base, held, other)
            steps = [self.rounds.run(base, item, held) for item in (self.item, other)]
            self.found.step_follows = any(
                not close(steps[0].after[slot], steps[1].after[slot], 1e-12) for slot in self.found.parameters
            )
            self.found.follows = [
                label not in there or not close(here[label], there[label], 1e-12)
                for label in self.found.losses
            ]

    def find_unmoved(self, base: Mapping[Slot, np.ndarray]) -> None:
        """Find arrays that look trainable, on which the loss depends, and which no step moves."""
        held = list(base)
        if not self.found.losses:
            return
        plain = self.losses_at(base, held)
        label = self.found.losses[0]
        for slot, start in self.start.items():
            how = self.looks_trainable(slot, start)
            if slot in base or not how or start.size > 10_000:
                continue
            with contextlib.suppress(Exception):
                change = 0.1 * (1 + np.abs(start)) * self.rng.uniform(0.5, 1, start.shape)
                there = self.losses_at({**base, slot: start + change}, held)
                if label in there and not close(there[label], plain[label], 1e-9):
                    self.found.unmoved[str(slot)] = how

    def looks_trainable(self, slot: Slot, start: np.ndarray) -> str:
        """Say why a slot that stays where it is looks like a parameter, "" where it does not."""
        with contextlib.suppress(LookupError, AttributeError, TypeError):
            value = slot.get(self.rounds.scope)
            if is_tensor(value):
                return "recorded" if value.requires_grad and value.is_leaf else ""
            if WEIGHT.search(str(slot)) and not is_whole(value):
                return "named"
        return ""

    # ---- steps and slopes ------------------------------------------------------------------------

    def measure(self) -> None:
        """Take draws until there are enough, or the time is up; one is the least."""
        found = self.found
        count = self.affordable()
        found.directions = {
            slot: directions(self.start[slot].shape, self.rng, count) for slot in found.parameters
        }
        found.single = any(is_single(slot.get(self.rounds.scope)) for slot in found.parameters)
        self.context()
        for number, scale in enumerate(SCALES):
            if len(found.draws) >= DRAWS:
                break
            try:
                with contextlib.suppress(ArithmeticError):
                    found.draws.append(self.draw(number, scale))
            except OutOfTime:
                break
            except Exception as fault:
                if len(SCALES) - number <= 1 and not found.draws:
                    raise fault
        if not found.draws:
            raise NotFound("out_of_time" if self.rounds.is_late else "not_finite")
        with contextlib.suppress(OutOfTime):
            for draw in found.draws[:2]:  # two are enough to tell what a second round adds
                self.look_further(draw)

    def affordable(self) -> int:
        """Return in how many directions a parameter can be differenced in the time that is left."""
        started = time.process_time()
        self.losses_at({}, self.found.parameters)
        run = time.process_time() - started
        left = self.rounds.deadline - time.process_time()
        runs = 0.7 * left / max(run, 1e-5)
        return int(np.clip(runs / (6 * max(len(self.found.parameters), 1)), 2, COORDINATES))

    def context(self) -> None:
        """Note the data around the loop: arrays and their sizes."""
        self.rounds.reset()
        self.rounds.bind(self.item)
        moving = set(self.found.parameters)
        for slot in slots(self.rounds.scope):
            array = numbers_at(slot, self.rounds.scope)
            if slot not in moving and array is not None and len(slot.steps) < 2:
                self.found.sizes += [size for size in array.shape if size > 1]
                if array.size <= 4096 and len(self.found.data) < 40 and str(slot) not in self.found.memory:
                    self.found.data[str(slot)] = array
        self.found.sizes = sorted(set(self.found.sizes))

    def point(self, scale: float) -> dict[Slot, np.ndarray]:
        """Return random values for the parameters, around those of the script."""
        made = {}
        for slot in self.found.parameters:
            start = self.start[slot]
            least = 0.5 if start.size <= 12 else 0.05
            size = max(float(np.sqrt(np.mean(start**2))), least) if np.isfinite(start).all() else least
            made[slot] = np.nan_to_num(start) + scale * size * self.rng.normal(size=start.shape)
        return made

    def draw(self, number: int, scale: float) -> Draw:
        """Take one draw.

        Raises:
            ArithmeticError: the loss or a step is not finite there.
        """
        found, base = self.found, self.point(scale)
        place = number % len(self.items)
        item = self.items[place]
        done = self.rounds.run(base, item, found.parameters, tracing=True)
        step = self.along({slot: base[slot] - done.after[slot] for slot in found.parameters})
        if not all(np.isfinite(array).all() for array in step.values()):
            raise ArithmeticError("a step is not finite")
        self.note_moves(done)
        middle = {slot: done.after[slot] for slot in found.parameters}
        again = self.rounds.go_on({}, item, found.parameters)
        second = self.along({slot: middle[slot] - again.after[slot] for slot in found.parameters})
        slope, error, loss = self.slopes(base, item)
        rates = {slot: dict(done.moves[slot][-1].rates) for slot in done.moves}
        return Draw(place, base, step, slope, error, rates, loss, second, middle=middle, order=order(done))

    def look_further(self, draw: Draw) -> None:
        """Find the slopes where a first round ended, and where part of the parameters had moved."""
        item = self.items[draw.item]
        with contextlib.suppress(ArithmeticError):
            draw.second_slope = self.slopes(draw.middle, item)[0]
        for place, slots_before in enumerate(draw.order[1:], start=1):
            at = {
                **draw.start,
                **{other: draw.middle[other] for group in draw.order[:place] for other in group},
            }
            for slot in slots_before:
                with contextlib.suppress(ArithmeticError):
                    draw.late_slope[slot] = self.slopes(at, item, [slot])[0][slot]

    def along(self, change: Mapping[Slot, np.ndarray]) -> dict[Slot, np.ndarray]:
        """Return a change of every parameter along its directions."""
        return {slot: self.found.directions[slot] @ array.ravel() for slot, array in change.items()}

    def note_moves(self, done: Round) -> None:
        """Note the lines that move each parameter.

        Raises:
            NotFound: a round moves the same numbers again and again: it holds many steps.
        """
        for slot, moves in done.moves.items():
            self.found.lines[slot] = [move.line for move in moves]
            if any(move.times > 1 for move in moves):
                raise NotFound("many_steps")

    def slopes(
        self, base: Mapping[Slot, np.ndarray], item: Any, only: Iterable[Slot] = ()
    ) -> tuple[dict[Slot, np.ndarray], dict[Slot, np.ndarray], np.ndarray]:
        """Return the slopes of all losses along all directions (losses first), their errors, and the losses.

        Raises:
            ArithmeticError: no loss is finite there.
        """
        here = self.totals(base, item)
        if not np.isfinite(here).any():
            raise ArithmeticError("no loss is finite")
        slope, error = {}, {}
        for slot in list(only) or self.found.parameters:
            columns = [
                self.central(base, item, slot, direction, here) for direction in self.found.directions[slot]
            ]
            slope[slot] = np.array([column[0] for column in columns]).T
            error[slot] = np.array([column[1] for column in columns]).T
        return slope, error, here

    def central(
        self, base: Mapping[Slot, np.ndarray], item: Any, slot: Slot, direction: np.ndarray, here: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the central difference of every loss in one direction, and how far off it may be.

        Both halves of the difference agree where the loss is smooth; at a kink they do not.
        """
        width = (3e-3 if self.found.single else 2e-5) * max(1.0, float(np.abs(base[slot]).max()) * 0.1)
        change = width * direction.reshape(base[slot].shape)
        ends = [self.totals({**base, slot: base[slot] + sign * change}, item) for sign in (1, -1)]
        slope = (ends[0] - ends[1]) / (2 * width)
        bend = np.abs(ends[0] + ends[1] - 2 * here) / (2 * width)
        dust = (2e-7 if self.found.single else 4e-16) * np.max(np.abs(ends), axis=0) / width
        return slope, bend + 4 * dust

    def totals(self, numbers: Mapping[Slot, np.ndarray], item: Any) -> np.ndarray:
        """Return every loss as one number, nan where the round shows none."""
        values = self.losses_at(numbers, self.found.parameters, item)
        return np.array(
            [float(values[label].sum()) if label in values else np.nan for label in self.found.losses]
        )


def order(done: Round) -> list[list[Slot]]:
    """Return the parameters in the order in which they moved, those of one statement together."""
    groups: dict[int, list[Slot]] = {}
    for slot, moves in done.moves.items():
        groups.setdefault(moves[0].line, []).append(slot)
    return list(groups.values())


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


def first_items(items: Any, indexed: bool) -> list[Any]:
    """Return some items of what a loop goes over, in the order in which draws use them."""
    if items is None:
        return [None]
    if isinstance(items, range) and not indexed:
        return [items[0]] if len(items) else []
    few = list(itertools.islice(iter(items), 4))
    return few[1:] + few[:1]
