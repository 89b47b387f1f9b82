"""Read a script for Python 2 as one for Python 3: the same lines, with ``print`` called and today's names."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

NAMES = {"xrange": "range", "raw_input": "input", "unicode": "str"}
"""Names of Python 2 and what they are called today."""

CAUGHT = re.compile(r"^(\s*except\s+[\w.]+)\s*,\s*(\w+)\s*:", re.MULTILINE)
"""An exception and its name as Python 2 writes them."""

ENDS = (tokenize.NEWLINE, tokenize.COMMENT, tokenize.ENDMARKER)
LAYOUT = (tokenize.NEWLINE, tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.COMMENT)

Place = tuple[int, int]


def modern(text: str) -> str:
    """Return the text for Python 3, unchanged where nothing in it is known from Python 2."""
    text = CAUGHT.sub(r"\1 as \2:", text)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return text
    changes = [*printed(tokens, text.split("\n")), *renamed(tokens)]
    lines = text.split("\n")
    for (line, start), (_, end), new in sorted(changes, reverse=True):
        row = lines[line - 1]
        lines[line - 1] = row[:start] + new + row[end:]
    return "\n".join(lines)


def renamed(tokens: list[tokenize.TokenInfo]) -> Iterator[tuple[Place, Place, str]]:
    """Yield names to exchange: where each begins and ends, and what it becomes."""
    for token in tokens:
        if token.type == tokenize.NAME and token.string in NAMES:
            yield token.start, token.end, NAMES[token.string]


def printed(tokens: list[tokenize.TokenInfo], lines: list[str]) -> Iterator[tuple[Place, Place, str]]:
    """Yield the brackets to put around what each statement prints."""
    for place, token in enumerate(tokens):
        if token.string != "print" or token.type != tokenize.NAME or not begins(tokens[:place]):
            continue
        rest = statement(tokens[place + 1 :])
        if not rest or is_call(rest) or rest[0].string in ("=", ".", ">>"):
            continue
        comma = rest[-1].string == ","
        yield token.end, rest[0].start if rest[0].start[0] == token.end[0] else token.end, "("
        yield rest[-1].start if comma else rest[-1].end, rest[-1].end, ", end=' ')" if comma else ")"


def begins(before: list[tokenize.TokenInfo]) -> bool:
    """Tell whether a statement may begin behind some tokens."""
    return not before or before[-1].type in LAYOUT or before[-1].string in (";", ":")


def statement(tokens: list[tokenize.TokenInfo]) -> list[tokenize.TokenInfo]:
    """Return the tokens that belong to a statement that has begun."""
    found: list[tokenize.TokenInfo] = []
    depth = 0
    for token in tokens:
        depth += (token.string in "([{") - (token.string in ")]}") if token.type == tokenize.OP else 0
        if token.type in ENDS or (token.string == ";" and depth == 0):
            break
        if token.type != tokenize.NL:
            found.append(token)
    return found


def is_call(tokens: list[tokenize.TokenInfo]) -> bool:
    """Tell whether what follows ``print`` is one pair of brackets and no more."""
    if tokens[0].string != "(":
        return False
    depth = 0
    for place, token in enumerate(tokens):
        depth += (token.string in "([{") - (token.string in ")]}") if token.type == tokenize.OP else 0
        if depth == 0:
            return place == len(tokens) - 1
    return False
