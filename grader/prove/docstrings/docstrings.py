"""Faults of docstrings: a parameter is described that the function does not have."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from grader.pages.slices import stored_names
from grader.prove.evidence.arrays import arrays
from grader.prove.evidence.proof import Evidence, Fault
from grader.words.plain import many

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


SHAPE = re.compile(r"\bshape\s*\(([^()]*)\)")
"""How a docstring gives the shape of an array: ``arrays of shape (n, 2)``."""


def wrong_shapes(evidence: Evidence) -> Iterator[Fault]:
    """Report a task's docstring that gives an argument another number of axes than every check does."""
    for name, node in evidence.source.tasks.items():
        given = [arrays(check.scenario) for check in evidence.key.checks if check.task == name]
        for label, shape in described_shapes(node):
            axes = {one[label].ndim for one in given if label in one}
            told = len([size for size in shape.split(",") if size.strip()])
            if axes and told not in axes:
                yield Fault(
                    "docstring",
                    node.lineno,
                    f"the docstring of {name} says that {label} has the shape ({shape}), and the checks give "
                    f"it {many(axes.pop(), 'axis', 'axes')}; correct one of them",
                )


def described_shapes(node: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Yield the parameters of which a docstring says one shape, with what stands in its brackets."""
    text = ast.get_docstring(node) or ""
    found = list(DESCRIBED.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=False):
        sentence = text[match.end() : end].split(". ")[0]
        shapes = SHAPE.findall(sentence)
        if len(shapes) == 1 and not re.search(r"\b(?:or|lists?|tuples?|dict)\b|…", sentence):
            yield from ((name, shapes[0]) for name in names_in(match[1]) if name in parameters(node))


def names_in(text: str) -> list[str]:
    """Return the names in front of a colon."""
    return re.split(r"\s*(?:,|\band\b|\bor\b|/)\s*", text.replace("`", "").replace("*", ""))


def other_errors(evidence: Evidence) -> Iterator[Fault]:
    """Report a docstring that names other exceptions than the one that a check of its task expects."""
    for check in evidence.exercise.checks:
        node = evidence.source.tasks[check.task]
        told = re.findall(r"\b[A-Z]\w*(?:Error|Exception)\b", ast.get_docstring(node) or "")
        known = {**vars(builtins), **evidence.exercise.constants}
        # One may be a special case of the other, and a name that is not known may be anything.
        apart = all(are_apart(known.get(check.of), known.get(name)) for name in told)
        if check.kind == "raises" and told and apart:
            yield Fault(
                "docstring",
                node.lineno,
                f"the docstring of {check.task} speaks of {told[0]}, and the check {check.title!r} expects "
                f"{check.of}; correct one of them",
            )
            return


def are_apart(one: object, other: object) -> bool:
    """Tell whether two exceptions are known, and neither is a special case of the other."""
    if not (isinstance(one, type) and isinstance(other, type)):
        return False
    return not issubclass(one, other) and not issubclass(other, one)


WORD = 3
"""From so many letters on a name is a word that a story may explain."""


def silent_docstrings(evidence: Evidence) -> Iterator[Fault]:
    """Report a task's docstring that passes over a parameter, where no docstring above it speaks of it."""
    above = ""
    for node in evidence.source.tasks.values():
        text = ast.get_docstring(node) or ""
        if node.name.startswith("__"):  # Python says what an operator is given
            continue
        above += "\n" + text
        # A word such as stride has its meaning from the story; a letter may mean anything there.
        told = [above, evidence.exercise.story]
        silent = [
            name
            for name in parameters(node)
            if not any(re.search(rf"\b{re.escape(name)}\b", text) for text in told[: 1 + (len(name) >= WORD)])
        ]
        if silent:
            yield Fault(
                "docstring",
                node.lineno,
                f"the docstring of {node.name} says nothing of {silent[0]}; say what it is, and its shape",
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
        for name in names_in(match[1]):
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
