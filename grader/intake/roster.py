"""The roster: who is in the class, and what each platform calls them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from grader.intake.naming import fold
from grader.words.catalogue import sentence

NUMBERED = frozenset({"canvas", "brightspace"})
"""Platforms whose numbers are their own: the same number elsewhere is another person's."""


@dataclass(frozen=True)
class Owner:
    """Whom a platform says that a file is from.

    ``user`` is the platform's own number or login. Where that ``holds_once``, it is another one in the next
    assignment, so that the name tells the person. ``key`` names the person where there is no roster; where
    that is ``blind``, it is a number that means another person in the next assignment.
    """

    key: str
    user: str = ""
    name: str = ""
    email: str = ""
    section: str = ""
    holds_once: bool = False
    blind: bool = False


@dataclass(frozen=True)
class Person:
    """One person of the class. ``ids`` are what platforms call them, by the platform's name."""

    id: str
    name: str
    email: str = ""
    section: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Roster:
    """Everybody in the class, as one file names them."""

    path: Path
    people: tuple[Person, ...]

    def find(self, owner: Owner, platform: str) -> Person | str:
        """Return the person that a platform means, or the reason why that cannot be told.

        The platform's own number or login counts most; then the address, the name, and last whatever else
        the roster knows a person by. Where a number holds for one assignment only, it never counts alone.
        """
        user, name = fold(owner.user), fold(owner.name)
        if owner.holds_once:
            return self._by_name(owner, platform, user)
        if user and (found := self._platform_ids(platform).get(user)):
            return (
                self._checked(found[0], owner, platform) if len(found) == 1 else self._only(found, owner.user)
            )
        # 鈴木 一郎 and 鈴木一郎 are one name; spaces between other letters part words.
        joined = "" if name.isascii() else "".join(name.split())
        for text in (fold(owner.email), name, joined, "" if platform in NUMBERED else user):
            if text and (people := self._anything.get(text)):
                return self._only(people, text)
        if people := self._squeezed.get(squeezed(owner.name) if platform == "canvas" else ""):
            return self._only(people, owner.name) if not self._platform_ids(platform) else self._nobody(owner)
        # People put both into a folder's name: 2021001 Ada King.
        if people := self._both.get("" if platform in NUMBERED else squeezed(owner.name)):
            return self._only(people, owner.name)
        return self._nobody(owner)

    def _by_name(self, owner: Owner, platform: str, user: str) -> Person | str:
        """Return the person of that name; of several the one with that number, if this sheet knows it."""
        people = self._names.get(fold(owner.name), ())
        if len(people) > 1:
            numbered = [one for one in people if fold(one.ids.get(platform, "")) == user]
            if len(numbered) != 1:
                return sentence(
                    "left.roster.namesakes", number=len(people), file=self.path.name, name=owner.name
                )
            return numbered[0]
        if people:
            return people[0]
        if owner.blind and (found := self._platform_ids(platform).get(user)):
            return self._only(found, owner.user)
        return self._nobody(owner)

    def _checked(self, found: Person, owner: Owner, platform: str) -> Person | str:
        """Return a person found by number, unless the name is plainly another's."""
        others = self._squeezed.get(squeezed(owner.name), ()) if platform == "canvas" else ()
        if others and found not in others:
            named = others[0].name
            return sentence("left.roster.two", one=found.name, other=named, file=self.path.name)
        return found

    def _only(self, people: tuple[Person, ...], text: str) -> Person | str:
        """Return the one person, or say that there are several."""
        if len(people) > 1:
            return sentence("left.roster.several", number=len(people), file=self.path.name, text=text)
        return people[0]

    def _nobody(self, owner: Owner) -> str:
        """Say that nobody is called so."""
        return sentence("left.roster.nobody", name=owner.name or owner.user, file=self.path.name)

    def knows(self, text: str) -> bool:
        """Tell whether anybody goes by this text, or by the id and the name in one."""
        return fold(text) in self._anything or squeezed(text) in self._both

    def _platform_ids(self, platform: str) -> Mapping[str, tuple[Person, ...]]:
        """Return everybody by what one platform calls them."""
        return self._by_platform.get(platform, {})

    @cached_property
    def _by_platform(self) -> Mapping[str, Mapping[str, tuple[Person, ...]]]:
        """Everybody by platform and by what it calls them: two who claim one login both have it."""
        made: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        for one in self.people:
            for platform, id in one.ids.items():
                made[platform].append((fold(id), one))
        return {platform: _index(pairs) for platform, pairs in made.items()}

    @cached_property
    def _names(self) -> Mapping[str, tuple[Person, ...]]:
        """Everybody by every way of writing the name."""
        return _index((text, one) for one in self.people for text in writings(one.name))

    @cached_property
    def _squeezed(self) -> Mapping[str, tuple[Person, ...]]:
        """Everybody by the name as Canvas writes it into files: the family name first, letters only."""
        return _index((squeezed(text), one) for one in self.people for text in writings(one.name))

    @cached_property
    def _both(self) -> Mapping[str, tuple[Person, ...]]:
        """Everybody by the id and the name in one, whichever stands first."""
        return _index(
            (made, one)
            for one in self.people
            for id in {squeezed(one.id), squeezed(one.email.partition("@")[0])} - {""}
            for text in map(squeezed, writings(one.name))
            for made in (id + text, text + id)
        )

    @cached_property
    def _anything(self) -> Mapping[str, tuple[Person, ...]]:
        """Everybody by everything that they go by; the part before an address's @ too."""
        return _index(
            (fold(text), one)
            for one in self.people
            for text in (
                *(one.id, one.email, one.email.partition("@")[0]),
                *(id for platform, id in one.ids.items() if platform != "moodle"),
                *writings(one.name),
            )
        )


def writings(name: str) -> Iterable[str]:
    """Return the ways in which a name is written: ``Ada King``, ``King Ada``, ``King, Ada``.

    Which of its words are the last name, nothing tells: any may be where it begins.
    """
    whole = fold(name)
    words = whole.replace(",", " ").split()
    made = {whole, " ".join(words)}
    for at in range(1, len(words)):
        last, first = " ".join(words[at:]), " ".join(words[:at])
        made |= {f"{last} {first}", f"{last}, {first}"}
        if not any(one.isascii() for one in words):  # 小明 王 is written 王小明
            made |= {last + first, first + last}
    return made - {""}


def squeezed(name: str) -> str:
    """Return a name as Canvas writes it into a file's: without anything but letters and digits."""
    return re.sub(r"[\W_]+", "", fold(name))


def _index(pairs: Iterable[tuple[str, Person]]) -> Mapping[str, tuple[Person, ...]]:
    """Return people by text, each once; texts that are empty name nobody."""
    made: dict[str, list[Person]] = defaultdict(list)
    for text, person in pairs:
        if text and person not in made[text]:
            made[text].append(person)
    return {text: tuple(people) for text, people in made.items() if people}
