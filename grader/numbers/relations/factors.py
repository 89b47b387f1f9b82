"""Numbers that are the right ones times a factor, or in which an input has no part."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from grader.numbers.relations.case import Case, Found, fits, one_number

CONSTANTS: Mapping[str, float] = MappingProxyType(
    {
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
)


NEARLY_ONE = 1e-3
"""A factor nearer to 1 says nothing: "times 1.00001" is an approximation, and nobody wrote that factor."""


def factors(quantities: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield named factors: constants, the check's own quantities, their inverses, products of both."""
    yield from CONSTANTS.items()
    for name, value in quantities.items():
        if value != 0.0:
            yield name, value
            yield f"1/{name}", 1 / value
    for divisor in range(2, 13):
        if "n" in quantities:
            yield f"n/{divisor}", quantities["n"] / divisor
    for name, value in quantities.items():
        for word, constant in CONSTANTS.items():
            if value != 0.0:
                yield f"{word}·{name}", constant * value
                yield f"{word}/{name}", constant / value


def common_factor(cases: Sequence[Case], part: Callable[[Case], tuple[np.ndarray, np.ndarray]]) -> str:
    """Return the name of a factor that turns the right part into the student's in every case, or ""."""
    telling = [case for case in cases if np.any(part(case)[1])]
    if not telling:
        return ""
    first = telling[0]
    ratio, slack = ratio_of(*part(first)), FACTOR_SLACK * first.near
    names = [dict(factors(case.quantities)) for case in cases]
    own = dict(factors(first.quantities))
    for name in names[0]:
        if name not in own or not abs(own[name] - ratio) <= slack * abs(own[name]):
            continue
        if all(
            name in table and fits(case, part(case), table[name])
            for case, table in zip(cases, names, strict=True)
        ):
            return name
    return ""


FACTOR_SLACK = 20
"""How far a factor may be from that of the largest number, in roundings: twice what ``fits`` allows."""


def ratio_of(got: np.ndarray, expected: np.ndarray) -> float:
    """Return how many times the right number the student's is, at the largest right one; nan for none."""
    if got.shape != expected.shape:
        return float("nan")
    place = int(np.argmax(np.abs(expected)))
    return float(got.flat[place]) / float(expected.flat[place])


def zero(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's number is always 0, where the right ones are not."""
    wrong = [case for case in cases if case.wrong]
    everywhere = all(case.got.size and not np.any(case.got) for case in cases)
    return Found("relation.zero", {}) if len(wrong) > 1 and everywhere else None


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
    if not np.isfinite(factor) or factor == 0 or abs(factor - 1) < NEARLY_ONE:
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
    """Return how many times the right change of a parameter the student's is; nan where there is none."""
    if case.before is None or case.before.shape != case.got.shape:
        return np.full(case.got.shape, np.nan)
    got, expected = change(case)
    return np.asarray(got / expected)


def scaled_step(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's *change* of a parameter is the right change times a factor."""
    if any(
        case.before is None or case.before.shape != case.got.shape or case.got.dtype == bool for case in cases
    ):
        return None
    # A gradient buffer is set or cleared, never stepped, and where no step is due none is too long.
    if cases[0].name.endswith(".grad") or not any(np.any(change(case)[1]) for case in cases):
        return None
    if all(case.same(case.before) for case in cases):
        return Found("relation.unchanged", {})
    name = common_factor(cases, change)
    if not name:
        return None
    return (
        Found("relation.step_sign", {}) if name == "−1" else Found("relation.step_scaled", {"factor": name})
    )


def left_over(cases: Sequence[Case]) -> Found | None:
    """Look whether a buffer that should be empty holds what it held before, times a factor."""
    if any(
        case.before is None or case.before.shape != case.got.shape or np.any(case.expected) for case in cases
    ):
        return None
    name = common_factor(cases, lambda case: (case.got, np.asarray(case.before)))
    return Found("relation.left_over", {"factor": name}) if name else None


def change(case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Return the student's change of a value and the right one."""
    assert case.before is not None
    return case.got - case.before, case.expected - case.before
