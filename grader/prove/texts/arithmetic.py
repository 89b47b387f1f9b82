"""Faults of a story's arithmetic: a sum that is written out with numbers alone, and does not come out."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from grader.prove.evidence.proof import Evidence, Fault

EQUALS = re.compile(r"(?<![=<>!≠≤≥])[=≈](?!=)")

NUMBERS = re.compile(r"[\d.+\-−*/·×÷()²³^½¼\s…]*")
"""What a calculation with numbers alone is written in."""

LEADS = frozenset("_)]}|√'′`")
"""Signs that join what follows to a name or function before it."""

SIGNS = str.maketrans({"−": "-", "–": "-", "·": "*", "×": "*", "÷": "/", "^": "**", "…": ""})

POWERS = (("²", "**2"), ("³", "**3"), ("½", "(1/2)"), ("¼", "(1/4)"))

OPERATIONS: Mapping[type[ast.operator], Callable[[float, float], float]] = MappingProxyType(
    {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: operator.truediv,
        ast.Pow: operator.pow,
    }
)

DECIMALS = re.compile(r"\d+\.(\d+)")
"""Numbers that may be rounded; whole ones are meant as they stand."""

MEANT = 2
"""Decimals that numbers to reckon with are given with: a rate of 0.01 is no rounded one, 0.4769 is."""


def wrong_sums(evidence: Evidence) -> Iterator[Fault]:
    """Report a calculation in the story whose two sides differ by more than the last digit shown."""
    for line, left, right in calculations(evidence.exercise.story):
        said = f"the story says {left} = {right}, but {left} is {value(left):.6g}; correct it"
        yield Fault("arithmetic", line_in_page(evidence, line), said)


def calculations(story: str) -> Iterator[tuple[str, str, str]]:
    """Yield the line and both sides of every calculation with numbers alone that does not come out."""
    for block in re.split(r"\n\s*\n|\n(?= {4})", story):
        for sign in EQUALS.finditer(block):
            left, right = before(block[: sign.start()]), after(block[sign.end() :])
            if left and right and not agree(left, right):
                yield block[: sign.start()].split("\n")[-1], left, right


def before(text: str) -> str:
    """Return the calculation that ends a text: with a sign to reckon by, and no letter before it."""
    found = re.search(rf"{NUMBERS.pattern}$", text)
    part = found[0] if found else ""
    lead = text[: len(text) - len(part)][-1:]
    # Where letters lead up to it, it begins after a space: "x 3 + 1" is none, "loss is 3 + 1" is one.
    whole = not (lead.isalnum() or lead in LEADS) or part[:1].isspace()
    part = " ".join(part.split())
    reckons = re.search(r"[\d)²³]\s*[+\-−–*/·×÷^²³]|[½¼]", part)
    return part if whole and reckons and value(part) is not None else ""


def after(text: str) -> str:
    """Return the calculation or number that begins a text, up to a word or the end of the sentence."""
    part = NUMBERS.match(text)
    found = part[0] if part else ""
    follows = text[len(found) :][:1]
    if follows.isalnum() or follows in tuple("_([{|%°'′"):
        found = found.rstrip() if found[-1:].isspace() else ""
    found = " ".join(found.split()).rstrip(". ")
    return found if value(found) is not None else ""


def value(text: str) -> float | None:
    """Return what a calculation gives; None where it is none."""
    for sign, written in POWERS:
        text = text.replace(sign, written)
    try:
        found = reckoned(ast.parse(text.translate(SIGNS).strip(), mode="eval").body)
    except (SyntaxError, ValueError, ArithmeticError, RecursionError):
        return None
    return found if isinstance(found, int | float) and math.isfinite(found) else None


def reckoned(node: ast.expr) -> float:
    """Return the number that a tree of sums stands for.

    Raises:
        ValueError: it holds anything else.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inner = reckoned(node.operand)
        return -inner if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATIONS:
        return OPERATIONS[type(node.op)](reckoned(node.left), reckoned(node.right))
    raise ValueError("no calculation with numbers alone")


def agree(left: str, right: str) -> bool:
    """Tell whether two sides are equal, as far as the decimals shown in them are only rounded."""
    one, other = value(left), value(right)
    if one is None or other is None:
        return True
    return abs(one - other) <= rounding(left, MEANT) + rounding(right) + 1e-9 * abs(one)


def rounding(text: str, meant: int = 0) -> float:
    """Return by how much a calculation may be off where decimals in it are rounded, or cut off before a "…".

    Decimals of no more than ``meant`` digits are meant as they stand.
    """
    settled, off = value(text) or 0.0, 0.0
    share = Decimal(1 if "…" in text else "0.5")
    for found in DECIMALS.finditer(text):
        if len(found[1]) <= meant:
            continue
        last = share.scaleb(-len(found[1]))
        moved = value(f"{text[: found.start()]}{Decimal(found[0]) + last}{text[found.end() :]}")
        off += abs((settled if moved is None else moved) - settled)
    return off


def line_in_page(evidence: Evidence, line: str) -> int:
    """Return the page's line that holds a line of the story."""
    lines = evidence.source.text.split("\n")
    return next((place for place, text in enumerate(lines, start=1) if line.strip() in text), 0)
