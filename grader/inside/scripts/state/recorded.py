"""Keep the values that a round works out and that may be its loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.inside.scripts.rewriting.ranks import is_guess
from grader.inside.scripts.state.containers import is_script_object
from grader.inside.scripts.state.guesses import guesses
from grader.inside.scripts.state.numeric import array_of, is_scalar, is_small, is_whole
from grader.inside.scripts.state.slots import is_visible

SHOWN_ENTRIES = 1 << 14
"""A recorded value with more entries is no loss, nor the errors that make one up."""

SUMMAND = "added:"
"""Begins the label of what is added to a name."""


@dataclass
class Recorded:
    """What one round recorded: its values by their labels, the last ones and their sums."""

    values: dict[str, np.ndarray] = field(default_factory=dict)
    count: dict[str, int] = field(default_factory=dict)
    total: dict[str, float] = field(default_factory=dict)
    backwards: list[list[float]] = field(default_factory=lambda: [[]])
    added: set[str] = field(default_factory=set)
    compared: np.ndarray | None = None
    sides: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)

    def value(self, label: str, value: Any) -> Any:
        """Record a value that may be the loss; hand it on. Whole numbers are counts of errors, say."""
        number = unwrapped(value)
        if label.startswith(SUMMAND):
            label = f"local:{label.removeprefix(SUMMAND)}"
            self.added.add(label)
        if is_small(number, SHOWN_ENTRIES) and not is_whole(number):
            self.keep(label, array_of(number))
        return value

    def difference(self, text: str, left: Any, right: Any) -> Any:
        """Record what a difference may be the error of; hand it on."""
        value = left - right
        if all(is_small(one, SHOWN_ENTRIES) for one in (left, right, value)):
            self.sides[text] = (array_of(left), array_of(right))
            for how, loss in guesses(array_of(left), array_of(right), self.compared):
                self.keep(f"{how}:{text}", loss)
        return value

    def compare(self, value: Any, bound: Any) -> Any:
        """Remember by how much a value is above the bound that it is held against; hand the value on."""
        if is_small(value, SHOWN_ENTRIES) and is_small(bound, SHOWN_ENTRIES):
            self.compared = np.asarray(array_of(value) - array_of(bound))
        return value

    def guard(self, line: int, sign: int, value: Any, bound: Any) -> Any:
        """Record how far the condition of a step is met, as a perceptron's loss is; hand the value on.

        ``sign`` says on which side of its bound the value meets it; 0 that the value says whether it is met,
        and what was compared last by how much.
        """
        if sign and is_small(value, SHOWN_ENTRIES) and is_small(bound, SHOWN_ENTRIES):
            above = sign * (array_of(value) - array_of(bound))
            self.keep(f"margin:{line}", np.asarray(np.maximum(above, 0).sum()))
        elif not sign and self.compared is not None and self.compared.size == 1:
            self.keep(f"margin:{line}", np.asarray(np.abs(self.compared).sum() * bool(np.all(value))))
        return value

    def backward(self, value: float) -> None:
        """Record what ``backward`` is called on."""
        self.backwards[-1].append(value)

    def step(self) -> None:
        """Note that parameters moved: what ``backward`` is called on from here on is for another step."""
        if self.backwards[-1]:
            self.backwards.append([])

    def of_backward(self) -> dict[str, np.ndarray]:
        """Return the loss of each step: before it, ``backward`` may be called on several parts of it."""
        sums = [np.asarray(float(np.sum(parts))) for parts in self.backwards if parts]
        if len(sums) == 1:
            return {"backward": sums[0]}
        return {f"backward:{place}": value for place, value in enumerate(sums, start=1)}

    def keep(self, label: str, array: np.ndarray) -> None:
        """Keep one array under its label."""
        self.values[label] = array
        self.count[label] = self.count.get(label, 0) + 1
        self.total[label] = self.total.get(label, 0.0) + float(array.sum())

    def losses(self, before: Mapping[str, Any], names: Mapping[str, Any]) -> dict[str, np.ndarray]:
        """Return the values that may be the round's loss, the likeliest first."""
        found = self.of_backward()
        for name, held in names.items():
            value = unwrapped(held)
            label = bound_by_round(name, value, before) if is_visible(name) else ""
            if label:
                found[label] = array_of(value[-1] if label.startswith("list:") else value)
        totals = {
            label if is_guess(label) else f"total:{label}": np.asarray(self.total[label])
            for label, count in self.count.items()
            if count > 1
        }
        # Of what is added up, the last summand alone is nothing that a round trains for.
        sums = {label for label in self.added if self.count.get(label, 0) > 1}
        values = {label: array for label, array in self.values.items() if label not in sums}
        every = {**found, **values, **totals}
        return {name: array for name, array in every.items() if array.size <= SHOWN_ENTRIES}


def unwrapped(value: Any) -> Any:
    """Return the number in an object of the script's own, as in a small engine for gradients."""
    return getattr(value, "data", value) if is_script_object(value) else value


def bound_by_round(name: str, value: Any, before: Mapping[str, Any]) -> str:
    """Return the label of a name that a round bound, or of a list that it made longer; "" for others."""
    if is_whole(value):
        return ""
    old, length = before.get(name, (None, 0))
    old = unwrapped(old)
    if isinstance(value, list):
        longer = value is old and len(value) > length and is_small(value[-1], SHOWN_ENTRIES)
        return f"list:{name}" if longer else ""
    new = value is not old and is_small(value, SHOWN_ENTRIES)
    return f"name:{name}" if new or (is_scalar(value) and name in before) else ""


def snapshot(names: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every visible name stands for, and how long lists are."""
    return {name: (value, len(value) if isinstance(value, list) else 0) for name, value in names.items()}
