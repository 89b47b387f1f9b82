"""Faults of a page's checks: numbers that leak, tolerances that do not separate, references that are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.compare import Bound, distance, graded
from grader.key import AnswerKey
from grader.observation import NUMERIC, Leaf, Observation
from grader.prove.proof import Evidence, Fault
from grader.tolerance import LOOSEST, MARGIN, SAME, Margins

NUMERIC_NEAR = 1e-6
"""How near a gradient is to its central differences, in units of its scale."""

SMALL = 10
"""Whole numbers up to here are no secret."""


def checks_catch_something(evidence: Evidence) -> Iterator[Fault]:
    """Every check fails for a misconception, or says in a note why it stands there."""
    for place, check in enumerate(evidence.exercise.checks):
        if catches(evidence, place) or check.note:
            continue
        yield Fault(
            "catches",
            evidence.line_of_check(place),
            f"the check {check.title!r} fails for no misconception; "
            "describe a mistake that it catches, or say with note= why it stands here",
        )


def catches(evidence: Evidence, place: int) -> bool:
    """Tell whether a check fails for a misconception."""
    return any(not line.passes[place] for line in evidence.trials[0].wrong)


# ---- tolerances ---------------------------------------------------------------------------------


def right_answers_are_near(evidence: Evidence) -> Iterator[Fault]:
    """The scatter of right answers leaves a factor of ten below the tolerance, and that below the loosest."""
    for place, check in enumerate(evidence.exercise.checks):
        for precision, margins in both(evidence, place):
            allowed = margins.tolerance if check.tolerance is not None else LOOSEST[precision]
            if margins.scatter * MARGIN > allowed:
                yield Fault(
                    "scatter",
                    evidence.line_of_check(place),
                    f"on the check {check.title!r} right answers in {precision} precision scatter by "
                    f"{margins.scatter:.1g}, more than a tenth of the tolerance {allowed:.1g}; "
                    f"look at {furthest(evidence, place)}, take calmer inputs, or leave tolerance= to measurement",
                )


def furthest(evidence: Evidence, place: int) -> str:
    """Name the right program that is furthest from the reference on a check."""
    expected = evidence.key.reference[place]
    bound = Bound(0.0, 0.0, evidence.margins[place].sizes)
    return max(evidence.trials[0].right, key=lambda line: distance(line.row[place], expected, bound)).name


def wrong_answers_are_far(evidence: Evidence) -> Iterator[Fault]:
    """No misconception comes near a tolerance: it agrees with the reference, or it is ten times as far."""
    for place, check in enumerate(evidence.exercise.checks):
        bound = Bound(0.0, 0.0, evidence.margins[place].sizes)
        for precision, margins in both(evidence, place):
            for line in evidence.trials[0].wrong:
                gap = distance(line.row[place], evidence.key.reference[place], bound)
                if not near(gap, margins):
                    continue
                yield Fault(
                    "near",
                    evidence.line_of_check(place),
                    f"on the check {check.title!r} {line.name} is {gap:.1g} off, too near to the tolerance "
                    f"{margins.tolerance:.1g} in {precision} precision; take inputs on which it differs more",
                )
                break


def near(gap: float, margins: Margins) -> bool:
    """Tell whether a wrong answer is less than ten tolerances away, and is no right answer in disguise."""
    disguised = gap <= SAME * margins.scatter and gap <= margins.tolerance / MARGIN
    return not disguised and gap < margins.tolerance * MARGIN


def both(evidence: Evidence, place: int) -> tuple[tuple[str, Margins], tuple[str, Margins]]:
    """Return a check's margins by precision."""
    measured = evidence.margins[place]
    return ("double", measured.double), ("single", measured.single)


# ---- gradients ----------------------------------------------------------------------------------


