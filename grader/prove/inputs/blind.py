"""Faults of public checks that a mistake passes: by inputs that are square, proportional, of one sample."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

import numpy as np

from grader.inside.observation import Observation, Outcome
from grader.keys.key import KeyCheck
from grader.numbers.compare import graded
from grader.prove.docstrings.results import LOOKED_AT
from grader.prove.evidence.arrays import arrays, is_constant, is_symmetric
from grader.prove.evidence.proof import Evidence, Fault, Line


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


def proportional_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report a task whose public checks all have 1, 2, 3 and a multiple of it as inputs, as y = 2x is."""
    checks = evidence.key.checks
    for task in evidence.source.tasks:
        own = [place for place, check in enumerate(checks) if check.task == task]
        public = [place for place in own if checks[place].public]
        hidden = [place for place in own if not checks[place].public]
        pairs = [pair for place in public if (pair := multiples(checks[place])) is not None]
        noted = any(evidence.exercise.checks[place].note for place in public)
        varied = any(multiples(checks[place]) is None for place in hidden)
        if pairs and len(pairs) == len(public) and varied and not noted:
            one, two = pairs[0]
            yield Fault(
                "blind",
                evidence.line_of_check(public[0]),
                f"in every public check of {task}, as in {checks[public[0]].title!r}, {one} counts "
                f"up from 1 and {two} is a multiple of it, so that many wrong formulas give right numbers; "
                "change one number, or say with note= why it stands here",
            )


def multiples(check: KeyCheck) -> tuple[str, str] | None:
    """Return an input that counts up from 1, and one that is a multiple of it; nothing beside a third one."""
    mine = arrays(check.scenario)
    if len(mine) > 2:
        return None
    counting = [name for name in mine if mine[name].ndim == 1 and counts(mine[name])]
    pairs = ((one, two) for one in counting for two in mine if two not in counting)
    return next((pair for pair in pairs if proportional(mine[pair[0]], mine[pair[1]])), None)


def counts(array: np.ndarray) -> bool:
    """Tell whether a vector is 1, 2, 3 and so on."""
    return len(array) > 1 and np.array_equal(array, np.arange(1, len(array) + 1))


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
        if is_constant(array) and not is_constant(other):
            return f"all numbers of {label} are equal"
    for one, two in combinations([label for label in mine if label in theirs], 2):
        if proportional(mine[one], mine[two]) and not proportional(theirs[one], theirs[two]):
            return f"{two} is a multiple of {one}"
    formulas = public.scenario.kind in LOOKED_AT and hidden.scenario.kind in LOOKED_AT
    return special_number(numbers(public), numbers(hidden)) if formulas else ""


def numbers(check: KeyCheck) -> dict[str, float]:
    """Return a check's single numbers that are no whole ones by type, by name."""
    pairs = zip(check.scenario.labels, check.scenario.args, strict=True)
    return {label: value for label, value in pairs if isinstance(value, float)}


SPECIAL = (0.0, 0.5, 1.0)
"""Numbers at which u², 1/u, 1 - u or u itself agree with another one of these."""


def special_number(mine: Mapping[str, float], theirs: Mapping[str, float]) -> str:
    """Say which number of a public check is one of these, or equal to another; empty for none."""
    both = [label for label in mine if label in theirs]
    for label in both:
        if mine[label] in SPECIAL and theirs[label] not in SPECIAL:
            return f"{label} is {mine[label]:g}"
    for one, two in combinations(both, 2):
        if mine[one] == mine[two] and theirs[one] != theirs[two]:
            return f"{one} and {two} are both {mine[one]:g}"
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


def proportional(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether one of two vectors of a length is a multiple of the other, as 1, 2, 3 and 2, 4, 6 are."""
    if one.ndim != 1 or one.shape != other.shape or len(one) < 2 or not one.any() or not other.any():
        return False
    return bool(np.linalg.matrix_rank(np.stack([one, other])) < 2)
