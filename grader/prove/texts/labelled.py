"""Faults of inputs that a story gives by name: ``x = 2 and -2`` where the check has 2 and -1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np

from grader.inside.observation import Leaf
from grader.keys.key import KeyCheck
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.arithmetic import line_in_page
from grader.prove.texts.stories import NUMBER, WORKED, answer, is_told, number

ENTRIES = 6
"""Entries up to which a story writes a vector's numbers down."""


def other_labelled(evidence: Evidence) -> Iterator[Fault]:
    """Report a worked paragraph that comes to a public check's answer from its inputs but for one number."""
    places = {check.id: place for place, check in enumerate(evidence.key.checks)}
    public = [check for check in evidence.key.checks if check.public]
    for block in re.split(r"\n\s*\n", evidence.exercise.story):
        if not WORKED.search(block):
            continue
        fits = [(check, *held(block, check)) for check in public]
        if any(not wrong and right for _, right, wrong in fits):
            continue
        for check, right, wrong in fits:
            told = answer(evidence, places[check.id])
            if len(right) > 1 and len(wrong) == 1 and told and is_told(told, block):
                label, said = next(iter(wrong.items()))
                first = said.split("\n")[0]
                message = (
                    f"the story has {label} = {' '.join(said.split())}, and the check {check.title!r}, whose "
                    f"other inputs it has, {', '.join(f'{one:g}' for one in inputs(check)[label])}"
                )
                line = line_in_page(evidence, block.split("\n")[0].strip())
                yield Fault(
                    "story", line_in_page(evidence, f"{label} = {first}") or line, f"{message}; correct one"
                )
                return


def held(block: str, check: KeyCheck) -> tuple[list[str], dict[str, str]]:
    """Return the inputs that a paragraph gives by name as they are, and those with one number exchanged.

    Where it gives another count of numbers, it speaks of something else, and nothing is returned.
    """
    right: list[str] = []
    wrong: dict[str, str] = {}
    for label, has in inputs(check).items():
        found = re.search(
            rf"(?<![\w·*/]){re.escape(label)}(?: =|,)? ({LIST})(?!\w|\.\d| ?[/·*^²³+−-])", block
        )
        if not found:
            continue
        told = [number(one) for one in NUMBER.findall(found[1])]
        off = sum(one != other for one, other in zip(told, has, strict=False))
        if len(told) != len(has) or off > 1:
            return [], {}
        right += [] if off else [label]
        wrong |= {label: found[1]} if off else {}
    return right, wrong


LIST = r"\(?[-−]?\d+(?:\.\d+)?(?:(?:,|,? and)\s+[-−]?\d+(?:\.\d+)?(?![\w.]*\w))*"
"""A number, or several as a sentence has them."""


def inputs(check: KeyCheck) -> Mapping[str, list[float]]:
    """Return a check's inputs that are numbers or short vectors, by name."""
    found = {}
    for label, value in zip(check.scenario.labels, check.scenario.args, strict=True):
        inner = value.value if isinstance(value, Leaf) else value
        is_number = isinstance(inner, int | float | np.ndarray) and not isinstance(inner, bool)
        array = np.asarray(inner) if is_number else np.zeros((2, 2))
        if array.ndim < 2 and array.dtype.kind in "iuf" and array.size <= ENTRIES:
            found[label] = array.astype(float).ravel().tolist()
    return found