def gradients_are_slopes(evidence: Evidence) -> Iterator[Fault]:
    """A reference's gradient agrees with central differences of its loss in every coordinate."""
    reported: set[int] = set()
    for trial in evidence.trials[:2]:
        for place, check in enumerate(trial.key.checks):
            if check.scenario.kind != "gradients" or place in reported:
                continue
            message = slope_fault(trial.key, place)
            if message:
                reported.add(place)
                yield Fault(
                    "slope",
                    evidence.line_of_check(place),
                    f"on the check {check.title!r}{trial.how} {message}; correct the reference, or of= and wrt=",
                )


def slope_fault(made: AnswerKey, place: int) -> str:
    """Say where a reference's gradient is not the slope of its loss; empty where it is."""
    seen, check = made.reference[place], made.checks[place]
    names, given = entries(seen, [name for name in graded(seen)])
    _, numeric = entries(seen, [name for name in seen.values if name.startswith(NUMERIC)])
    if given.shape != numeric.shape:
        return (
            f"the reference gives {given.size} numbers and {check.scenario.of} has {numeric.size} slopes "
            f"in {', '.join(check.scenario.wrt)}"
        )
    size = max(check.bound.scale(name, seen.values[name]) for name in graded(seen))
    errors = np.abs(given - numeric)
    worst = int(np.argmax(errors))
    if errors[worst] <= NUMERIC_NEAR * size:
        return ""
    return (
        f"the reference's {names[worst]} is {given[worst]:.7g} and the central difference of "
        f"{check.scenario.of} is {numeric[worst]:.7g}"
    )


def entries(seen: Observation, names: list[str]) -> tuple[list[str], np.ndarray]:
    """Return the names and numbers of all entries of some values, one after the other."""
    arrays = [seen.values[name].astype(float).ravel() for name in names]
    places = [
        f"{name}[{place}]" if array.size > 1 else name
        for name, array in zip(names, arrays, strict=True)
        for place in range(array.size)
    ]
    return places, np.concatenate(arrays) if arrays else np.zeros(0)


# ---- leaks --------------------------------------------------------------------------------------


def inputs_tell_no_answer(evidence: Evidence) -> Iterator[Fault]:
    """No input of one check is the expected value of another, hidden one."""
    inputs = [list(numbers_in(check.scenario.args)) for check in evidence.key.checks]
    for place, check in enumerate(evidence.key.checks):
        if check.public:
            continue
        seen = evidence.key.reference[place]
        for name in graded(seen):
            secret = seen.values[name]
            if trivial(secret) or any(equal(secret, own) for own in inputs[place]):
                continue
            for other, given in enumerate(inputs):
                if other != place and any(equal(secret, array) for array in given):
                    yield Fault(
                        "leak",
                        evidence.line_of_check(other),
                        f"an input of the check {evidence.key.checks[other].title!r} is the expected {name} of the "
                        f"hidden check {check.title!r}; draw other inputs for one of them",
                    )


def numbers_in(value: Any) -> Iterator[np.ndarray]:
    """Yield every array, number and list of numbers in an input."""
    if isinstance(value, Leaf):
        yield value.value
        if value.grad is not None:
            yield value.grad
    elif isinstance(value, int | float | np.ndarray):
        yield np.asarray(value)
    elif isinstance(value, dict):
        yield from numbers_in(list(value.values()))
    elif isinstance(value, list | tuple):
        if value and all(isinstance(item, int | float) for item in value):
            yield np.asarray(value)
        for item in value:
            yield from numbers_in(item)


def trivial(array: np.ndarray) -> bool:
    """Tell whether a value is nothing to hide: flags, no number at all, the same small whole number everywhere."""
    if array.dtype == np.bool_ or not array.size:
        return True
    first = float(array.flat[0].real)
    return bool(np.all(array == first)) and first == round(first) and abs(first) <= SMALL


def equal(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether two arrays hold the same numbers, in any shape."""
    if one.size != other.size or other.dtype == np.bool_:
        return False
    return bool(np.allclose(one.ravel(), other.ravel(), rtol=1e-9, atol=0))
