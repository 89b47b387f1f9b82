"""Cut a program's text into its top-level statements: programs of one page have nearly all in common."""

from __future__ import annotations

import ast
from functools import lru_cache


@lru_cache(256)
def pieces(text: str) -> tuple[str, ...]:
    """Return the text of every top-level statement; those that share a line stay together.

    Raises:
        SyntaxError, ValueError, RecursionError, MemoryError: it is not Python.
    """
    body = ast.parse(text).body
    if "\r" in text or "\f" in text:  # what ends a line is Python's business then
        return (text,)
    lines = text.split("\n")
    spans: list[tuple[int, int]] = []
    for node in body:
        marks = getattr(node, "decorator_list", ())
        first = min([node.lineno, *(mark.lineno for mark in marks)]) - 1
        if spans and first < spans[-1][1]:
            first, _ = spans.pop()
        spans.append((first, node.end_lineno or node.lineno))
    return tuple("\n".join(lines[first:last]) for first, last in spans)
