"""Faults of a check's title: it counts what is not there, or calls inputs fresh that never change."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.inside.observation import Leaf
from grader.pages.check import Check
from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.inputs.draws import holds_draw
from grader.prove.inputs.leaks import numbers_in
from grader.prove.texts.stories import shows

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

COUNTED = re.compile(
    rf"(?<!-)\b({'|'.join(NUMBERS)}) (?:(?:fresh|new|known|other|random) )?"
    r"(samples|rows|columns|residuals|numbers|entries|inputs|points|steps|epochs)$",
    re.IGNORECASE,
)
"""What a title counts that can be counted in the inputs or the answer: ``seven fresh samples``."""

REPEATED = re.compile(
    rf"(?<!-)\b({'|'.join(NUMBERS)}) (?:fresh )?(steps|epochs)(?= (?:on|of|from|with|at|over)\b)",
    re.IGNORECASE,
)
"""What it counts of a training: ``three steps on fresh samples``."""

DECIMAL = re.compile(r"(?<![\w.-])-?\d+\.\d+(?![\w.])")

COUNTING = ("returns", "gradients", "state", "experiment")
"""Kinds of check whose inputs and answers are the numbers that a title counts."""


def miscounted_titles(evidence: Evidence) -> Iterator[Fault]:
    """Report a title that counts samples, rows or steps of which the check has another number."""
    for place, check in enumerate(evidence.key.checks):
        found = COUNTED.search(check.title) or REPEATED.search(check.title)
        seen = evidence.key.reference[place]
        there = sizes_in([*check.scenario.args, *seen.values.values()])
        if found and found[2] in ("steps", "epochs"):
            there |= {one - 1 for one in there}  # a path has its start as well
        if check.scenario.text:  # an experiment may count, and draw, by itself
            there |= {int(one) for one in re.findall(r"(?<![\w.])\d+(?![\w.])", check.scenario.text)}
        if found and check.scenario.kind in COUNTING and NUMBERS[found[1].lower()] not in there:
            listed = ", ".join(map(str, sorted(there))) or "none"
            yield Fault(
                "title",
                evidence.line_of_check(place),
                f"the title of the check {check.title!r} says {found[0]!r}, and nothing in it has that "
                f"size or number (it has {listed}); correct the title, or the inputs",
            )


def sizes_in(value: Any) -> set[int]:
    """Return all sizes in an input or answer: lengths, axes, and whole numbers as they are."""
    inner = value.value if isinstance(value, Leaf) else value
    if isinstance(inner, bool) or inner is None or isinstance(inner, str):
        return set()
    if isinstance(inner, int | float):
        return {int(inner)} if float(inner).is_integer() else set()
    if isinstance(inner, np.ndarray):
        return {*inner.shape, inner.size} | (
            {int(inner)} if not inner.ndim and inner == inner // 1 else set()
        )
    if isinstance(inner, dict):
        return {len(inner)}.union(*map(sizes_in, inner.values()))
    if isinstance(inner, list | tuple):
        return {len(inner)}.union(*map(sizes_in, inner))
    return set()


def other_numbers(evidence: Evidence) -> Iterator[Fault]:
    """Report a title with a decimal number that is none of its check's."""
    for place, check in enumerate(evidence.key.checks):
        node = evidence.source.tasks[check.task]
        given = [float(one) for array in numbers_in(check.scenario.args) for one in np.ravel(array)]
        told = f"{check.scenario.text}\n{ast.unparse(node)}\n{evidence.exercise.story}"
        given += [float(one) for one in DECIMAL.findall(told)]
        for value in evidence.key.reference[place].values.values():
            given += np.ravel(value).astype(float).tolist() if value.dtype.kind in "iuf" else []
        strange = [one for one in DECIMAL.findall(check.title) if not any(shows(one, each) for each in given)]
        if strange and not check.sealed:
            yield Fault(
                "title",
                evidence.line_of_check(place),
                f"the title of the check {check.title!r} says {strange[0]}, which is none of its numbers; "
                "correct the title, or the inputs",
            )


def stale_fresh_titles(evidence: Evidence) -> Iterator[Fault]:
    """Report a title that calls inputs fresh although they are written on the page."""
    for place, check in enumerate(evidence.exercise.checks):
        if re.search(r"\bfresh\b", check.title, re.IGNORECASE) and not is_drawn(check):
            message = f"the check {check.title!r} says fresh, and its inputs are written on the page"
            yield Fault("title", evidence.line_of_check(place), f"{message}; draw them, or correct the title")


def is_drawn(check: Check) -> bool:
    """Tell whether a check, or the experiment that it is, draws anything."""
    return (
        check.draw is not None or check.experiment is not None or any(map(holds_draw, check.inputs.values()))
    )
