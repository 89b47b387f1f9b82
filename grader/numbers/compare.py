"""Hold one observation against another."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from grader.inside.observation import NUMERIC, Observation, Outcome

SMALLEST = 1e-200
"""Stands in for a scale or tolerance of 0 in a division."""


@dataclass(frozen=True)
class Bound:
    """How near is near enough: a tolerance per precision, relative to the scale of each named value."""

    double: float
    single: float
    scales: Mapping[str, float] = field(default_factory=dict)

    def scale(self, name: str, expected: np.ndarray) -> float:
        """Return the size that errors of this value are measured against; never 0."""
        return max(self.scales.get(name, 0.0), largest(expected), SMALLEST)

    def allowed(self, name: str, expected: np.ndarray) -> float:
        """Return by how much this value may be off in double precision."""
        return self.double * self.scale(name, expected)


@dataclass(frozen=True)
class Difference:
    """The first thing in which two observations differ.

    ``kind`` is "outcome", "none" (no number where one is due), "mapping" (a dictionary where items in order
    are), "shape", "type", "nan" or "value"; ``words``
    hold what the sentence about it needs. The numbers are those of the entry that is furthest off.
    """

    kind: str
    where: str = ""
    got: float | None = None
    expected: float | None = None
    error: float | None = None
    tolerance: float | None = None
    words: Mapping[str, str] = field(default_factory=dict)


def compare(got: Observation, expected: Observation, bound: Bound) -> Difference | None:
    """Return in what ``got`` differs from ``expected``; None where it does not.

    Structure comes before values: every name, shape and type is looked at before any number.
    NaN equals nothing.
    """
    if got.outcome is not expected.outcome:
        return Difference("outcome")
    if got.outcome is not Outcome.RETURNED:
        return None if same_exception(got, expected) else Difference("outcome")
    if is_mapping(got, expected):
        return Difference("mapping", next(iter(expected.kinds)))
    names = graded(expected)
    for name in names:
        fault = structure(name, got, expected)
        if fault is not None:
            return fault
    fault = worst(names, got, expected, bound, bound.double)
    if fault is None or not is_single(got):
        return fault
    return fault if worst(names, got, expected, bound, bound.single) else None


def agree(got: Observation, expected: Observation, bound: Bound) -> bool:
    """Tell whether ``compare`` finds no difference; the first decides, and the worst is not sought."""
    if got.outcome is not expected.outcome:
        return False
    if got.outcome is not Outcome.RETURNED:
        return same_exception(got, expected)
    names = graded(expected)
    if is_mapping(got, expected) or any(structure(name, got, expected) for name in names):
        return False
    return all_within(names, got, expected, bound, bound.double) or (
        is_single(got) and all_within(names, got, expected, bound, bound.single)
    )


def all_within(
    names: Sequence[str], got: Observation, expected: Observation, bound: Bound, tolerance: float
) -> bool:
    """Tell whether every entry of all named values is within tolerance."""
    return all(within(name, got.values[name], expected.values[name], tolerance, bound) for name in names)


def within(name: str, got: np.ndarray, expected: np.ndarray, tolerance: float, bound: Bound) -> bool:
    """Tell whether every entry of one named value is within tolerance; NaN never is."""
    if expected.dtype == np.bool_:
        return bool((got == expected).all())
    if is_number(got) and is_number(expected):  # most are, and arrays of one number are slow
        return abs(float(got.item()) - float(expected.item())) <= tolerance * bound.scale(name, expected)
    have, want = real(got), real(expected)
    if not np.isfinite(have).all():
        return False
    return bool((np.abs(have - want) <= tolerance * bound.scale(name, want)).all())


def is_number(array: np.ndarray) -> bool:
    """Tell whether an array holds one real number."""
    return array.size == 1 and array.dtype.kind in "iuf"


def worst(
    names: Sequence[str], got: Observation, expected: Observation, bound: Bound, tolerance: float
) -> Difference | None:
    """Return the entry of all named values that is furthest out of tolerance, None where all are within."""
    pairs = [(name, got.values[name], expected.values[name]) for name in names]
    faults = [numbers(*pair, tolerance, bound) for pair in pairs if not within(*pair, tolerance, bound)]
    return max((fault for fault in faults if fault is not None), key=severity, default=None)


def graded(observation: Observation) -> list[str]:
    """Return the names of the values that count."""
    return [name for name in observation.values if not name.startswith(NUMERIC)]


def same_exception(one: Observation, other: Observation) -> bool:
    """Tell whether two calls failed alike: the same type of exception, whatever its text."""
    return (one.error and one.error.kind) == (other.error and other.error.kind)


MAPPINGS = ("dict", "OrderedDict", "defaultdict")


def is_mapping(got: Observation, expected: Observation) -> bool:
    """Tell whether a dictionary of all values was returned where a tuple or list is due.

    Whoever unpacks it gets its keys.
    """
    whole = next(iter(expected.kinds), "")
    if got.kinds.get(whole) not in MAPPINGS or expected.kinds[whole] not in ("tuple", "list"):
        return False
    return all(name in got.values for name in graded(expected))


def structure(name: str, got: Observation, expected: Observation) -> Difference | None:
    """Compare presence, shape and type of one named value."""
    want = expected.values[name]
    if name not in got.values:
        return Difference("none", name, words=absent(name, got, expected))
    have = got.values[name]
    if have.shape != want.shape:
        return Difference("shape", name, words={"got": shape_text(have), "expected": shape_text(want)})
    if (have.dtype == np.bool_) != (want.dtype == np.bool_) or (have.dtype.kind == "c") != (
        want.dtype.kind == "c"
    ):
        return Difference("type", name, words={"got": str(have.dtype), "expected": str(want.dtype)})
    return None


def absent(name: str, got: Observation, expected: Observation) -> dict[str, str]:
    """Say what stands where a number is due: its type, and that of the whole result."""
    whole = next(iter(expected.kinds), name)
    return {"kind": got.kinds.get(name, ""), "whole": got.kinds.get(whole, ""), "result": whole}


def shape_text(array: np.ndarray) -> str:
    """Describe a shape for a reader."""
    if array.ndim == 0:
        return "a single number"
    return f"shape ({', '.join(str(size) for size in array.shape)}{',' if array.ndim == 1 else ''})"


def is_single(observation: Observation) -> bool:
    """Tell whether a program worked in single precision.

    Its numbers are float32, or, where it turned them into Python numbers on the way out, all of them
    are exactly representable in float32.
    """
    arrays = [observation.values[name] for name in graded(observation)]
    floats = [array for array in arrays if array.dtype.kind == "f" and array.size]
    if any(array.dtype == np.float32 for array in floats):
        return True
    with np.errstate(over="ignore"):
        return bool(floats) and all(
            np.array_equal(array, array.astype(np.float32), equal_nan=True) for array in floats
        )


def numbers(
    name: str, got: np.ndarray, expected: np.ndarray, tolerance: float, bound: Bound
) -> Difference | None:
    """Compare the entries of one named value; return the worst that is out of tolerance."""
    if expected.dtype == np.bool_:
        wrong = np.flatnonzero(got != expected)
        if not wrong.size:
            return None
        words = {"got": str(bool(got.flat[wrong[0]])), "expected": str(bool(expected.flat[wrong[0]]))}
        return Difference("flag", name, words=words)
    have, want = real(got), real(expected)
    allowed = tolerance * bound.scale(name, want)
    with np.errstate(invalid="ignore"):
        errors = np.abs(have - want)
    finite = np.isfinite(have)
    if not finite.all():
        place = int(np.argmin(finite))
        return entry("nan", name, place, have, want, allowed)
    if (errors <= allowed).all():  # an expected NaN makes an error that is not: it equals nothing
        return None
    return entry("value", name, int(np.argmax(errors)), have, want, allowed)


def real(array: np.ndarray) -> np.ndarray:
    """Return an array's numbers as floats; of complex ones the real and the imaginary parts side by side."""
    parts = np.stack([array.real, array.imag], axis=-1) if array.dtype.kind == "c" else array
    return parts.astype(float)


