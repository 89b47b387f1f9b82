"""Take draws at a training loop: steps of its rounds beside the slopes of its losses."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.random import default_rng  # the script may replace it

from grader.inside.scripts.state.memento import SEED
from grader.inside.scripts.state.numeric import array_of, is_single, is_small
from grader.inside.scripts.state.rounds import OutOfTime, Round, Rounds
from grader.inside.scripts.state.slots import Slot, is_visible
from grader.inside.scripts.trials.draws import (
    COORDINATES,
    directions,
    first_moves,
    is_still,
    steepest,
)
from grader.inside.scripts.trials.found import Draw, Found, NotFound
from grader.inside.scripts.trials.surroundings import note_data

DRAWS = 4
"""Random points at which steps are compared with slopes."""

SCALES = (0.3, 0.6, 1.0, 0.15, 0.05, 0.01, 0.5, 0.1)
"""How far the points lie from the script's own start; where the loss is not finite, the next is tried."""

FEW, ACROSS = 4, {2: 8.0, 3: -8.0}
"""Of so few numbers, these draws lie far out on both sides: from zeros, all errors may have one sign."""

SATURATED = 0.1
"""Share of the first draw's steepest slope below which such a draw says nothing."""


LossesAt = Callable[..., dict[str, np.ndarray]]


