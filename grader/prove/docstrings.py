"""Faults of docstrings: a parameter is described that the function does not have."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from grader.pages.slices import stored_names
from grader.prove.proof import Evidence, Fault

DESCRIBED = re.compile(
    r"(?:^|[.;]\s+)\s*(?::param\s+)?((?:`{0,2}\*{0,2}\w+`{0,2})(?:\s*(?:,|and|or|/)\s*`{0,2}\w+`{0,2})*)"
    r"\s*(?:\([^)\n]*\))?\s*:(?=\s|$)",
    re.MULTILINE,
)
"""The names in front of a colon, at the beginning of a line or of a sentence: ``x, y: arrays``."""

HEADING = re.compile(r"[A-Z][a-z]{2,}")
"""A heading or a word of the sentence, such as ``Returns:``, and no name."""

IN_CODE = re.compile(r"`{1,2}([A-Za-z_]\w*)`{1,2}")
"""A name that is written as code."""

RETURNED = re.compile(r"\b(?:[Rr]eturns?|[Yy]ields?)\b[^.:]*|\([^)]*\)")
"""What is said of a result, where its parts have their names."""


def unknown_parameters(evidence: Evidence) -> Iterator[Fault]:
    """Report a docstring above the fold that describes a parameter which its function does not have."""
    source = evidence.source
    known = {*evidence.exercise.constants, *vars(builtins), *stored_names(source.tree)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and (source.given(node) or node in source.tasks.values()):
            name = next(unknown(node, known, evidence.exercise.story), "")
            if name:
                own = ", ".join(parameters(node)) or "none"
                yield Fault(
                    "docstring",
                    node.lineno,
                    f"the docstring of {node.name} speaks of {name}, which is no parameter of it and no part "
                    f"of what it says that it returns; its parameters are: {own}",
                )


def unknown(node: ast.FunctionDef, known: set[str], story: str) -> Iterator[str]:
    """Yield the names that a function's docstring uses as its parameters, and that mean nothing there."""
    text = ast.get_docstring(node) or ""
    own = {*parameters(node), "self"}
    returned = set(re.findall(r"\w+", " ".join(RETURNED.findall(text))))
    if all(re.search(rf"\b{name}\b", text) for name in parameters(node)):
        parts = returned
    else:  # where a parameter is passed over in silence, a name that means nothing else stands in its place
        parts = returned & set(stored_names(node))
    for match in DESCRIBED.finditer(text):
        for name in re.split(r"\s*(?:,|\band\b|\bor\b|/)\s*", match[1].replace("`", "").replace("*", "")):
            if name and name not in own | parts and not HEADING.match(name):
                yield name
    for name in IN_CODE.findall(text):
        if name not in own | known and not re.search(rf"\b{name}\b", story):
            yield name


def parameters(node: ast.FunctionDef) -> list[str]:
    """Return the names of a function's parameters."""
    given = node.args
    every = [*given.posonlyargs, *given.args, given.vararg, *given.kwonlyargs, given.kwarg]
    return [one.arg for one in every if one is not None and one.arg not in ("self", "cls")]