def entry(
    kind: str, name: str, place: int, got: np.ndarray, expected: np.ndarray, allowed: float
) -> Difference:
    """Return a difference in one entry of an array."""
    index = np.unravel_index(place, expected.shape)
    where = name + (f"[{', '.join(str(int(i)) for i in index)}]" if index else "")
    have, want = float(got.flat[place]), float(expected.flat[place])
    return Difference(kind, where, have, want, abs(have - want), allowed)


def severity(fault: Difference) -> float:
    """Order differences: what is no number first, then by how far off they are, in tolerances."""
    if fault.error is None or not np.isfinite(fault.error):
        return float("inf")
    return fault.error / max(fault.tolerance or 0.0, SMALLEST)


def distance(got: Observation, expected: Observation, bound: Bound) -> float:
    """Return how far two observations are apart, in units of each value's scale; inf for no numbers."""
    if got.outcome is not expected.outcome or got.outcome is not Outcome.RETURNED:
        return 0.0 if agree(got, expected, bound) else float("inf")
    names = graded(expected)
    if any(structure(name, got, expected) for name in names):
        return float("inf")
    return max((gap(name, got.values[name], expected.values[name], bound) for name in names), default=0.0)


def gap(name: str, got: np.ndarray, expected: np.ndarray, bound: Bound) -> float:
    """Return the greatest error of one value in units of its scale."""
    if is_number(got) and is_number(expected):
        error = abs(float(got.item()) - float(expected.item()))
        return error / bound.scale(name, expected) if math.isfinite(error) else math.inf
    have, want = real(got), real(expected)
    if not have.size:
        return 0.0
    if not (np.isfinite(have) & np.isfinite(want)).all():
        return float("inf")
    return float(np.max(np.abs(have - want))) / bound.scale(name, want)


def largest(array: np.ndarray) -> float:
    """Return the greatest finite magnitude in an array, 0 where it has none."""
    if is_number(array):
        number = abs(float(array.item()))
        return number if math.isfinite(number) else 0.0
    numbers = np.abs(real(array))
    finite = numbers[np.isfinite(numbers)]
    return float(finite.max()) if finite.size else 0.0
