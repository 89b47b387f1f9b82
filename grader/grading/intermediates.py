"""Hold the quantities that a page names on the way against those of a failed public check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from grader.grading.comparison import Compared
from grader.inside.observation import INTERMEDIATE
from grader.numbers.compare import Bound, real, shape_text
from grader.words.lists import listed
from grader.words.message import Said, say

NEAR = 1e-2
"""Beside the size of the numbers: what is no further off is near, as by rounding or a difference quotient."""


@dataclass(frozen=True)
class Held:
    """One quantity beside the right one: ``how`` is right, near, shape, beyond (not finite) or wrong.

    ``off`` is how far its numbers are off at most, where they can be compared.
    """

    name: str
    how: str
    got: str
    expected: str
    off: float = 0.0


def said(one: Compared) -> list[Said]:
    """Return which quantities of a failed check are right, and which is the first that is not."""
    task, names = one.check.task, one.check.scenario.intermediates
    if not one.check.public:
        return []
    held = hold(mine(one.got.values, names), mine(one.expected.values, names), one.check.bound)
    right = [quantity.name for quantity in held if quantity.how == "right"]
    first = next((quantity for quantity in held if quantity.how != "right"), None)
    found: list[Said] = [say("intermediates.right", task=task, names=listed(right))] if right else []
    if first is not None:
        words = {"name": first.name, "got": first.got, "expected": first.expected, "off": f"{first.off:.2g}"}
        sole = "" if found else ".alone"
        found.append(
            say(f"intermediates.first{sole}", task=task, how=say(f"intermediates.{first.how}", **words))
        )
    return found


def mine(values: Mapping[str, np.ndarray], names: Sequence[str]) -> dict[str, np.ndarray]:
    """Return the quantities among the values of a call by their names, in the page's order."""
    return {name: values[INTERMEDIATE + name] for name in names if INTERMEDIATE + name in values}


def hold(got: Mapping[str, np.ndarray], expected: Mapping[str, np.ndarray], bound: Bound) -> list[Held]:
    """Return every quantity that is on both sides, compared, in the order of the right ones."""
    return [one(name, got[name], right, bound) for name, right in expected.items() if name in got]


def one(name: str, got: np.ndarray, expected: np.ndarray, bound: Bound) -> Held:
    """Compare one quantity with the right one."""
    shapes = shape_text(got), shape_text(expected)
    if got.shape != expected.shape:
        return Held(name, "shape", *shapes)
    have, want = real(got), real(expected)
    if have.shape != want.shape or not np.isfinite(have).all():
        return Held(name, "beyond", *shapes)
    off = float(np.max(np.abs(have - want), initial=0.0))
    size = bound.scale(INTERMEDIATE + name, want)
    tolerance = max(bound.double, bound.single) if got.dtype == np.float32 else bound.double
    how = "right" if off <= tolerance * size else "near" if off <= NEAR * size else "wrong"
    return Held(name, how, *shapes, off)
