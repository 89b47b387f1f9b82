"""Faults of a story's lists of numbers: all but one are those of a public check, or follow from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from grader.inside.observation import Observation, Scenario
from grader.numbers.compare import graded
from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page

LIST = re.compile(
    r"(?<![-−+·*/^] )(?<![\w.,·*/^(-])[-−]?\d+(?:\.\d+)?"
    r"(?:(?:,\s+|,?\s+and\s+)[-−]?\d+(?:\.\d+)?(?![\w.]*\w))+"
)
"""Numbers in a row, as a sentence has them: ``1, 9, 4 and 16``."""

SHORT, LONG = 3, 4
"""From how many numbers on a list is held against inputs and answers, and against what follows from them."""


def wrong_lists(evidence: Evidence) -> Iterator[Fault]:
    """Report a list in the story of which one number is another than in a public check."""
    known = dict(all_known(evidence))
    for found in LIST.finditer(evidence.exercise.story):
        told = tuple(float(one.replace("−", "-")) for one in re.findall(r"[-−]?\d+(?:\.\d+)?", found[0]))
        if len(told) < SHORT or any(same(told, row) for row in known):
            continue
        near = next((row for row in known if is_near(told, row)), None)
        if near is not None:
            first = found[0].split("\n")[0]
            yield Fault(
                "story",
                line_in_page(evidence, first),
                f"the story says {', '.join(f'{one:g}' for one in told)}, and {known[near]} "
                f"{', '.join(f'{one:.6g}' for one in near)}; correct the story, or the inputs",
            )


def all_known(evidence: Evidence) -> Iterator[tuple[tuple[float, ...], str]]:
    """Yield the rows of numbers of all public checks: inputs, answers, and what is reckoned on the way."""
    if evidence.exercise.is_script:
        (asked,) = evidence.key.checks[0].scenario.args
        for table in (table for pair in asked["data"] for table in pair):
            yield from rows(np.asarray(table, dtype=float).T, "in data= it is")
        return
    public = [(place, check) for place, check in enumerate(evidence.key.checks) if check.public]
    for place, check in public:
        yield from answered(evidence.key.reference[place], f"the answer of the check {check.title!r} is")
    for _, check in public:
        for label, array in arrays(check.scenario).items():
            if array.dtype.kind != "f":
                continue  # labels are small whole numbers, and a list of others is as near by chance
            yield from rows(array, f"{label} of the check {check.title!r} is")
        yield from reckoned(check.scenario, f"the numbers of the check {check.title!r} give")


def answered(seen: Observation, words: str) -> Iterator[tuple[tuple[float, ...], str]]:
    """Yield the rows of an answer's numbers."""
    for name in graded(seen):
        if seen.values[name].dtype.kind in "iuf":
            yield from rows(seen.values[name], words)


def rows(array: np.ndarray, words: str) -> Iterator[tuple[tuple[float, ...], str]]:
    """Yield an array's rows, from three numbers on."""
    table = array.reshape(-1, array.shape[-1]) if array.ndim else array.reshape(1, 1)
    if table.shape[1] >= SHORT:
        yield from ((tuple(row.tolist()), words) for row in table.astype(float))


def reckoned(scenario: Scenario, words: str) -> Iterator[tuple[tuple[float, ...], str]]:
    """Yield differences of two inputs, products with a number, and squares, from four numbers on."""
    vectors = [array.astype(float) for array in arrays(scenario).values() if array.ndim == 1]
    numbers = [float(one) for one in scenario.args if isinstance(one, int | float)]
    vectors = [one for one in vectors if len(one) >= LONG]
    first = [
        one - other for one in vectors for other in vectors if one is not other and one.shape == other.shape
    ]
    first += [number * one for number in numbers for one in vectors]
    second = [one**2 for one in (*vectors, *first)] + [2 * one for one in first]
    yield from ((tuple(one.tolist()), words) for one in (*first, *second))


def same(told: Sequence[float], row: Sequence[float]) -> bool:
    """Tell whether a row's numbers, or some in succession, are those of a list as far as it shows them."""
    size = len(told)
    starts = range(len(row) - size + 1)
    return any(all(map(close, told, row[start : start + size])) for start in starts)


def is_near(told: Sequence[float], row: Sequence[float]) -> bool:
    """Tell whether a row has all numbers of a list but one, and these are of two kinds at least."""
    if len(told) != len(row):
        return False
    agreeing = [one for one, other in zip(told, row, strict=True) if close(one, other)]
    return len(agreeing) == len(told) - 1 and len(set(agreeing)) >= SHORT - 1


def close(told: float, right: float) -> bool:
    """Tell whether a number is another one, rounded to as many digits as are usual in a story."""
    return abs(told - right) <= 5e-4 * max(1.0, abs(right))
