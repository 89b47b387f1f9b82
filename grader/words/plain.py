"""Turn numbers and foreign text into characters that are safe to show."""

from __future__ import annotations

import codecs
import dataclasses
import functools
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from grader.words.catalogue import sentence
from grader.words.message import NOTHING, Message, Said, laid_out

Record = TypeVar("Record")

PARAGRAPHS = frozenset({"message", "printed", "source", "notes", "hints"})
"""Fields that may have several lines. In any other one a line break would forge a line of the report."""

FOREIGN = frozenset({"printed", "source"})
"""Fields that hold a student's own text, of which nothing is translated."""

COMMAND = re.compile(r"^([^\S\n]*):(?=:)|()#(?=#\[)", re.MULTILINE)
"""How GitHub's log takes a command: ``::`` at the head of a line, ``##[`` anywhere in one."""

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
            "✓": "ok",
            "✗": "x",
            "─": "-",
            "†": "+",
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


def many(count: int, thing: str, things: str = "") -> str:
    """Return a number of things: ``1 file``, ``2 files``, ``3 people``."""
    return f"{count} {thing if count == 1 else things or thing + 's'}"


def harmless(text: str, lines: bool = True) -> str:
    r"""Return the text with every invisible or commanding character spelt out, such as ``\x1b``.

    Escape sequences, direction marks and lone surrogates lose their power; line breaks stay if wanted.
    """
    if text.isprintable() or (lines and all(line.isprintable() for line in text.split("\n"))):
        return text
    if lines:
        text = text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    kept = "\n" if lines else ""
    return "".join(char if char.isprintable() or char == kept else ascii(char)[1:-1] for char in text)


def no_commands(text: str) -> str:
    """Return text of which no line is a command to the service that logs it: ``::error``, ``##[error]``."""
    return COMMAND.sub(lambda found: f"{found[1] or ''}{ascii_code(found[0][-1])}", text)


def as_line(text: str, encoding: str = "utf-8") -> str:
    """Return a line with foreign words in it that commands neither a terminal nor a log."""
    return encodable(no_commands(harmless(text, lines=False)), encoding)


def ascii_code(sign: str) -> str:
    r"""Return a sign as Python spells it out: ``\x3a``."""
    return f"\\x{ord(sign):02x}"


def encodable(text: str, encoding: str) -> str:
    """Return the text in characters that the encoding has, with lookalikes where it lacks some."""
    if text.isascii():  # most are, and whatever a terminal speaks holds ASCII
        return text
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(LOOKALIKES).encode(encoding, "replace").decode(encoding)
    return text


def columns(text: str) -> int:
    """Return how many columns of a screen a text takes: a Chinese character two, an accent by itself none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))


def in_words(record: Record, page: Mapping[str, str] = NOTHING) -> Record:
    """Return the record with every message laid out in the language in force.

    ``page`` has the texts of the page in it by the English, where the record does not bring them.
    """
    page = page or translated(record)
    return _each(record, lambda said, field: laid_out(said, NOTHING if field in FOREIGN else page))  # type: ignore[no-any-return]


def replaced(fault: UnicodeError) -> tuple[str, int]:
    """Return what stands for characters that a stream lacks: lookalikes, else the bare letter."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    chars = fault.object[fault.start : fault.end]
    return "".join(LOOKALIKES.get(ord(char)) or letter(char) for char in chars), fault.end


def letter(char: str) -> str:
    """Return a character without its marks where that is ASCII, else a question mark."""
    bare = unicodedata.normalize("NFKD", char)[0]
    return bare if bare.isascii() else "?"


LOOKALIKE = "lookalike"
"""The name under which a stream is told to replace what it cannot write."""

codecs.register_error(LOOKALIKE, replaced)


def cleaned(record: Record, encoding: str = "utf-8") -> Record:
    """Return the record in words and with all its text harmless, so that no renderer can forget a field."""

    def clean(said: Said, field: str) -> str:
        text = laid_out(said, NOTHING if field in FOREIGN else page)
        return encodable(harmless(text, field in PARAGRAPHS), encoding)

    page = translated(record)
    return _each(record, clean)  # type: ignore[no-any-return]


def translated(record: object) -> Mapping[str, str]:
    """Return the texts of a report's page in the reader's language, by the English."""
    found: Mapping[str, str] = getattr(record, "translation", NOTHING)
    return found


def _each(value: Any, change: Callable[[Said, str], str], field: str = "") -> Any:
    if type(value) in UNTOLD:
        return value
    if isinstance(value, str | Message):
        return change(value, field)
    if isinstance(value, tuple):
        return tuple(_each(item, change, field) for item in value)
    if field == "translation":
        return value
    if isinstance(value, Mapping):
        return {_each(key, change): _each(item, change) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {name: _each(getattr(value, name), change, name) for name in names_of(type(value))}
        return dataclasses.replace(value, **fields)
    return value


UNTOLD = frozenset({float, int, bool, type(None)})
"""What most of a report is, and holds no text."""


@functools.cache
def names_of(kind: Any) -> tuple[str, ...]:
    """Return the names of a record's fields."""
    return tuple(item.name for item in dataclasses.fields(kind))


def clip(text: str, characters: int = 600, lines: int = 12) -> str:
    """Return the beginning of a text, with a sign that there was more."""
    kept = "\n".join(text.split("\n")[:lines])[:characters]
    return text if kept == text else f"{kept.rstrip()} [...]"
