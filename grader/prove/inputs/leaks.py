"""Faults of a page's inputs: what one check is given answers another, hidden one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.inside.observation import Leaf
from grader.numbers.compare import graded
from grader.numbers.sealed import RIGHT, Sealed, mark
from grader.prove.evidence.proof import Evidence, Fault

SMALL = 10
"""Whole numbers up to here are no secret."""


def told_answers(evidence: Evidence) -> Iterator[Fault]:
    """Report an input that is the expected value of another, hidden check: a program could remember it."""
    inputs = [list(numbers_in(check.scenario.args)) for check in evidence.key.checks]
    for place, name, secret in secrets(evidence):
        tellers = [other for other, given in enumerate(inputs) if any(equal(secret, one) for one in given)]
        # A value that the check itself was given, such as a parameter that stays, is no secret there.
        if not tellers or place in tellers:
            continue
        yield Fault(
            "leak",
            evidence.line_of_check(tellers[0]),
            f"an input of the check {evidence.key.checks[tellers[0]].title!r} is the expected {name} of the "
            f"hidden check {evidence.key.checks[place].title!r}; draw other inputs for one of them",
        )


def shown_data(evidence: Evidence) -> Iterator[Fault]:
    """Report a public check with numbers of a file that students should not see."""
    for node in ast.walk(evidence.source.tree):
        if not isinstance(node, ast.Call) or not any(
            word.arg == "public" and ast.unparse(word.value) == "True" for word in node.keywords
        ):
            continue
        for part in (one for one in ast.walk(node) if isinstance(one, ast.Call)):
            first = part.args[0] if part.args else None
            name = first.value if isinstance(first, ast.Constant) else None
            named = ast.unparse(part.func).split(".")[-1] == "data" and isinstance(name, str)
            if named and isinstance(name, str) and name.startswith("hidden/"):
                message = f"a public check gives students the numbers of data/{name}"
                yield Fault(
                    "leak", part.lineno, f"{message}; take another file, or make the check a hidden one"
                )


NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.]*\d)")


def told_predictions(evidence: Evidence) -> Iterator[Fault]:
    """Report a number in the page's texts, titles included, that is the answer of a prediction."""
    source = evidence.source
    texts = [(1, evidence.exercise.story)]
    texts += [(node.lineno, ast.get_docstring(node) or "") for node in source.tasks.values()]
    for variant in evidence.exercise.misconceptions:
        texts.append((evidence.line_of(variant.id), " ".join((variant.message, *variant.hints))))
    texts += [(evidence.line_of_check(place), check.title) for place, check in enumerate(evidence.key.checks)]
    for check in evidence.key.checks:
        for line, text in texts if check.sealed else ():
            for number in NUMBER.findall(text.replace("−", "-")):
                if check.sealed and tells(number, check.sealed):
                    message = f"this text says {number}, which passes the check {check.title!r}; leave it out"
                    yield Fault("leak", line, message)


def tells(number: str, sealed: Sealed) -> bool:
    """Tell whether a number in a text is a prediction's answer; a small count is no secret."""
    small = number.lstrip("-").isdigit() and abs(int(number)) <= SMALL
    return not small and mark(float(number), sealed) == RIGHT


def secrets(evidence: Evidence) -> Iterator[tuple[int, str, np.ndarray]]:
    """Yield the expected values of hidden checks that are worth hiding."""
    for place, check in enumerate(evidence.key.checks):
        seen = evidence.key.reference[place]
        for name in () if check.public else graded(seen):
            if not trivial(seen.values[name]):
                yield place, name, seen.values[name]


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
    """Tell whether a value is nothing to hide: flags, no number, or one small whole number throughout."""
    if array.dtype == np.bool_ or not array.size:
        return True
    first = float(array.flat[0])
    return bool(np.all(array == first)) and first == round(first) and abs(first) <= SMALL


def equal(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether two arrays hold the same numbers, in any shape."""
    if one.size != other.size or other.dtype == np.bool_:
        return False
    return bool(np.allclose(one.ravel(), other.ravel(), rtol=1e-9, atol=0))
