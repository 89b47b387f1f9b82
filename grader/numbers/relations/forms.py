"""The right numbers in another form: shape, order, offset, or through one more function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np

from grader.numbers.relations.case import NEAR, Case, Found, one_number


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
        ("relation.flattened", lambda case: case.expected.ravel() if case.expected.ndim > 1 else None),
        ("relation.row", lambda case: case.expected.reshape(1, -1) if case.expected.ndim == 1 else None),
        ("relation.column", lambda case: case.expected.reshape(-1, 1)),
        ("relation.boxed", lambda case: case.expected.reshape(1)),
    )
    for sentence, make in trials:
        found = every(cases, make, sentence)
        if found is not None:
            return found
    return None


def one_more(cases: Sequence[Case]) -> Found | None:
    """Look for the right numbers in a list with one more at an end."""
    if not all(case.got.ndim and case.got[1:].shape == case.expected.shape for case in cases):
        return None
    for ends in (slice(None, -1), slice(1, None)):
        if all(replace(case, got=case.got[ends]).same(case.expected) for case in cases):
            return Found("relation.one_more", {})
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


LEAST_NUMBERS = 3
"""Different numbers that a function must hit before it is named: through one point goes any function."""


def is_too_plain(arrays: Iterable[np.ndarray]) -> bool:
    """Tell whether the numbers are too few to show through which function they went."""
    numbers = np.concatenate([np.asarray(array, dtype=float).ravel() for array in arrays])
    return len(np.unique(numbers)) < LEAST_NUMBERS


FUNCTIONS: Mapping[str, Callable[[np.ndarray], np.ndarray]] = MappingProxyType(
    {
        "relation.root": np.sqrt,
        "relation.square": np.square,
        "relation.absolute": np.abs,
        "relation.inverse": np.reciprocal,
        "relation.log": np.log,
        "relation.exp": np.exp,
        "relation.clamped": lambda values: np.maximum(values, 0),
        "relation.truncated": np.trunc,
        "relation.rounded": np.round,
        "relation.sigmoid": lambda values: 1 / (1 + np.exp(-values)),
        "relation.tanh": np.tanh,
    }
)


def transformed(cases: Sequence[Case]) -> Found | None:
    """Look whether the right number went through one more function."""
    if is_too_plain(case.expected for case in cases):
        return None
    for sentence, function in FUNCTIONS.items():
        found = every(cases, lambda case, function=function: function(case.expected.astype(float)), sentence)  # type: ignore[misc]
        if found is not None:
            return found
    return None


NAMED: Mapping[str, Callable[[np.ndarray], np.ndarray]] = MappingProxyType(
    {
        "the hyperbolic tangent": np.tanh,
        "the exponential": np.exp,
        "the positive part": lambda values: np.maximum(values, 0),
        "the sigmoid": lambda values: 1 / (1 + np.exp(-values)),
        "the sigmoid of twice": lambda values: 1 / (1 + np.exp(-2 * values)),
        "the square": np.square,
        "the sine": np.sin,
    }
)


def is_function_of_input(cases: Sequence[Case]) -> Found | None:
    """Look whether the student's number is a well-known function of one input alone."""
    if is_too_plain(case.got for case in cases):
        return None
    for label in cases[0].arrays:
        for name, function in NAMED.items():
            found = every(
                cases,
                lambda case, label=label, function=function: function(case.arrays[label]),  # type: ignore[misc]
                "relation.function_of_input",
                function=name,
                input=label,
            )
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
    # Where only one number is wrong, the constant may be a right answer that came out by another way.
    varied = len({case.expected.tobytes() for case in cases}) > 1 and sum(case.wrong for case in cases) > 1
    if (
        varied
        and len(cases) > 1
        and all(part.size and np.allclose(part, first, rtol=1e-12, atol=0) for part in numbers)
    ):
        return Found("relation.constant", {"number": f"{first:.6g}"})
    return None


def orders(
    names: Sequence[str],
    got: Sequence[Mapping[str, np.ndarray]],
    expected: Sequence[Mapping[str, np.ndarray]],
) -> tuple[str, ...]:
    """Return the order of the right values in which the student gave them in every case, () for none.

    Values that are equal in every case are given in the order of their names.
    """
    cases = list(zip(got, expected, strict=True))
    left, order = list(names), []
    for name in names:
        fits = (other for other in left if all(alike(have[name], want[other]) for have, want in cases))
        stands = next(fits, None)
        if stands is None:
            return ()
        left.remove(stands)
        order.append(stands)
    return () if order == list(names) else tuple(order)


def alike(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether two arrays hold the same numbers, to rounding."""
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=NEAR, atol=0))
