"""Faults of sizes: an array is square wherever it is given, and its docstring tells its axes apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from grader.prove.docstrings.docstrings import described_shapes
from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Fault


def equal_sizes(evidence: Evidence) -> Iterator[Fault]:
    """Report a task with an argument that is square in every check, and has two letters for its axes."""
    for task, node in evidence.source.tasks.items():
        own = [place for place, check in enumerate(evidence.key.checks) if check.task == task]
        if any(evidence.exercise.checks[place].note for place in own):
            continue
        given = [arrays(evidence.key.checks[place].scenario) for place in own]
        for label, shape in described_shapes(node):
            same = always_equal(shape, [one[label] for one in given if label in one])
            if same:
                yield Fault(
                    "blind",
                    evidence.line_of_check(own[0]),
                    f"every check of {task} gives {label} with {same} as long as each other, and its "
                    "docstring tells them apart: that hides a wrong axis and a transpose; take two sizes, or "
                    "say with note= why not",
                )
                break


def always_equal(shape: str, given: list[np.ndarray]) -> str:
    """Return two letters of a shape that stand for one size in all of several arrays; empty for none."""
    letters = [size.strip() for size in shape.split(",") if size.strip()]
    if len(given) < 2 or any(array.ndim != len(letters) for array in given):
        return ""
    for one, other in combinations(range(len(letters)), 2):
        alike = all(array.shape[one] == array.shape[other] for array in given)
        if letters[one] != letters[other] and alike and letters[one].isidentifier():
            return f"{letters[one]} and {letters[other]}"
    return ""
