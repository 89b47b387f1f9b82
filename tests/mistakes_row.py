"""Programs as students hand them in: mistakes, each of one kind, and right programs in foreign styles.

Every text takes the place of the definitions of the same names: in a foreign program, which fills a whole
stub, or in the page's reference. So a program holds one mistake and nothing else that is wrong. They were
written from the stubs and from the list of mistakes in real homework, before the pages' own misconceptions
were read.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import dedent


@dataclass(frozen=True)
class Foreign:
    """A right program that looks unlike the reference: it fills the stub of its exercise."""

    id: str
    text: str

    @property
    def exercise(self) -> str:
        """Return the exercise to which the program is an answer."""
        return self.id.partition("/")[0]


@dataclass(frozen=True)
class Wrong:
    """A mistake: its group, what names it, and the program in which it stands ("" is the reference)."""

    id: str
    group: str
    words: str
    text: str
    within: str

    @property
    def exercise(self) -> str:
        """Return the exercise to which the program is an answer."""
        return self.id.partition("/")[0]


def foreign(id: str, text: str) -> Foreign:
    """Return a right program; the exercise is the part of the id before the slash."""
    return Foreign(id, dedent(text))


def wrong(id: str, group: str, words: str, text: str, within: str = "") -> Wrong:
    """Return a mistake; the exercise is the part of the id before the slash."""
    return Wrong(id, group, words, dedent(text), within)
