"""Exchange pieces of a definition's text: what a slip and a rewrite are."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from itertools import pairwise
from types import EllipsisType

from grader.errors import PageError
from grader.pages.slices import Source, first_line, kept_lines

Piece = str | EllipsisType
Edits = Sequence[tuple[Piece, str]]


def edited(source: Source, base: str, name: str, edits: Edits, line: int) -> str:
    """Return the text of the definition ``base`` under another name, each old piece exchanged for a new one.

    The edits are made all at once, in the code below the docstring; ``...`` is all of it. ``line`` is where
    they stand on the page.

    Raises:
        PageError: an old piece does not stand there exactly once, two overlap, or no Python is left.
    """
    head, code = parts(source, base, line)
    spans = sorted((*span(source, code, old, base, line), indented(old, new)) for old, new in edits)
    for (_, end, _), (start, _, _) in pairwise(spans):
        if start < end:
            raise PageError(source.path, line, "two of these edits overlap; write them as one")
    for start, end, new in reversed(spans):
        code = code[:start] + new + code[end:]
    text = re.sub(r"def \w+", f"def {name}", f"{head}\n{code}", count=1)
    try:
        ast.parse(text)
    except SyntaxError as fault:
        message = f"this edit of {base} leaves no Python ({fault.msg}); correct what it puts in"
        raise PageError(source.path, line, message) from None
    return text


def parts(source: Source, base: str, line: int) -> tuple[str, str]:
    """Return a function's text up to its docstring, which is left out, and its code below."""
    node = found(source, base)
    if not isinstance(node, ast.FunctionDef):
        message = f"{base} is no function whose text could be edited; name a task, a helper or an alternative"
        raise PageError(source.path, line, message)
    lines = [row[node.col_offset :] for row in kept_lines(source, [node])]
    first = node.body[0]
    head = [row for row in lines[first_line(node) - 1 : first.lineno - 1] if row.strip()]
    start = first.lineno - 1 if ast.get_docstring(node) is None else first.end_lineno
    return "\n".join(head), "\n".join(lines[start : node.end_lineno])


def found(source: Source, base: str) -> ast.AST | None:
    """Return the definition of a dotted name; None where there is none."""
    first, *rest = base.split(".")
    node: ast.AST | None = source.definitions.get(first)
    for part in rest:
        node = next((item for item in getattr(node, "body", ()) if getattr(item, "name", "") == part), None)
    return node


def indented(old: Piece, new: str) -> str:
    """Return what an edit puts in: where it is all of the code, as far to the right as code stands."""
    return f"    {new}" if old is ... else new


def span(source: Source, code: str, old: Piece, base: str, line: int) -> tuple[int, int]:
    """Return where a piece of code stands: no part of a longer name or number, and just once."""
    if old is ...:
        return 0, len(code)
    places = [match.span() for match in re.finditer(pattern(old), code)]
    if len(places) != 1:
        message = (
            f"{old!r} stands {len(places)} times in the code of {base}; "
            "give a piece that stands there once, with what is beside it"
        )
        raise PageError(source.path, line, message)
    return places[0]


def pattern(old: str) -> str:
    """Return what finds a piece of code that is no part of a longer name or number."""
    before = r"(?<!\w)" if re.match(r"\w|\.\d", old) else ""
    before += r"(?<!\.)(?<![\d.][eE][+-])" if re.match(r"\.?\d", old) else ""
    after = r"(?!\w)" if re.search(r"\w$|\d\.$", old) else ""
    after += r"(?!\.)" if re.search(r"(?<![\w.])\d+$", old) else ""
    return before + re.escape(old) + after
