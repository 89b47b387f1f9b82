"""The first line of a key's file: what and how old the key is. Reading it takes no NumPy."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

FORMAT = 3
"""Raised whenever an older grader could not read the file."""

HEAD_AT_MOST = 1 << 20
"""Characters of a file's first line that are read."""

DAMAGED = (
    *(OSError, ValueError, LookupError, TypeError, AttributeError),
    *(
        ArithmeticError,
        RecursionError,
        SyntaxError,
    ),  # a number too large, too many brackets, a type that is none
)
"""What reading a file may raise that is no key."""


def head(path: Path) -> dict[str, Any]:
    """Return a key file's head, empty where it has none that can be read."""
    try:
        with path.open(encoding="utf-8") as file:
            found = json.loads(file.readline(HEAD_AT_MOST).rstrip().removesuffix(",") + "}")
    except DAMAGED:
        return {}
    return found if isinstance(found, dict) else {}


Torch = Literal["refused", "allowed", "needed"]
"""Whether an exercise's programs may use torch, and whether its inputs cannot be made without."""


@dataclass(frozen=True)
class Heading:
    """What is needed of a key before its numbers are: the exercise's tasks, and whether it uses torch."""

    tasks: tuple[str, ...]
    torch: Torch


def heading(path: Path) -> Heading | None:
    """Return what the key at ``path`` says of itself first; None where an older grader wrote it."""
    found = head(path)
    tasks, torch = found.get("tasks"), found.get("torch")
    if not isinstance(tasks, list) or torch not in get_args(Torch):
        return None
    return Heading(tuple(map(str, tasks)), cast(Torch, torch))


def is_of(path: Path, digest: str) -> bool:
    """Tell whether the file at ``path`` is a key of the page with this text, whichever grader made it."""
    found = head(path)
    return [found.get(name) for name in ("format", "page")] == [FORMAT, digest]


def stale(path: Path, digest: str, engine: str, of: str = "digest") -> bool:
    """Tell whether the file at ``path`` is no key of this page, made by this grader.

    ``of`` is what the digest is of: a page's code and checks, or with "page" all of its text.
    """
    found = head(path)
    return [found.get(name) for name in ("format", "engine", of)] != [FORMAT, engine, digest]


def seed(path: Path) -> int:
    """Return the seed with which the key at ``path`` was drawn, current or not; 0 where there is none."""
    found = head(path).get("seed")
    return found if isinstance(found, int) else 0
