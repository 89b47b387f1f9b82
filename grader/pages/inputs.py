"""Inputs of a check: tensors described by their numbers, and numbers drawn when the key is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader.inside.observation import Leaf, Seeded
from grader.pages.check import Draw, resolve

Inputs = Callable[[np.random.Generator], Mapping[str, Any]]


def leaf(value: Any, grad: Any = None, requires_grad: bool = True) -> Leaf | Draw:
    """Stand for a torch tensor that requires grad, with the content of its gradient buffer.

    Both are given as a number, list, array or draw; the sandbox builds the tensor (float64).
    """
    if isinstance(value, Draw) or isinstance(grad, Draw):
        return Draw(lambda rng: leaf(resolve(value, rng), resolve(grad, rng), requires_grad))
    array = np.asarray(value, dtype=np.float64)
    buffer = None if grad is None else np.broadcast_to(np.asarray(grad, dtype=np.float64), array.shape).copy()
    return Leaf(array, buffer, requires_grad)


def tensor(value: Any) -> Leaf | Draw:
    """Stand for a torch tensor of data, which needs no gradient: of floats, whole numbers or truth values."""
    if isinstance(value, Draw):
        return Draw(lambda rng: tensor(resolve(value, rng)))
    array = np.asarray(value)
    kinds = {"b": np.bool_, "i": np.int64, "u": np.int64}
    return Leaf(array.astype(kinds.get(array.dtype.kind, np.float64)), None, requires_grad=False)


def generator(seed: int | None = None) -> Seeded | Draw:
    """Stand for an ``np.random.Generator`` with that seed; with a fresh one where none is given."""
    return Draw(lambda rng: Seeded(int(rng.integers(2**31)))) if seed is None else Seeded(seed)


def draw(take: Callable[[np.random.Generator], Any]) -> Draw:
    """Stand for an input that ``take`` draws from a seeded generator when the key is made."""
    return Draw(take)


def uniform(low: float, high: float, size: Any = None) -> Draw:
    """Stand for fresh numbers between ``low`` and ``high``; one number where no size is given."""
    return Draw(lambda rng: rng.uniform(low, high, size))


def signed(low: float, high: float, size: int | tuple[int, ...]) -> Draw:
    """Stand for fresh numbers of both signs whose sizes lie between ``low`` and ``high``: none near zero."""
    return Draw(
        lambda rng: (
            rng.permutation(np.resize([1.0, -1.0], np.prod(size))).reshape(size)
            * rng.uniform(low, high, size)
        )
    )


def normal(mean: float = 0.0, spread: float = 1.0, size: Any = None) -> Draw:
    """Stand for fresh normally distributed numbers; one number where no size is given."""
    return Draw(lambda rng: rng.normal(mean, spread, size))


def integers(low: int, high: int, size: Any = None, dtype: type = float) -> Draw:
    """Stand for fresh whole numbers, ``high`` excluded; one number where no size is given.

    They are floats; with ``dtype=int`` they are integers, as indices and labels have to be.

    Raises:
        TypeError: no whole number lies between the two.
    """
    if not low < high:
        raise TypeError(f"integers({low}, {high}) has nothing to draw from; high itself is left out")
    return Draw(lambda rng: np.asarray(rng.integers(low, high, size), dtype=dtype)[()])
