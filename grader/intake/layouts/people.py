"""Tell which student each file is from: by the roster, else by what the platform says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from grader.intake.entry import Refused
from grader.intake.layouts.found import Asked, Owned, refused
from grader.intake.naming import fold


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
    doubles = _doubles(rows) if asked.roster is None else {}
    spellings: dict[str, Student] = {}
    files: dict[Student, list[Owned]] = defaultdict(list)
    left: list[Refused] = []
    for row in rows:
        found = _student(row, platform, asked, doubles)
        if isinstance(found, str):
            left.append(refused(row.entry, found, doubt=True))
        else:
            files[spellings.setdefault(fold(found.id), found)].append(row)
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
        return (
            f"is from one of {len(users)} people called {owner.key} ({several}); name a roster with --roster"
        )
    id = asked.known.get(fold(owner.key), owner.key)
    return Student(id, owner.name or owner.key, owner.email, owner.section, owner.blind)


def _doubles(rows: Sequence[Owned]) -> dict[str, list[str]]:
    """Return the names that several people have, with the platform's numbers of these."""
    users: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.owner.key != row.owner.user and row.owner.user:
            users[fold(row.owner.key)].add(row.owner.user)
    return {key: sorted(found) for key, found in users.items() if len(found) > 1}
