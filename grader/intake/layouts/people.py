"""Tell which student each file is from: by the roster, else by what the platform says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from grader.intake.entry import Refused
from grader.intake.layouts.tree.found import Asked, Owned, refused
from grader.intake.naming import fold
from grader.words.catalogue import sentence

_COUNTED = re.compile(r"^\d{1,3}[\s._)-]+(?=[^\W\d_])")
"""A number that somebody may have put before a name; one of more digits is a student's own."""

_BEHIND = re.compile(r"\s*\(\d{1,2}\)$")
"""The number that a browser or a drive puts behind a name that was there before."""


@dataclass(frozen=True)
class Student:
    """A student as the gradebook knows them; a ``blind`` one's id holds for one assignment only."""

    id: str
    name: str
    email: str = ""
    section: str = ""
    blind: bool = False


def students(
    rows: Sequence[Owned], platform: str, asked: Asked
) -> tuple[dict[Student, list[Owned]], list[Refused]]:
    """Return everybody's files, and those of whom nobody can tell whose they are."""
    doubles = _doubles(rows) | _numbered(rows, asked) if asked.roster is None else {}
    spellings: dict[str, Student] = {}
    files: dict[Student, list[Owned]] = defaultdict(list)
    left: list[Refused] = []
    for row in rows:
        found = _student(row, platform, asked, doubles)
        if isinstance(found, str):
            left.append(refused(row.entry, found, doubt=True))
        else:
            key = fold(found.id) if asked.roster else in_order(fold(found.id))
            files[spellings.setdefault(key, found)].append(row)
    return files, left


def _student(row: Owned, platform: str, asked: Asked, doubles: dict[str, list[str]]) -> Student | str:
    """Return whose a file is, or why that cannot be told."""
    owner = row.owner
    if asked.roster is not None:
        person = asked.roster.find(owner, platform)
        if isinstance(person, str):
            return person
        return Student(person.id, person.name, person.email or owner.email, person.section)
    if users := doubles.get(fold(owner.key)):
        several = ", ".join(users)
        if owner.key in users:
            return sentence("left.doubles", several=several)
        return sentence("left.namesakes", number=len(users), name=owner.key, several=several)
    key = fold(owner.key)
    id = asked.known.get(key) or asked.known.get(in_order(key)) or " ".join(owner.key.split())
    return Student(id, " ".join((owner.name or owner.key).split()), owner.email, owner.section, owner.blind)


def in_order(name: str) -> str:
    """Return a name with the first name first: ``king, ada`` is ``ada king``."""
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first and "," not in first else name


def _doubles(rows: Sequence[Owned]) -> dict[str, list[str]]:
    """Return the names that several people have, with the platform's numbers of these."""
    users: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.owner.key != row.owner.user and row.owner.user:
            users[fold(row.owner.key)].add(row.owner.user)
    return {key: sorted(found) for key, found in users.items() if len(found) > 1}


def _numbered(rows: Sequence[Owned], asked: Asked) -> dict[str, list[str]]:
    """Return people who differ in a number at their names alone: ``1. ada`` and ``3. ada``, ``ada (1)``."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        key = row.owner.key
        if row.owner.user != key or asked.is_known(key):
            continue
        bare = _BEHIND.sub("", _COUNTED.sub("", key))
        found[fold(bare)] |= {key, bare} if asked.is_known(bare) else {key}
    several = [sorted(keys) for keys in found.values() if len({*map(fold, keys)}) > 1]
    return {fold(key): keys for keys in several for key in keys}
