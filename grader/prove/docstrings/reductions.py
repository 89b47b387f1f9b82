"""Faults of docstrings that promise a sum where the code takes a mean, or a mean where it only adds up."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.pages.slices import Definition, used_names
from grader.prove.docstrings.effects import operations
from grader.prove.docstrings.results import sentences
from grader.prove.evidence.proof import Evidence, Fault

SUM, MEAN = re.compile(r"\bsum\b", re.IGNORECASE), re.compile(r"\b(?:mean|average)", re.IGNORECASE)

MORE = re.compile(r"@|einsum|dot\(")
"""Code that adds up in a way of its own."""


def other_reductions(evidence: Evidence) -> Iterator[Fault]:
    """Report a docstring of a task or a given function that speaks of a sum, and its code has means alone."""
    source = evidence.source
    others = {name for name, node in source.definitions.items() if isinstance(node, Definition)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and (source.given(node) or node in source.tasks.values()):
            said = " ".join(first_sentences(node))
            means, sums = calls(node, "mean"), calls(node, "sum")
            # What other functions do, and products of matrices, may add up or divide as well.
            code = "\n".join(map(ast.unparse, node.body))
            by_itself = not used_names(node) & others and not MORE.search(code)
            if by_itself and SUM.search(said) and not MEAN.search(said) and means and not sums:
                yield contradiction(node, "a sum", "takes a mean")
            # The mean of a distribution is a sum, of products with shares.
            divides = means or operations(node)["divide"] or operations(node)["multiply"]
            if by_itself and MEAN.search(said) and not SUM.search(said) and sums and not divides:
                yield contradiction(node, "a mean", "adds up and never divides")


def first_sentences(node: ast.FunctionDef) -> list[str]:
    """Return what a docstring says of the result, or else its first line."""
    text = (ast.get_docstring(node) or "").strip()
    return sentences(node)[:1] or text.split("\n")[:1]


def contradiction(node: ast.FunctionDef, said: str, does: str) -> Fault:
    """Return the fault for a docstring that says one thing of a function that does another."""
    message = f"the docstring of {node.name} speaks of {said}, and its code {does}; correct one of them"
    return Fault("docstring", node.lineno, message)


def calls(node: ast.FunctionDef, name: str) -> bool:
    """Tell whether a function calls another of that name, a library's or an array's own."""
    called = (part.func for part in ast.walk(node) if isinstance(part, ast.Call))
    return any(name == getattr(function, "attr", getattr(function, "id", "")) for function in called)
