"""Turn numbers and foreign text into characters that are safe to show."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from grader.words.catalogue import sentence

Record = TypeVar("Record")

PARAGRAPHS = frozenset({"message", "printed", "source", "notes", "hints"})
"""Fields that may have several lines. In any other one a line break would forge a line of the report."""

LOOKALIKES: Mapping[int, str] = MappingProxyType(
    str.maketrans(
        {
            "·": "*",
            "×": "x",
            "−": "-",
            "–": "-",
            "—": "-",
            "²": "^2",
            "…": "...",
            "’": "'",
            "→": "->",
            "←": "<-",
        }
    )
)
"""What stands for a sign of the course's texts where the screen's encoding lacks it."""


def number(value: float | None, digits: int = 6) -> str:
    """Return a number as a person writes it."""
    if value is None:
        return sentence("report.nothing")
    if math.isnan(value):
        return sentence("report.nan")
    if math.isinf(value):
        return sentence("report.inf" if value > 0 else "report.minus_inf")
    # Adding zero turns -0.0 into 0.0.
    return f"{float(value) + 0.0:.{digits}g}"


def pair(got: float | None, expected: float | None) -> tuple[str, str]:
    """Return two numbers with as many digits as it takes to tell them apart."""
    shown = number(got), number(expected)
    if got == expected:
        return shown
    for digits in (9, 12, 17):
        if shown[0] != shown[1]:
            break
        shown = number(got, digits), number(expected, digits)
    return shown


def whole(value: float) -> float:
    """Return points without the dust of adding thirds, as an int where they are whole."""
    rounded = round(float(value), 6)
    return int(rounded) if rounded == int(rounded) else rounded


def points(value: float) -> str:
    """Return points with at most two decimals."""
    return f"{round(float(value), 2) + 0.0:.10g}"


def harmless(text: str, lines: bool = True) -> str:
    r"""Return the text with every invisible or commanding character spelt out, such as ``\x1b``.

    Escape sequences, direction marks and lone surrogates lose their power; line breaks stay if wanted.
    """
    if all(line.isprintable() for line in (text.split("\n") if lines else [text])):
        return text
    if lines:
        text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    kept = "\n" if lines else ""
    return "".join(char if char.isprintable() or char == kept else ascii(char)[1:-1] for char in text)


def encodable(text: str, encoding: str) -> str:
    """Return the text in characters that the encoding has, with lookalikes where it lacks some."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(LOOKALIKES).encode(encoding, "replace").decode(encoding)
    return text


def cleaned(record: Record, encoding: str = "utf-8") -> Record:
    """Return the record with all its text harmless, so that no renderer can forget a field."""
    return _cleaned(record, encoding, lines=False)  # type: ignore[no-any-return]


def _cleaned(value: Any, encoding: str, lines: bool) -> Any:
    if isinstance(value, str):
        return encodable(harmless(value, lines), encoding)
    if isinstance(value, tuple):
        return tuple(_cleaned(item, encoding, lines) for item in value)
    if isinstance(value, Mapping):
        return {
            _cleaned(key, encoding, False): _cleaned(item, encoding, False) for key, item in value.items()
        }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        names = [item.name for item in dataclasses.fields(value)]
        parts = {name: _cleaned(getattr(value, name), encoding, name in PARAGRAPHS) for name in names}
        return dataclasses.replace(value, **parts)
    return value


def clip(text: str, characters: int = 600, lines: int = 12) -> str:
    """Return the beginning of a text, with a sign that there was more."""
    kept = "\n".join(text.split("\n")[:lines])[:characters]
    return text if kept == text else f"{kept.rstrip()} [...]"
