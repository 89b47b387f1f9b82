"""Gather a row a person over all exercises, as the page's script reads it: every text stands there once."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.gradebook.final import MISSING, FinalMark
from grader.gradebook.reading import Standing
from grader.gradebook.records import GRADED, NOT_GRADED
from grader.words.catalogue import sentence
from grader.words.plain import clip, harmless, whole

WHY = 200
"""Letters of a reason that are shown."""


@dataclass(frozen=True)
class Section:
    """One section of the class: how many people, and the mean share of the points by exercise."""

    name: str
    people: int
    means: tuple[float | None, ...]


@dataclass
class Gather:
    """People in the making. ``link`` is the address of a report, seen from the page; empty for none."""

    link: Callable[[Standing], str]
    people: dict[str, list[Any]] = field(default_factory=dict)
    exercises: dict[str, tuple[str, float]] = field(default_factory=dict)
    shares: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def add(self, one: FinalMark) -> None:
        """Take in one person's mark in one exercise; who handed in nothing has a row, too."""
        who = one.person
        row = self.people.setdefault(who.student, [who.student, who.name, who.section, "", {}])
        link = self.link(one.standing) if one.standing else ""
        folder, _, file = link.rpartition("/")
        known = self.exercises.get(one.exercise, ("", 0.0))
        self.exercises[one.exercise] = (file or known[0], max(known[1], one.max_score or 0.0))
        row[3] = folder or row[3]
        if one.state != MISSING:
            row[4][one.exercise] = self.cell(one, bool(link))
        if one.score is not None and one.max_score:
            self.shares.setdefault((who.section, one.exercise), []).append(one.score / one.max_score)

    def cell(self, one: FinalMark, linked: bool) -> list[Any]:
        """Return one mark: points, state, late, mistakes, the reason, whether a report is there."""
        score = None if one.score is None or one.state == NOT_GRADED else whole(round(one.score, 6))
        grade = one.standing.grade if one.standing else None
        titles = list(dict.fromkeys(shown(found.title) for found in grade.diagnoses)) if grade else []
        late = bool(one.standing and one.standing.attempt.late) or bool(one.days_late)
        path = one.standing.attempt.path if one.standing else ""
        why = shown(clip(grade.why.removeprefix(f"{path}: "), WHY)) if grade and one.state != GRADED else ""
        return [score, one.state, int(late), titles, why, int(linked and one.state == GRADED)]

    def rows(self) -> dict[str, Any]:
        """Return everybody, with the exercises and mistakes that their marks name by number.

        Both are in an order of their own, which tells nothing of the order of the people.
        """
        ids = sorted(self.exercises)
        cells = [cell for row in self.people.values() for cell in row[4].values()]
        mistakes = sorted({title for cell in cells for title in cell[3]})
        numbers = {title: number for number, title in enumerate(mistakes)}
        people = [
            [*map(shown, row[:3]), row[3], [numbered(row[4].get(id, 0), numbers) for id in ids]]
            for row in self.people.values()
        ]
        exercises = [[id, self.exercises[id][0], whole(self.exercises[id][1])] for id in ids]
        return {"exercises": exercises, "mistakes": mistakes, "people": people}

    def sections(self) -> tuple[Section, ...]:
        """Return the sections with their means; none where nobody is in one."""
        names = sorted({row[2] for row in self.people.values()})
        if names in ([], [""]):
            return ()
        found = []
        for name in names:
            shares = [self.shares.get((name, id), []) for id in sorted(self.exercises)]
            means = tuple(sum(some) / len(some) if some else None for some in shares)
            found.append(Section(name, sum(row[2] == name for row in self.people.values()), means))
        return tuple(found)


def numbered(cell: Any, numbers: Mapping[str, int]) -> Any:
    """Return a mark that names its mistakes by number; 0 where there is none."""
    return [*cell[:3], [numbers[title] for title in cell[3]], *cell[4:]] if cell else 0


def anonymous(rows: dict[str, Any]) -> dict[str, Any]:
    """Return the same marks in an order of chance, without names, sections, reasons and links."""
    people = list(rows["people"])
    random.SystemRandom().shuffle(people)
    return {**rows, "people": [nameless(number, row[4]) for number, row in enumerate(people, start=1)]}


def nameless(number: int, cells: Sequence[Any]) -> list[Any]:
    """Return one person's marks under a number."""
    return [
        sentence("class.person.number", number=number),
        "",
        "",
        "",
        [[*cell[:4], "", 0] if cell else 0 for cell in cells],
    ]


def shown(text: str) -> str:
    """Return foreign text on one line, without anything invisible."""
    return harmless(text, lines=False)
