"""Marks on a page's functions: what the student writes, and other right and wrong definitions of it.

They return records or the function itself; nothing is registered.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

Anything = TypeVar("Anything")


def task(function: Anything) -> Anything:
    """Mark what the student writes. The stub keeps its signature and docstring and drops its body."""
    return function


@dataclass(frozen=True)
class Marked:
    """A wrong or another right definition of one or several tasks, as the page wrote it."""

    right: bool
    targets: tuple[str, ...]
    definition: Any
    title: str


def misconception(*targets: Any, title: str = "") -> Callable[[Any], Marked]:
    """Mark a wrong definition of a task (or a helper, or ``"Class.method"``).

    Its docstring is what the student reads; paragraphs that start with ``Hint:`` are graded hints,
    at most three, shown one by one. Several targets at once are given as a class with a method for each.
    """
    return lambda definition: Marked(False, names_of(targets), definition, title or _title(definition))


def alternative(*targets: Any, title: str = "") -> Callable[[Any], Marked]:
    """Mark another right definition of a task: it must pass and must never be diagnosed."""
    return lambda definition: Marked(True, names_of(targets), definition, title or _title(definition))


def names_of(targets: Sequence[Any]) -> tuple[str, ...]:
    """Return the names of the tasks, helpers or methods that a mark or a check is about."""
    return tuple(target if isinstance(target, str) else target.__qualname__ for target in targets)


def _title(definition: Any) -> str:
    words: str = definition.__name__.replace("_", " ")
    return words[:1].upper() + words[1:]
