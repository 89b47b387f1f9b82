"""One experiment, several checks: each grades some of the values that it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from grader.pages.check import Check

WORDS = ("points", "tolerance", "note")
"""What each part says for itself; everything else is common to all parts of an experiment."""


@dataclass(frozen=True)
class Part:
    """A check's title, the names of the values that it grades, and its own words."""

    title: str
    names: tuple[str, ...]
    words: Mapping[str, Any] = field(default_factory=dict)


def part(title: str, *names: str, **words: Any) -> Part:
    """Grade the values ``names`` by themselves, under a title and with points of their own.

    Raises:
        TypeError: no name is given, a place in place of a name, or a word that parts do not have.
    """
    if not names:
        raise TypeError(f"the part {title!r} grades nothing; name the values: part({title!r}, 'w', 'b')")
    for name in names:
        if "[" in name:
            raise TypeError(f"{name!r} is a place; give the items names (names=[…]) and grade them by these")
    for word in words.keys() - set(WORDS):
        raise TypeError(f"{word!r} is no word of a part; give it to the whole check ({', '.join(WORDS)} fit)")
    return Part(title, names, words)


def split(check: Check, *parts: Part) -> list[Check]:
    """Make several checks of one: its experiment is run once, and each part grades the values it names.

    A training that ends well and notes wrong losses loses the points of the losses alone.

    Raises:
        TypeError: there are not at least two parts, or two of them grade the same value.
    """
    named = [name for one in parts for name in one.names]
    twice = [name for place, name in enumerate(named) if name in named[:place]]
    if len(parts) < 2:
        raise TypeError("split makes several checks of one; give it two parts or more")
    if twice:
        raise TypeError(f"{twice[0]!r} is graded by two parts; leave it out of one")
    return [
        replace(
            check,
            title=one.title,
            only=one.names,
            drawn_as=check.drawn_as or check.id,
            curve=check.curve if check.curve in one.names else "",
            **one.words,
        )
        for one in parts
    ]
