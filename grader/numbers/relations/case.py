"""What a relation is looked for in: one value of one check, and what it may be compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.inside.observation import Leaf, Scenario

NEAR = 1e-6
NEAR_SINGLE = 1e-3


@dataclass(frozen=True)
class Case:
    """One value of one check: the student's, the right one, what it was before the call, and the inputs."""

    name: str
    got: np.ndarray
    expected: np.ndarray
    before: np.ndarray | None
    quantities: Mapping[str, float]
    arrays: Mapping[str, np.ndarray]
    near: float = NEAR

    def same(self, candidate: Any) -> bool:
        """Tell whether a candidate gives the student's numbers, to rounding."""
        if candidate is None or self.got.dtype.kind == "c":
            return False
        want, got = np.asarray(candidate, dtype=float), self.got.astype(float)
        if want.shape != got.shape:
            return False
        if not np.isfinite(want).all() or not np.isfinite(got).all():
            return bool(np.array_equal(want, got, equal_nan=True))
        size = max(
            float(np.max(np.abs(want), initial=0)),
            float(np.max(np.abs(self.expected.astype(float)), initial=0)),
        )
        return bool(np.all(np.abs(want - got) <= self.near * max(size, 1e-30)))

    @property
    def wrong(self) -> bool:
        """Whether the student's numbers differ from the right ones at all."""
        return not self.same(self.expected)

    @property
    def evidence(self) -> int:
        """How many numbers the case offers that are not 0 in both."""
        return int(max(np.count_nonzero(self.got), np.count_nonzero(self.expected))) if self.wrong else 0


@dataclass(frozen=True)
class Found:
    """A relation that explains every number of one value: the sentence's id and its words."""

    sentence: str
    words: Mapping[str, str]


AXES = ("n", "columns", "layers")
"""What the lengths of an array's axes are called in a sentence."""


def quantities(scenario: Scenario) -> dict[str, float]:
    """Return the numbers by which a result may be off: scalar inputs by name, lengths of arrays by "n"."""
    found: dict[str, float] = {}
    for label, value in zip(scenario.labels, scenario.args, strict=True):
        if isinstance(value, bool):
            continue
        if isinstance(value, int | float):
            found[label] = float(value)
        shape = shape_of(value)
        for axis, size in enumerate(shape[: len(AXES)]):
            found.setdefault(AXES[axis], float(size))
    if "n" in found and found["n"] > 1:
        found["n−1"] = found["n"] - 1
        found["n/(n−1)"] = found["n"] / (found["n"] - 1)
    return found


def shape_of(value: Any) -> tuple[int, ...]:
    """Return the shape of an array, tensor or list input; () for anything else."""
    if isinstance(value, Leaf):
        return tuple(value.value.shape)
    if isinstance(value, np.ndarray):
        return tuple(value.shape)
    if isinstance(value, list | tuple) and value and all(isinstance(item, int | float) for item in value):
        return (len(value),)
    return ()


def arrays(scenario: Scenario) -> dict[str, np.ndarray]:
    """Return the inputs that are numbers or arrays, by name."""
    found = {}
    for label, value in zip(scenario.labels, scenario.args, strict=True):
        plain = value.value if isinstance(value, Leaf) else value
        if isinstance(plain, int | float | np.ndarray) and not isinstance(plain, bool):
            found[label] = np.asarray(plain, dtype=float)
    return found


def befores(scenario: Scenario) -> dict[str, np.ndarray]:
    """Return the values that named parameters have before the call, and the contents of their buffers."""
    found: dict[str, np.ndarray] = {}
    given = dict(zip(scenario.labels, scenario.args, strict=True))
    for label, parts in scenario.parts.items():
        items = given.get(label, ())
        for part, item in zip(parts, items if isinstance(items, list | tuple) else [items], strict=False):
            if isinstance(item, Leaf):
                found[part] = item.value
                found[f"{part}.grad"] = np.zeros_like(item.value) if item.grad is None else item.grad
    return found


def fits(case: Case, parts: tuple[np.ndarray, np.ndarray], factor: float) -> bool:
    """Tell whether the student's part is the right part times the factor."""
    got, expected = parts
    size = max(float(np.max(np.abs(expected * factor), initial=0)), 1e-30)
    return got.shape == expected.shape and bool(
        np.all(np.abs(got - factor * expected) <= case.near * 10 * size)
    )


def one_number(arrays: Sequence[np.ndarray], near: float) -> bool:
    """Tell whether all entries of all arrays are one finite number."""
    numbers = np.concatenate([array.astype(float).ravel() for array in arrays])
    if not numbers.size or not np.isfinite(numbers).all():
        return False
    return bool(np.ptp(numbers) <= near * 10 * max(float(np.max(np.abs(numbers))), 1e-30))
