"""Faults of inputs that hide mistakes by themselves: a symmetric matrix, the same number throughout."""

from __future__ import annotations

from collections.abc import Iterator

from grader.keys.key import KeyCheck
from grader.prove.evidence.arrays import arrays, is_constant, is_symmetric
from grader.prove.evidence.proof import Evidence, Fault


def symmetric_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report a public check with a symmetric matrix, where a transpose more or less is no difference."""
    for place, check in enumerate(evidence.key.checks):
        hidden = [arrays(other.scenario) for other in hidden_of(evidence, check)]
        for label, array in arrays(check.scenario).items():
            # Where the hidden checks draw nothing else, as Hessians, the task is about symmetric matrices.
            wanted = any(label in other and not is_symmetric(other[label]) for other in hidden)
            if check.public and wanted and is_symmetric(array) and check.scenario.kind != "raises":
                yield Fault(
                    "blind",
                    evidence.line_of_check(place),
                    f"{label} of the public check {check.title!r} is a symmetric matrix, which hides a "
                    "transpose too many or too few; exchange one number",
                )


def equal_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report inputs with one and the same number throughout, which hides an order, an axis, a product."""
    for place, check in enumerate(evidence.key.checks):
        others = [other for other in evidence.key.checks if other.task == check.task]
        public = [arrays(other.scenario) for other in others if other.public]
        hidden = [arrays(other.scenario) for other in others if not other.public]
        for label, array in arrays(check.scenario).items():
            # Zeros are a start like any other; a square matrix is symmetric, and is reported as such.
            # Where an exception is expected, the numbers do not count.
            plain = not array.any() or is_symmetric(array) or check.scenario.kind == "raises"
            if plain or not is_constant(array):
                continue
            shown = check.public and all(is_constant(one[label]) for one in public if label in one)
            varied = any(label in one and not is_constant(one[label]) for one in hidden)
            if not evidence.exercise.checks[place].note and (array.ndim > 1 or (shown and varied)):
                yield Fault(
                    "blind",
                    evidence.line_of_check(place),
                    f"all numbers of {label} in the check {check.title!r} are equal, which hides what is "
                    "multiplied, added up or turned round; give it different ones, or say with note= why not",
                )


def hidden_of(evidence: Evidence, check: KeyCheck) -> list[KeyCheck]:
    """Return the hidden checks of a check's task."""
    return [other for other in evidence.key.checks if other.task == check.task and not other.public]
