"""Turn the text of course.toml into checked tables, or say at which line it cannot be meant."""

from __future__ import annotations

import difflib
import functools
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from grader.errors import UsageError

HEADER = re.compile(r"\s*\[\[?\s*([\w-]+)\s*\]\]?\s*(?:#.*)?")
"""A line that begins a table."""

MOST_POINTS = 1e6
"""More than any exercise is worth; it keeps infinity out of the reports."""


class UnitTable(msgspec.Struct, frozen=True):
    """One ``[[units]]``: some exercises under a heading, which other languages may have in ``titles``."""

    title: str = ""
    titles: dict[str, str] = {}
    exercises: tuple[str, ...] = ()


class HintsTable(msgspec.Struct, frozen=True):
    """``[hints]``: the points that a hint costs."""

    cost: Annotated[float, msgspec.Meta(ge=0, le=MOST_POINTS)] = 0


class FeedbackTable(msgspec.Struct, frozen=True):
    """``[feedback]``: whether students learn that a hidden check did not run, or that it did not pass."""

    not_run: bool = True


class LimitsTable(msgspec.Struct, frozen=True):
    """``[limits]``: the seconds of processor time that one submission may take in all, 0 for the usual."""

    seconds: Annotated[float, msgspec.Meta(ge=1, le=3600)] = 0


class ReleaseTable(msgspec.Struct, frozen=True):
    """``[release]``: how students install the grader."""

    install: str = ""


class CourseFile(msgspec.Struct, frozen=True):
    """The file as a whole. What ``grading`` holds is checked by those who read it."""

    title: str = "Exercises"
    titles: dict[str, str] = {}
    language: str = ""
    seed: Literal["per student"] | None = None
    units: list[UnitTable] = []
    builds_on: dict[str, tuple[str, ...]] = {}
    hints: HintsTable = HintsTable()
    release: ReleaseTable = ReleaseTable()
    released: dict[str, str] | None = None
    grading: dict[str, Any] = {}
    limits: LimitsTable = LimitsTable()
    feedback: FeedbackTable = FeedbackTable()


@dataclass(frozen=True)
class Piece:
    """A value of the file with the type that it should have, and where it stands.

    ``table`` and ``count`` name the table, the second ``[[units]]`` for example, and ``key`` the word in it.
    """

    value: Any
    type: Any
    table: str
    key: str
    count: int = 1


def read(path: Path) -> CourseFile:
    """Return the content of a course.toml, empty where there is none.

    Raises:
        UsageError: it cannot be read, holds a word that nobody knows, or a value of the wrong type.
    """
    try:
        return checked(path, path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return CourseFile()
    except (OSError, ValueError) as fault:
        raise UsageError(f"{path}: cannot be read ({fault}); correct it") from None


@functools.lru_cache(4)  # a command asks for the settings again and again
def checked(path: Path, text: str) -> CourseFile:
    """Return what the text of a course.toml says; whoever gets it changes nothing in it.

    Raises:
        ValueError: it is not TOML.
        UsageError: it holds a word that nobody knows, or a value of the wrong type.
    """
    data = tomllib.loads(text)
    for piece in pieces(data):
        words = problem(piece)
        if words:
            line = line_of(text, piece.table, piece.key, piece.count)
            raise UsageError(f"{path}:{line}: {words}; correct it")
    return msgspec.convert(data, CourseFile)


def pieces(data: Mapping[str, Any]) -> Iterator[Piece]:
    """Yield every value of the file that is checked by itself, so that its line can be named."""
    types = types_of(CourseFile)
    for key, value in data.items():
        yield Piece(value, shallow(types.get(key)), "", key)
    for count, unit in enumerate(data.get("units", ()), start=1):
        yield Piece(unit, dict, "units", "", count)
        yield from entries(unit, UnitTable, "units", count)
    yield from entries(data.get("hints", {}), HintsTable, "hints")
    yield from entries(data.get("feedback", {}), FeedbackTable, "feedback")
    yield from entries(data.get("limits", {}), LimitsTable, "limits")
    yield from entries(data.get("release", {}), ReleaseTable, "release")
    for name, entry in (("builds_on", tuple[str, ...]), ("released", str), ("titles", str)):
        yield from (Piece(value, entry, name, key) for key, value in data.get(name, {}).items())


def entries(
    table: Mapping[str, Any], record: type[msgspec.Struct], name: str, count: int = 1
) -> Iterator[Piece]:
    """Yield the values of a table whose words are those of a record."""
    types = types_of(record)
    yield from (Piece(value, types.get(key), name, key, count) for key, value in table.items())


def types_of(record: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the words of a table with the types of their values."""
    return {field.name: field.type for field in msgspec.structs.fields(record)}


def shallow(type: Any) -> Any:
    """Return what a whole table is, a table or a list: what it holds is looked at entry by entry."""
    if type is None or type is str or type == Literal["per student"] | None:
        return type
    return list if getattr(type, "__origin__", None) is list else dict


def problem(piece: Piece) -> str:
    """Say what is wrong with a value, nothing where it is as it should be."""
    place = f"[{piece.table}]" if piece.table else "the file"
    if piece.type is None:
        return f"{place} knows no word {piece.key!r}{meant(piece.key, words_of(piece.table))}"
    try:
        msgspec.convert(piece.value, piece.type)
    except msgspec.ValidationError as fault:
        words = str(fault).partition(" - at ")[0].replace("object", "table").replace("array", "list")
        return f"{piece.key or place}: {words[:1].lower()}{words[1:]}"
    return ""


def words_of(table: str) -> Collection[str]:
    """Return the words that a table knows."""
    tables: Mapping[str, type[msgspec.Struct]] = {
        "": CourseFile,
        "units": UnitTable,
        "hints": HintsTable,
        "limits": LimitsTable,
        "feedback": FeedbackTable,
        "release": ReleaseTable,
    }
    return tuple(types_of(tables[table]))


def meant(word: str, known: Collection[str]) -> str:
    """Return which known word was probably meant, or all of them where none is near."""
    near = difflib.get_close_matches(word, known, n=1)
    return f"; do you mean {near[0]!r}?" if near else f"; it knows {', '.join(known)}"


def line_of(text: str, table: str, key: str, count: int = 1) -> int:
    """Return the line of a word in a table, else of the table; 1 where neither is found."""
    here, seen, best = "", 0, 1
    word = re.compile(rf"""\s*["']?{re.escape(key or table)}["']?\s*[=.]""")
    for number, line in enumerate(text.split("\n"), start=1):
        header = HEADER.fullmatch(line)
        if header:
            here = header[1]
            seen += here == (table or key)
            if here == (table or key) and seen == count:
                best = number
        elif word.match(line) and here == table and (not table or seen == count):
            return number
        elif best == 1 and re.match(rf"\s*{re.escape(table or key)}\s*=", line):
            best = number
    return best


def line_naming(text: str, id: str) -> int:
    """Return the first line that names an exercise."""
    named = re.compile(rf"""(?<![\w.-])["']?{re.escape(id)}["']?(?![\w.-])""")
    return next((number for number, line in enumerate(text.split("\n"), 1) if named.search(line)), 1)
