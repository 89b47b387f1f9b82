"""Recognise a wrong number by how it relates to the right one, where no page names the mistake.

A relation is looked for over *all* returned checks of a task at once: it must turn every expected number
into the student's, in every check, before it counts as evidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any

import numpy as np

from grader.observation import Leaf, Scenario

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
        if candidate is None:
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
        return max(np.count_nonzero(self.got), np.count_nonzero(self.expected)) if self.wrong else 0


@dataclass(frozen=True)
class Found:
    """A relation that explains every number of one value: the sentence's id and its words."""

    sentence: str
    words: Mapping[str, str]


def find(cases: Sequence[Case]) -> Found | None:
    """Return the simplest relation that explains one value in all its cases, None where none does.

    The cases are those of one named value over all checks of a task, the right ones included.
    """
    wrong = [case for case in cases if case.wrong]
    if not wrong or sum(case.evidence for case in wrong) < 1:
        return None
    for search in SEARCHES:
        found = search(cases)
        if found is not None:
            return found
    return None


# ---- factors -------------------------------------------------------------------------------------

CONSTANTS: Mapping[str, float] = {
    "2": 2.0,
    "½": 0.5,
    "−1": -1.0,
    "−2": -2.0,
    "−½": -0.5,
    "4": 4.0,
    "¼": 0.25,
    "3": 3.0,
    "10": 10.0,
    "1/10": 0.1,
    "ln 10": float(np.log(10)),
    "1/ln 10": float(1 / np.log(10)),
}


