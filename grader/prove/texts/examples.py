"""Faults of what a docstring shows: an example with another result, a default that is none."""

from __future__ import annotations

import ast
import doctest
import math
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import numpy as np

from grader.prove.evidence.proof import Evidence, Fault
from grader.prove.texts.on_the_way import loaded
from grader.prove.texts.stories import shows

DEFAULTS = (
    re.compile(r"\b(\w+)(?::|,| is)[^.;:]*?(-?\d+(?:\.\d+)?) by default\b"),
    re.compile(r"\b(\w+)(?::[^.;:]*?|,[^.;:]*?)?\bdefaults? to (-?\d+(?:\.\d+)?)"),
)
"""How a docstring tells a parameter's default: ``k: how many, 10 by default``."""

RESULT = r"\([^()]*\)|-?\d[\d.]*\d|-?\d"
"""A number, or several in brackets."""

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def other_defaults(evidence: Evidence) -> Iterator[Fault]:
    """Report a docstring that tells another default than its function has."""
    for name, node in evidence.source.tasks.items():
        has = defaults(node)
        for pattern in DEFAULTS:
            for label, told in pattern.findall(ast.get_docstring(node) or ""):
                if isinstance(has.get(label), int | float) and has[label] != float(told):
                    message = f"the docstring of {name} says that {label} is {told} by default"
                    yield Fault("docstring", node.lineno, f"{message}, and it is {has[label]:g}; correct one")


def defaults(node: ast.FunctionDef) -> dict[str, Any]:
    """Return the defaults that are written as numbers, by parameter."""
    given = node.args
    places = [*given.posonlyargs, *given.args]
    pairs = [*zip(places[len(places) - len(given.defaults) :], given.defaults, strict=True)]
    pairs += [(one, value) for one, value in zip(given.kwonlyargs, given.kw_defaults, strict=True) if value]
    found = {}
    for one, value in pairs:
        with suppress(ValueError):
            found[one.arg] = ast.literal_eval(value)
    return found


def other_results(evidence: Evidence) -> Iterator[Fault]:
    """Report an example in a docstring or the story of which the reference gives another result."""
    texts = [(1, "the story", evidence.exercise.story)]
    for name, node in evidence.source.tasks.items():
        texts.append((node.lineno, f"the docstring of {name}", ast.get_docstring(node) or ""))
    for line, where, text in texts:
        for call, told, got in wrong_examples(evidence, text):
            yield Fault(
                "docstring", line, f"{where} says that {call} gives {told}, and it gives {got}; correct it"
            )


def wrong_examples(evidence: Evidence, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the examples of a text with another result: the call, what is told, and what comes."""
    examples = [(one.source.strip(), one.want.strip()) for one in parsed(text)]
    names = "|".join(map(re.escape, evidence.source.tasks))
    said = rf"(?<![\w.])`?((?:{names})\([^()\n]*\))`? (?:is|gives|returns) `?({RESULT})(?=[`.,;:)]|\s*$)"
    examples += re.findall(said, text)
    space = loaded(evidence.exercise) if examples else {}
    for call, told in examples:
        with suppress(Exception):  # a line that is no expression, or a name of the example's own
            got = eval(call, space)
            if (
                told
                and isinstance(got, int | float | tuple | list | np.ndarray | np.number)
                and differs(told, got)
            ):
                yield call, " ".join(told.split()), str(got)


def parsed(text: str) -> list[doctest.Example]:
    """Return the examples of a text that begin with ``>>>``; none where they are badly set."""
    try:
        return doctest.DocTestParser().get_examples(text)
    except ValueError:
        return []


def differs(told: str, got: Any) -> bool:
    """Tell whether the numbers that are told are others than those that come, as far as they are shown."""
    shown = NUMBERS.findall(told)
    right = [float(one) for one in np.ravel(np.asarray(got, dtype=float))]
    if not shown or "…" in told or "..." in told or not all(map(math.isfinite, right)):
        return False
    return len(shown) != len(right) or not all(map(near, shown, right))


def near(told: str, right: float) -> bool:
    """Tell whether a number is told as far as its digits go."""
    return shows(told, right) if "e" not in told else math.isclose(float(told), right, rel_tol=1e-3)
