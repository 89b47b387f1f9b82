"""Faults of public checks whose inputs hide a mistake: symmetric, square, proportional, all 0, 1 and 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np

from grader.inside.observation import Leaf, Observation, Outcome, Scenario
from grader.keys.key import KeyCheck
from grader.numbers.compare import graded
from grader.prove.proof import Evidence, Fault, Line

Arrays = Mapping[str, np.ndarray]


def symmetric_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report a public check with a symmetric matrix, where a transpose more or less is no difference."""
    for place, check in enumerate(evidence.key.checks):
        hidden = [
            arrays(other.scenario)
            for other in evidence.key.checks
            if other.task == check.task and not other.public
        ]
        for label, array in arrays(check.scenario).items():
            # Where the hidden checks draw nothing else, as Hessians, the task is about symmetric matrices.
            wanted = any(label in other and not is_symmetric(other[label]) for other in hidden)
            if check.public and wanted and is_symmetric(array):
                yield Fault(
                    "blind",
                    evidence.line_of_check(place),
                    f"{label} of the public check {check.title!r} is a symmetric matrix, which hides a "
                    "transpose too many or too few; exchange one number",
                )


def is_symmetric(array: np.ndarray) -> bool:
    """Tell whether an array is a square matrix, larger than one number, that is its own transpose."""
    return (
        array.ndim == 2
        and len(array) > 1
        and array.shape[0] == array.shape[1]
        and np.allclose(array, array.T)
    )


def blind_public_checks(evidence: Evidence) -> Iterator[Fault]:
    """Report public checks that a mistake passes because of what is special in their inputs."""
    told: set[str] = set()
    for line in evidence.trials[0].wrong:
        for task in targets(evidence, line):
            found = special_in_all(evidence, line, task)
            if found and task not in told:
                told.add(task)
                place, hidden, reason = found
                yield Fault(
                    "blind",
                    evidence.line_of_check(place),
                    f"{line.name} passes every public check of {task} and fails the hidden check "
                    f"{evidence.key.checks[hidden].title!r}; in the public check "
                    f"{evidence.key.checks[place].title!r} {reason}: take other inputs, or say with note= "
                    "why it stands here",
                )


def targets(evidence: Evidence, line: Line) -> list[str]:
    """Return the tasks that a misconception is about."""
    wanted = next(variant.targets for variant in evidence.exercise.misconceptions if variant.id == line.id)
    return [task for task in evidence.source.tasks if task in wanted]


def special_in_all(evidence: Evidence, line: Line, task: str) -> tuple[int, int, str] | None:
    """Return a public check, the hidden one that shows a mistake, and what is special in all public ones."""
    checks = evidence.key.checks
    own = [place for place, check in enumerate(checks) if check.task == task]
    public = [place for place in own if checks[place].public]
    caught = [place for place in own if not checks[place].public and not line.passes[place]]
    if not public or not caught or not all(line.passes[place] for place in public):
        return None
    if any(evidence.exercise.checks[place].note for place in public):
        return None
    hidden = caught[0]
    seen = line.row[hidden], evidence.key.reference[hidden]
    reasons = [
        special(checks[place], checks[hidden]) or special_sizes(checks[place], checks[hidden], *seen)
        for place in public
    ]
    return (public[0], hidden, reasons[0]) if all(reasons) else None


def special(public: KeyCheck, hidden: KeyCheck) -> str:
    """Say what is special in a public check's inputs and not in a hidden one's; empty for nothing."""
    mine, theirs = arrays(public.scenario), arrays(hidden.scenario)
    for label, array in mine.items():
        other = theirs.get(label)
        if other is None:
            continue
        if is_symmetric(array) and not is_symmetric(other):
            return f"{label} is a symmetric matrix"
        if array.size > 1 and np.all(array == array.flat[0]) and not np.all(other == other.flat[0]):
            return f"all numbers of {label} are equal"
    for one, two in combinations([label for label in mine if label in theirs], 2):
        if proportional(mine[one], mine[two]) and not proportional(theirs[one], theirs[two]):
            return f"{two} is a multiple of {one}"
    return ""


def special_sizes(public: KeyCheck, hidden: KeyCheck, got: Observation, expected: Observation) -> str:
    """Say which sizes of a public check hide a mistake that is a matter of sizes; empty for none.

    On the hidden check the program stops, gives another shape, or is off by one factor that is a size.
    """
    mine, theirs = arrays(public.scenario), arrays(hidden.scenario)
    both = [label for label in mine if label in theirs and mine[label].ndim == theirs[label].ndim]
    factor = common_factor(got, expected)
    for label in both:
        pairs = list(zip(mine[label].shape, theirs[label].shape, strict=True))
        if any(small == 1 and factor in (large, 1 / large) for small, large in pairs if large > 1):
            return f"a size of {label} is 1"
        square = (
            len(set(mine[label].shape)) < mine[label].ndim
            and len(set(theirs[label].shape)) == mine[label].ndim
        )
        if square and other_shape(got, expected):
            return f"{label} is square"
    return ""


def other_shape(got: Observation, expected: Observation) -> bool:
    """Tell whether a program stops, or answers in another shape than the reference."""
    return got.outcome is not Outcome.RETURNED or any(
        name not in got.values or got.values[name].shape != expected.values[name].shape
        for name in graded(expected)
    )


def common_factor(got: Observation, expected: Observation) -> float:
    """Return the one factor by which all numbers that differ do so, to nine digits; 0 where there is none."""
    if other_shape(got, expected):
        return 0.0
    factors: set[float] = set()
    for name in graded(expected):
        one, other = got.values[name].astype(float).ravel(), expected.values[name].astype(float).ravel()
        apart = (one != other) & (other != 0)
        factors |= {float(f"{factor:.9g}") for factor in one[apart] / other[apart]} - {1.0}
    return factors.pop() if len(factors) == 1 else 0.0


def arrays(scenario: Scenario) -> Arrays:
    """Return the inputs of a scenario that are arrays of numbers, by name."""
    pairs = zip(scenario.labels, map(numbers, scenario.args), strict=True)
    return {label: array for label, array in pairs if array is not None and array.ndim}


def numbers(value: Any) -> np.ndarray | None:
    """Return an input as an array of numbers, None where it is not one."""
    array = value.value if isinstance(value, Leaf) else value
    return array if isinstance(array, np.ndarray) and array.dtype.kind in "iuf" else None


def proportional(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether one of two vectors of a length is a multiple of the other, as 1, 2, 3 and 2, 4, 6 are."""
    if one.ndim != 1 or one.shape != other.shape or len(one) < 2 or not one.any() or not other.any():
        return False
    return bool(np.linalg.matrix_rank(np.stack([one, other])) < 2)