class Measuring:
    """Steps and slopes of the parameters that were found."""

    def __init__(
        self, rounds: Rounds, found: Found, start: Mapping[Slot, np.ndarray], losses_at: LossesAt
    ) -> None:
        """Prepare; nothing runs yet."""
        self.rounds, self.found, self.start, self.losses_at = rounds, found, start, losses_at
        self.items, self.lucks = found.items, found.lucks or [SEED] * len(found.items)
        self.rng = default_rng(2)

    def measure(self) -> None:
        """Take draws until there are enough, or the time is up; one is the least."""
        found = self.found
        count = self.affordable()
        found.directions = {
            slot: directions(self.start[slot].shape, self.rng, count) for slot in found.parameters
        }
        found.single = any(is_single(slot.get(self.rounds.scope)) for slot in found.parameters)
        note_data(self.found, self.rounds, self.items[0])
        with contextlib.suppress(Exception):
            self.look_inside()
        still: list[Draw] = []
        for number, scale in enumerate(SCALES):
            if len(found.draws) >= DRAWS:
                break
            try:
                with contextlib.suppress(ArithmeticError):
                    draw = self.draw(number, scale)
                    (still if is_still(draw) else found.draws).append(draw)
            except OutOfTime:
                break
            except Exception as fault:
                last = len(SCALES) - number <= 1 and not found.draws
                if last or isinstance(fault, NotFound):
                    raise fault
        found.draws += still[: DRAWS - len(found.draws)]
        with contextlib.suppress(OutOfTime, ArithmeticError):
            asked = bool(found.draws) and not (found.stale or found.once)
            found.stateful = asked and self.is_stateful(found.draws[0])
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

    def look_inside(self) -> None:
        """Note the arrays that a round binds and no parameter shapes: its share of the data."""
        for place, item in enumerate(self.items):
            seen = [self.bound_by(numbers, item, place) for numbers in (self.start_point(), self.point(0.5))]
            for name, array in seen[0].items():
                if name in seen[1] and np.array_equal(array, seen[1][name]) and len(self.found.inner) < 24:
                    self.found.inner[place, name] = array
                    more = {size for size in array.shape if size > 1}
                    self.found.sizes = sorted({*self.found.sizes, *more})

    def start_point(self) -> dict[Slot, np.ndarray]:
        """Return the script's own values of the parameters."""
        return {slot: self.start[slot] for slot in self.found.parameters}

    def bound_by(self, numbers: Mapping[Slot, np.ndarray], item: Any, place: int) -> dict[str, np.ndarray]:
        """Return the arrays that a frozen round leaves under names, but for those known before."""
        self.rounds.run(numbers, item, self.found.parameters, frozen=True, luck=self.lucks[place])
        found = {}
        for name, value in self.rounds.scope.names().items():
            if is_visible(name) and not isinstance(value, list) and is_small(value, 4096):
                array = array_of(value)
                alone = array.ndim == 0 and bool(self.found.lucks)
                if (alone or array.ndim in (1, 2)) and not np.array_equal(
                    array, self.found.data.get(name, np.nan)
                ):
                    found[name] = array
        return found

    def point(self, scale: float, number: int = 0) -> dict[Slot, np.ndarray]:
        """Return random values for the parameters, around those of the script."""
        made = {}
        few = sum(self.start[slot].size for slot in self.found.parameters) <= FEW
        for slot in self.found.parameters:
            start = self.start[slot]
            least = 0.5 if start.size <= 12 else 0.05
            size = max(float(np.sqrt(np.mean(start**2))), least) if np.isfinite(start).all() else least
            made[slot] = np.nan_to_num(start) + scale * size * self.rng.normal(size=start.shape)
            if few and number in ACROSS:
                made[slot] += ACROSS[number] * size * self.rng.uniform(0.5, 1.0, start.shape)
        return made

    def draw(self, number: int, scale: float) -> Draw:
        """Take one draw.

        Raises:
            ArithmeticError: the loss or a step is not finite there.
        """
        found, base = self.found, self.point(scale, number)
        place = number % len(self.items)
        item, luck = self.items[place], self.lucks[place]
        if found.stale:  # the gradient of a point is made where the round before ends
            base = self.rounds.run(base, item, found.parameters, luck=luck).after
            done = self.rounds.go_on({}, item, found.parameters, tracing=True)
        else:
            done = self.rounds.run(base, item, found.parameters, tracing=True, luck=luck)
        step = self.along({slot: base[slot] - done.after[slot] for slot in found.parameters})
        if not all(np.isfinite(array).all() for array in step.values()):
            raise ArithmeticError("a step is not finite")
        self.note_moves(done)
        middle = {slot: done.after[slot] for slot in found.parameters}
        self.rounds.memento.restore_luck(luck)  # the same sample again: its slope is asked for there
        again = self.rounds.go_on({}, item, found.parameters)
        second = self.along({slot: middle[slot] - again.after[slot] for slot in found.parameters})
        if found.once:  # what a second round would do is no matter
            second = {}
        slope, error, loss = self.slopes(base, place)
        if number in ACROSS and found.draws and steepest(slope) < SATURATED * steepest(found.draws[0].slope):
            raise ArithmeticError("units are saturated there")
        rates = {slot: self.known(done.moves[slot][-1].rates) for slot in done.moves}
        first = {slot: base[slot] - after for slot, after in first_moves(done).items()}
        made = Draw(place, base, step, slope, error, rates, loss, second, middle=middle)
        made.first_step = self.along(first)
        with contextlib.suppress(Exception):
            made.held_step = self.held_steps(made)
        return made

    def held_steps(self, draw: Draw) -> dict[Slot, np.ndarray]:
        """Return the steps that would be others if no parameter stayed where it has moved in the round."""
        if self.found.stale:
            return {}
        item, luck = self.items[draw.item], self.lucks[draw.item]
        done = self.rounds.run(draw.start, item, self.found.parameters, frozen=True, luck=luck)
        held = self.along(done.put_back)
        return {slot: step for slot, step in held.items() if not np.array_equal(step, draw.step[slot])}

    def known(self, rates: Mapping[str, float]) -> dict[str, float]:
        """Return rates by their names; one that an object changes with its step is read too late."""
        return {
            name: np.nan if "." in name and name in self.found.memory else value
            for name, value in rates.items()
        }

    def is_stateful(self, draw: Draw) -> bool:
        """Tell whether a round goes another way from a point if one from elsewhere came before it."""
        item, luck, held = self.items[draw.item], self.lucks[draw.item], self.found.parameters
        self.rounds.run(self.found.draws[-1].middle, item, held, luck=luck)
        self.rounds.memento.restore_luck(luck)
        again = self.rounds.go_on(draw.start, item, held)
        second = self.along({slot: draw.start[slot] - again.after[slot] for slot in held})
        steps = [np.concatenate([made[slot] for slot in held]) for made in (draw.step, second)]
        share = float(steps[0] @ steps[1]) / (float(steps[0] @ steps[0]) or 1.0)
        return bool(np.abs(steps[1] - share * steps[0]).max() > 1e-4 * np.abs(steps[0]).max())

    def look_further(self, draw: Draw) -> None:
        """Find the slopes where a first round ended."""
        with contextlib.suppress(ArithmeticError):
            draw.second_slope = self.slopes(draw.middle, draw.item)[0]

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
        self, base: Mapping[Slot, np.ndarray], place: int
    ) -> tuple[dict[Slot, np.ndarray], dict[Slot, np.ndarray], np.ndarray]:
        """Return the slopes of all losses along all directions (losses first), their errors, and the losses.

        Raises:
            ArithmeticError: no loss is finite there.
        """
        here = self.totals(base, place)
        if not np.isfinite(here).any():
            raise ArithmeticError("no loss is finite")
        slope, error = {}, {}
        for slot in self.found.parameters:
            columns = [
                self.central(base, place, slot, direction, here) for direction in self.found.directions[slot]
            ]
            slope[slot] = np.array([column[0] for column in columns]).T
            error[slot] = np.array([column[1] for column in columns]).T
        return slope, error, here

    def central(
        self, base: Mapping[Slot, np.ndarray], place: int, slot: Slot, direction: np.ndarray, here: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return the central difference of every loss in one direction, and how far off it may be.

        Both halves of the difference agree where the loss is smooth; at a kink they do not.
        """
        width = (3e-3 if self.found.single else 2e-5) * max(1.0, float(np.abs(base[slot]).max()) * 0.1)
        change = width * direction.reshape(base[slot].shape)
        ends = [self.totals({**base, slot: base[slot] + sign * change}, place) for sign in (1, -1)]
        slope = (ends[0] - ends[1]) / (2 * width)
        bend = np.abs(ends[0] + ends[1] - 2 * here) / (2 * width)
        dust = (2e-7 if self.found.single else 4e-16) * np.max(np.abs(ends), axis=0) / width
        return slope, bend + 4 * dust

    def totals(self, numbers: Mapping[Slot, np.ndarray], place: int) -> np.ndarray:
        """Return every loss on an item as one number, nan where the round shows none."""
        values = self.losses_at(numbers, self.found.parameters, self.items[place], self.lucks[place])
        return np.array(
            [float(values[label].sum()) if label in values else np.nan for label in self.found.losses]
        )
