"""Faults of checks that nobody could fail, or whose words nobody could know."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from grader.prove.evidence.arrays import arrays_in
from grader.prove.evidence.proof import Evidence, Fault


def unchangeable_inputs(evidence: Evidence) -> Iterator[Fault]:
    """Report ``leaves_unchanged`` on what no program can change, such as a number."""
    for place, check in enumerate(evidence.key.checks):
        given = dict(zip(check.scenario.labels, check.scenario.args, strict=True))
        fixed = [name for name in check.scenario.fields if isinstance(given.get(name), int | float | str)]
        if check.scenario.kind == "unchanged" and len(fixed) == len(check.scenario.fields):
            yield Fault(
                "words",
                evidence.line_of_check(place),
                f"the check {check.title!r} looks whether {fixed[0]} is changed, and no program can change a "
                "number or a text; name an array, a tensor, a list or a dictionary",
            )


def equal_batches(evidence: Evidence) -> Iterator[Fault]:
    """Report ``vectorised`` whose inputs are of one size for few samples and for many."""
    for place, check in enumerate(evidence.key.checks):
        if check.scenario.kind == "vectorised":
            few, many = map(shapes, check.scenario.args)
            if few == many:
                yield Fault(
                    "words",
                    evidence.line_of_check(place),
                    f"inputs= of the check {check.title!r} draws as many samples when it is asked for few as "
                    "when it is asked for many; let it draw as many as its second argument says",
                )


def shapes(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """Return the sizes of all inputs, and the whole numbers among them."""
    found: dict[str, Any] = {name: value for name, value in inputs.items() if isinstance(value, int)}
    for name, value in inputs.items():
        found |= {label: array.shape for label, array in arrays_in(name, value)}
    return found


def unmet_choices(evidence: Evidence) -> Iterator[Fault]:
    """Report a choice without the right answer in it, and an exception that the reference does not raise."""
    for place, (check, seen) in enumerate(zip(evidence.exercise.checks, evidence.key.reference, strict=True)):
        if check.kind not in ("chooses", "raises"):
            continue
        met = [bool(np.all(value)) for value in seen.values.values()]
        said = ""
        if check.kind == "chooses" and met and not any(met):
            said = "chooses none of the texts in among=; add the right one"
        if check.kind == "raises" and not all(met):
            said = "does not raise that exception with these words; correct error=, says= or the inputs"
        if said:
            yield Fault(
                "words",
                evidence.line_of_check(place),
                f"on the check {check.title!r} the reference {said}",
            )


def unsaid_choices(evidence: Evidence) -> Iterator[Fault]:
    """Report a text to choose of which neither the docstring nor the story says how it is written."""
    told: set[str] = set()
    for check, seen in zip(evidence.exercise.checks, evidence.key.reference, strict=True):
        node = evidence.source.tasks[check.task]
        text = f"{ast.get_docstring(node)}\n{evidence.exercise.story}"
        right = [one for one in check.fields if check.kind == "chooses" and seen.values[one]]
        unsaid = [one for one in right if one not in " ".join(text.split())]
        if unsaid and check.task not in told:
            told.add(check.task)
            yield Fault(
                "docstring",
                node.lineno,
                f"the docstring of {check.task} does not say {unsaid[0]!r}, which is a right one to "
                "choose; write all of them there as they are to be returned",
            )
