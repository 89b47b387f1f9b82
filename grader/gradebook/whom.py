"""Everybody's marks, to be found by whatever a sheet's row calls people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from grader.gradebook.final import FinalMark
from grader.intake.naming import fold
from grader.intake.roster import squeezed, writings


class Class:
    """Everybody's marks, to be found by whatever a sheet calls people."""

    def __init__(self, marks: Iterable[FinalMark]) -> None:
        """Index the marks by person."""
        self.marks: dict[str, dict[str, FinalMark]] = defaultdict(dict)
        names: dict[str, set[str]] = defaultdict(set)
        for one in marks:
            self.marks[one.person.student][one.exercise] = one
            for text in (one.person.student, one.person.email, *writings(one.person.name)):
                if text:
                    names[fold(text)].add(one.person.student)
        self.names = {text: found for text, found in names.items()}

    def find(self, texts: Sequence[str]) -> str:
        """Return the one person whom all of these texts mean that mean one person at all; else nothing.

        A number that is one person's here and another's there names two people: then it names nobody.
        """
        found = [self.names.get(fold(text), set()) for text in texts if text]
        alone = set().union(*(some for some in found if len(some) == 1))
        return next(iter(alone)) if len(alone) == 1 else ""

    def place_of(self, student: str, texts: Sequence[str]) -> int:
        """Return the first of the texts that means this person: sheets' own numbers stand before names."""
        named = (at for at, text in enumerate(texts) if text and student in self.names.get(fold(text), ()))
        return next(named, len(texts))

    def is_another(self, student: str, texts: Sequence[str], name: str) -> bool:
        """Tell whether no more than a short number names somebody, and the row's name is another's.

        Platforms number their people, each in its own way: 101 may be two people.
        """
        by = [text for text in texts if student in self.names.get(fold(text), ())]
        ours = next(iter(self.marks[student].values())).person.name
        if not all(re.fullmatch(r"\d{1,7}", text) for text in by) or not (words_of(name) and words_of(ours)):
            return False
        return words_of(name).isdisjoint(words_of(ours))

    def hidden(self, identifier: str) -> str:
        """Return whom a blind marking calls so: ``Teilnehmer/in7`` is the folder ``Teilnehmerin_7``."""
        found = [student for student in self.marks if squeezed(student) == squeezed(identifier)]
        return found[0] if len(found) == 1 else ""

    def meant(self, texts: Sequence[str]) -> set[str]:
        """Return everybody whom these texts may mean, names written together as Canvas does included."""
        near = {squeezed(way) for text in texts if text for way in writings(text)} - {""}
        maybe = set().union(*(self.names.get(fold(text), set()) for text in texts if text))
        maybe |= {one for text, people in self.names.items() if squeezed(text) in near for one in people}
        return maybe


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name, none of one that is a single word and may be anything."""
    words = fold(name).replace(",", " ").split()
    return frozenset(words if len(words) > 1 else ())