def factors(quantities: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield named factors: constants, the check's own quantities, their inverses, and products with constants."""
    yield from CONSTANTS.items()
    for name, value in quantities.items():
        if value not in (0.0, 1.0):
            yield name, value
            yield f"1/{name}", 1 / value
    for divisor in range(2, 13):
        if "n" in quantities:
            yield f"n/{divisor}", quantities["n"] / divisor
    for name, value in quantities.items():
        for word, constant in CONSTANTS.items():
            if value not in (0.0, 1.0):
                yield f"{word}·{name}", constant * value
                yield f"{word}/{name}", constant / value


def common_factor(cases: Sequence[Case], part: Callable[[Case], tuple[np.ndarray, np.ndarray]]) -> str:
    """Return the name of a factor that turns the right part into the student's in every case, or ""."""
    names = [dict(factors(case.quantities)) for case in cases]
    telling = [case for case in cases if np.any(part(case)[1])]
    if not telling:
        return ""
    for name in names[0]:
        if all(
            name in table and fits(case, part(case), table[name])
            for case, table in zip(cases, names, strict=True)
        ):
            return name
    return ""


def fits(case: Case, parts: tuple[np.ndarray, np.ndarray], factor: float) -> bool:
    """Tell whether the student's part is the right part times the factor."""
    got, expected = parts
    size = max(float(np.max(np.abs(expected * factor), initial=0)), 1e-30)
    return got.shape == expected.shape and bool(
        np.all(np.abs(got - factor * expected) <= case.near * 10 * size)
    )


def scaled(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's number is the right one times a factor."""
    name = common_factor(cases, lambda case: (case.got, case.expected)) or unnamed_factor(cases)
    if not name:
        return None
    return Found("relation.sign", {}) if name == "−1" else Found("relation.scaled", {"factor": name})


def unnamed_factor(cases: Sequence[Case]) -> str:
    """Return a factor that is the same in at least two telling cases, as a number, or ""."""
    telling = [case for case in cases if np.any(case.expected) and case.got.shape == case.expected.shape]
    if len(telling) < 2 or len({float(case.expected.flat[0]) for case in telling}) < 2:
        return ""
    first = telling[0]
    place = int(np.argmax(np.abs(first.expected)))
    factor = float(first.got.flat[place]) / float(first.expected.flat[place])
    if not np.isfinite(factor) or factor == 0:
        return ""
    return f"{factor:.6g}" if all(fits(case, (case.got, case.expected), factor) for case in cases) else ""


def ignored(cases: Sequence[Case]) -> Found | None:
    """Look whether an input has no part in the student's number: a fixed one stands in its place."""
    if any(case.got.shape != case.expected.shape for case in cases):
        return None
    for label in cases[0].quantities:
        scalars = [case.quantities.get(label, np.nan) for case in cases if label in case.arrays]
        if len(scalars) < len(cases) or not np.isfinite(scalars).all() or len(set(scalars)) < 2:
            continue
        with np.errstate(all="ignore"):
            candidates = (
                [case.got - case.expected + case.quantities[label] for case in cases],
                [case.got / case.expected * case.quantities[label] for case in cases],
                [step(case) * case.quantities[label] for case in cases],
            )
        if any(one_number(numbers, cases[0].near) for numbers in candidates):
            return Found("relation.ignored", {"input": label})
    return None


def step(case: Case) -> np.ndarray:
    """Return how many times the right change of a parameter the student's is; nan where there is no change."""
    if case.before is None or case.before.shape != case.got.shape:
        return np.full(case.got.shape, np.nan)
    got, expected = change(case)
    return got / expected


def one_number(arrays: Sequence[np.ndarray], near: float) -> bool:
    """Tell whether all entries of all arrays are one finite number."""
    numbers = np.concatenate([array.astype(float).ravel() for array in arrays])
    spread = np.ptp(numbers) if numbers.size and np.isfinite(numbers).all() else np.inf
    return bool(spread <= near * 10 * max(float(np.max(np.abs(numbers), initial=0)), 1e-30))


def scaled_step(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's *change* of a parameter is the right change times a factor."""
    if any(
        case.before is None or case.before.shape != case.got.shape or case.got.dtype == bool for case in cases
    ):
        return None
    if all(case.same(case.before) for case in cases):
        return Found("relation.unchanged", {})
    name = common_factor(cases, change)
    if not name:
        return None
    return (
        Found("relation.step_sign", {}) if name == "−1" else Found("relation.step_scaled", {"factor": name})
    )


def change(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Return the student's change of a value and the right one."""
    assert case.before is not None
    return case.got - case.before, case.expected - case.before


# ---- other relations between right and wrong -----------------------------------------------------


def every(cases: Sequence[Case], make: Callable[[Case], Any], sentence: str, **words: str) -> Found | None:
    """Return the sentence where a candidate gives the student's number in every case."""
    with np.errstate(all="ignore"):
        for case in cases:
            try:
                if not case.same(make(case)):
                    return None
            except (ValueError, IndexError, KeyError, TypeError):
                return None
    return Found(sentence, words)


def shaped(cases: Sequence[Case]) -> Found | None:
    """Look for the right numbers in another shape, order or number."""
    trials: tuple[tuple[str, Callable[[Case], Any]], ...] = (
        ("relation.transposed", lambda case: case.expected.T if case.expected.ndim > 1 else None),
        ("relation.summed", lambda case: case.expected.sum()),
        ("relation.averaged", lambda case: case.expected.mean()),
        ("relation.first_only", lambda case: case.expected.ravel()[0]),
        ("relation.last_only", lambda case: case.expected.ravel()[-1]),
        ("relation.reversed", lambda case: case.expected[::-1]),
        ("relation.cumulated", lambda case: np.cumsum(case.expected, axis=0) if case.expected.ndim else None),
        ("relation.one_short", lambda case: case.expected[:-1]),
        ("relation.one_short", lambda case: case.expected[1:]),
        ("relation.flattened", lambda case: case.expected.ravel()),
        ("relation.column", lambda case: case.expected.reshape(-1, 1)),
        ("relation.boxed", lambda case: case.expected.reshape(1)),
    )
    for sentence, make in trials:
        found = every(cases, make, sentence)
        if found is not None:
            return found
    return None


def unreduced(cases: Sequence[Case]) -> Found | None:
    """Look whether the student gives many numbers whose mean, or sum, would be right."""
    many = any(case.got.size > 1 for case in cases)
    if not many or not all(case.expected.ndim == 0 and case.got.ndim > 0 for case in cases):
        return None
    for sentence, reduce in (("relation.not_averaged", np.mean), ("relation.not_summed", np.sum)):
        if all(
            abs(float(reduce(case.got)) - float(case.expected)) <= case.near * size_of(case) for case in cases
        ):
            return Found(sentence, {})
    return None


def size_of(case: Case) -> float:
    """Return the magnitude of the student's numbers, never 0."""
    return max(float(np.max(np.abs(case.got), initial=0)), 1e-30)


def shifted(cases: Sequence[Case]) -> Found | None:
    """Look for a history that starts one step late, or one step early."""
    if not all(
        case.expected.ndim == 1 and case.got.shape == case.expected.shape and case.got.size > 2
        for case in cases
    ):
        return None
    late = all(np.allclose(case.got[:-1], case.expected[1:], rtol=case.near * 10, atol=0) for case in cases)
    early = all(np.allclose(case.got[1:], case.expected[:-1], rtol=case.near * 10, atol=0) for case in cases)
    if late:
        return Found("relation.late", {})
    return Found("relation.early", {}) if early else None


def broadcast(cases: Sequence[Case]) -> Found | None:
    """Look for a square table where a list is due: a row met a column."""
    due = [case for case in cases if case.expected.ndim == 1 and case.expected.size > 1]
    if due and all(case.got.shape == (case.expected.size, case.expected.size) for case in due):
        return Found("relation.broadcast", {})
    return None


FUNCTIONS: Mapping[str, Callable[[np.ndarray], np.ndarray]] = {
    "relation.root": np.sqrt,
    "relation.square": np.square,
    "relation.absolute": np.abs,
    "relation.inverse": np.reciprocal,
    "relation.log": np.log,
    "relation.exp": np.exp,
    "relation.clamped": lambda values: np.maximum(values, 0),
    "relation.rounded": np.round,
    "relation.truncated": np.trunc,
    "relation.sigmoid": lambda values: 1 / (1 + np.exp(-values)),
    "relation.tanh": np.tanh,
}


def transformed(cases: Sequence[Case]) -> Found | None:
    """Look whether the right number went through one more function."""
    for sentence, function in FUNCTIONS.items():
        found = every(cases, lambda case, function=function: function(case.expected.astype(float)), sentence)  # type: ignore[misc]
        if found is not None:
            return found
    return None


def is_input(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's number is one of the inputs."""
    for label in cases[0].arrays:
        found = every(cases, lambda case, label=label: case.arrays[label], "relation.input", input=label)  # type: ignore[misc]
        if found is not None:
            return found
    return None


def offset(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's number is off by one of the inputs, or by one number everywhere."""
    for label in cases[0].arrays:
        for sentence, factor in (
            ("relation.plus", 1.0),
            ("relation.minus", -1.0),
            ("relation.minus_twice", -2.0),
        ):
            found = every(
                cases,
                lambda case, label=label, factor=factor: case.expected + factor * case.arrays[label],  # type: ignore[misc]
                sentence,
                input=label,
            )
            if found is not None:
                return found
    gaps = [case.got - case.expected for case in cases if case.got.shape == case.expected.shape]
    if len(gaps) == len(cases) > 1 and one_number(gaps, cases[0].near) and np.any(gaps[0]):
        return Found("relation.offset", {"number": f"{float(gaps[0].flat[0]):+.6g}"})
    return None


def approximate(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's numbers are all near the right ones, and none is exact."""
    wrong = [case for case in cases if case.wrong]
    if len(wrong) < 2 or any(case.got.shape != case.expected.shape for case in wrong):
        return None
    size = [max(float(np.max(np.abs(case.expected), initial=0)), 1e-30) for case in wrong]
    near = all(
        np.all(np.abs(case.got - case.expected) <= 0.01 * top) for case, top in zip(wrong, size, strict=True)
    )
    return Found("relation.approximate", {}) if near else None


def constant(cases: Sequence[Case]) -> Found | None:
    """Look for the same number whatever the inputs are."""
    numbers = [case.got.astype(float).ravel() for case in cases]
    first = numbers[0][0] if numbers[0].size else np.nan
    varied = len({case.expected.tobytes() for case in cases}) > 1
    if (
        varied
        and len(cases) > 1
        and all(part.size and np.allclose(part, first, rtol=1e-12, atol=0) for part in numbers)
    ):
        return Found("relation.constant", {"number": f"{first:.6g}"})
    return None


SEARCHES: tuple[Callable[[Sequence[Case]], Found | None], ...] = (
    scaled_step,
    scaled,
    shaped,
    unreduced,
    broadcast,
    shifted,
    is_input,
    transformed,
    offset,
    constant,
    ignored,
    approximate,
)


# ---- what a check offers to compare with ---------------------------------------------------------


def quantities(scenario: Scenario) -> dict[str, float]:
    """Return the numbers by which a result may be off: scalar inputs by name, lengths of arrays by "n"."""
    found: dict[str, float] = {}
    for label, value in zip(scenario.labels, scenario.args, strict=True):
        if isinstance(value, bool):
            continue
        if isinstance(value, int | float):
            found[label] = float(value)
        shape = shape_of(value)
        for axis, size in enumerate(shape):
            found.setdefault("n" if axis == 0 else f"n{axis + 1}", float(size))
    if "n" in found and found["n"] > 1:
        found["n−1"] = found["n"] - 1
        found["n/(n−1)"] = found["n"] / (found["n"] - 1)
    return found


def shape_of(value: Any) -> Sequence[int]:
    """Return the shape of an array, tensor or list input; () for anything else."""
    if isinstance(value, Leaf):
        return value.value.shape
    if isinstance(value, np.ndarray):
        return value.shape
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


def orders(
    names: Sequence[str], got: Mapping[str, np.ndarray], expected: Mapping[str, np.ndarray]
) -> tuple[str, ...]:
    """Return the order of the right values in which the student gave them, () where it is no exchange.

    Only for up to five values, since every order is tried.
    """
    if not 2 <= len(names) <= 5:
        return ()
    for order in permutations(names):
        if order != tuple(names) and all(
            got[name].shape == expected[other].shape
            and np.allclose(got[name], expected[other], rtol=NEAR, atol=0)
            for name, other in zip(names, order, strict=True)
        ):
            return order
    return ()
