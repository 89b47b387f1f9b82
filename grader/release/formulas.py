r"""Render a story's plain formulas: a line set in by four spaces, such as ``ŷ = w1·x²``, becomes TeX.

Only what is certainly a formula is touched. Programs, tables and drawings stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

BLOCK = re.compile(r"(?:^ {4}.*\S.*\n?)+", re.MULTILINE)
TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-zα-ωŷ]+)(?P<index>\d+|_\d+|_[a-z]\b|[₀-₉ₙ]+)?"
    r"|(?P<power>[⁰-⁹²³⁻]+)"
    r"|(?P<sign>[-=+·/()\[\],.…≈<>^√½])"
    r"|(?P<space>\s+)"
)
NO_FORMULA = re.compile(r"\d\s{2,}-?\d|\w\.\w*[A-Za-z]|[*#$%&{}\\]")
"""Signs of a table or of a program."""

RELATION = re.compile(r"[=≈]|\bbecomes\b")
COLUMNS = re.compile(r"\s{4,}")

SIGNS: Mapping[str, str] = MappingProxyType(
    {
        "·": r"\cdot ",
        "…": r"\dots ",
        "≈": r"\approx ",
        "½": r"\tfrac{1}{2}",
        "√": r"\sqrt ",
        "[": "[",
        "ŷ": r"\hat y",
        "σ": r"\sigma",
        "δ": r"\delta",
        "log": r"\log",
        "lr": r"\mathit{lr}",
        "relu": r"\operatorname{relu}",
    }
)
OPERATORS = frozenset({"=", "+", "-", ",", ".", "<", ">", SIGNS["·"], SIGNS["≈"], SIGNS["√"]})
SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉ₙ", "0123456789-0123456789n")


class NoFormula(Exception):
    """A text that is no formula as this module knows them."""


def rendered(story: str) -> str:
    """Return a story in Markdown with its plain formulas in TeX, between double dollar signs."""
    return BLOCK.sub(lambda block: display(block[0]), story)


def display(block: str) -> str:
    """Return a block of formulas in TeX, or the block as it is where one of its lines is none."""
    lines = block.rstrip("\n").split("\n")
    try:
        formulas = [line_in_tex(line.strip()) for line in lines]
    except NoFormula:
        return block
    inner = formulas[0] if len(formulas) == 1 else gathered(formulas)
    return f"$$\n{inner}\n$$\n"


def gathered(formulas: list[str]) -> str:
    """Return several formulas as one, a line each."""
    rows = " \\\\\n".join(formulas)
    return f"\\begin{{gathered}}\n{rows}\n\\end{{gathered}}"


def line_in_tex(line: str) -> str:
    """Return a line of formulas and remarks in TeX.

    Raises:
        NoFormula: it is something else.
    """
    columns = COLUMNS.split(line)
    alone = len(columns) == 1 and "·" in line
    if NO_FORMULA.search(line) or not (alone or RELATION.search(columns[0])):
        raise NoFormula
    shown = [tex(part) if RELATION.search(part) or alone else rf"\text{{{part}}}" for part in columns]
    return r" \qquad ".join(shown).replace(r" } \text{ ", " ")


def tex(text: str) -> str:
    """Return a formula in TeX."""
    found = list(tokens(text))
    shown, place = sequence(found, 0, "")
    if place < len(found):
        raise NoFormula
    return " ".join(shown)


def tokens(text: str) -> Iterator[re.Match[str]]:
    """Yield a formula's tokens, without the spaces.

    Raises:
        NoFormula: a character belongs to none.
    """
    place = 0
    while place < len(text):
        found = TOKEN.match(text, place)
        if found is None:
            raise NoFormula
        if found.lastgroup != "space":
            yield found
        place = found.end()


def sequence(found: list[re.Match[str]], place: int, end: str) -> tuple[list[str], int]:
    """Return the items from a place up to the closing bracket, and the place after them.

    Fractions are put above each other, powers are set high.
    """
    items: list[str] = []
    while place < len(found) and found[place][0] != end:
        sign = found[place][0]
        if sign in ("/", "^", "√"):
            inner, place = item(found, place + 1)
            apply(sign, items, inner)
        else:
            shown, place = item(found, place)
            if found[place - 1].lastgroup == "power" and items:
                shown = items.pop() + shown
            items.append(shown)
    return items, place


def apply(sign: str, items: list[str], inner: str) -> None:
    """Join what stands after a sign to what stands before it."""
    if sign == "√":
        items.append(rf"\sqrt{{{bare(inner)}}}")
    elif not items or {items[-1], inner} & OPERATORS:
        raise NoFormula
    elif sign == "^":
        items.append(f"{items.pop()}^{{{bare(inner)}}}")
    else:
        items.append(rf"\frac{{{bare(items.pop())}}}{{{bare(inner)}}}")


def item(found: list[re.Match[str]], place: int) -> tuple[str, int]:
    """Return one item, a bracket with all that it holds, and the place after it."""
    if place >= len(found):
        raise NoFormula
    token = found[place]
    if token[0] in (")", "]"):
        raise NoFormula
    if token[0] in ("(", "["):
        closing = {"(": ")", "[": "]"}[token[0]]
        inner, after = sequence(found, place + 1, closing)
        if after >= len(found):
            raise NoFormula
        return rf"\left{token[0]} {' '.join(inner)} \right{closing}", after + 1
    return word(token), place + 1


def word(token: re.Match[str]) -> str:
    """Return a number, a name or a sign."""
    if token.lastgroup == "power":
        return f"^{{{token[0].translate(SMALL)}}}"
    name = token["name"]
    if name is None:
        return SIGNS.get(token[0], token[0])
    index = (token["index"] or "").translate(SMALL).lstrip("_")
    differential = len(name) == 2 and name[0] == "d"
    plain = SIGNS.get(name) or (name if len(name) == 1 or differential else rf"\text{{ {name} }}")
    return f"{plain}_{{{index}}}" if index else plain


def bare(shown: str) -> str:
    r"""Return an item without its own round brackets, which a fraction or a high position makes needless."""
    whole = re.fullmatch(r"\\left\( (.*) \\right\)", shown)
    if whole is None or depth_falls(whole[1]):
        return shown
    return whole[1]


def depth_falls(inner: str) -> bool:
    """Tell whether a text closes a bracket that it did not open."""
    depth = 0
    for sign in re.findall(r"\\left\(|\\right\)", inner):
        depth += 1 if sign == r"\left(" else -1
        if depth < 0:
            return True
    return False
