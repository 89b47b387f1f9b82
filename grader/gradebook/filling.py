"""What filling any sheet needs: everybody's marks by whatever sheets call people, and cells to put."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from grader.errors import UsageError
from grader.gradebook.final import EXEMPT, FinalMark
from grader.gradebook.sheet import Cell, Sheet
from grader.intake.naming import fold, told
from grader.intake.roster import squeezed, writings


@dataclass
class Filled:
    """A filled sheet, what is to be said about it, who is done, and who may be meant by a row."""

    sheet: Sheet
    count: int = 0
    said: list[str] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)
    maybe: set[str] = field(default_factory=set)


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


def columns_of(sheet: Sheet, exercises: Sequence[str], plain: Callable[[str], str]) -> dict[str, int]:
    """Return the column of each exercise.

    Raises:
        UsageError: none is found, or an exercise has two.
    """
    if sheet.column:
        return {_one(sheet, exercises): _named(sheet, plain)}
    found: dict[str, int] = {}
    for place, name in enumerate(sheet.header):
        one = None if "(read only)" in name.lower() else told(plain(name), exercises)
        if one is None:
            continue
        if one.exercise in found:
            both = f"{sheet.header[found[one.exercise]]!r} and {name!r}"
            raise UsageError(f"{sheet.path}: {both} may both be {one.exercise}; leave one of them out")
        found[one.exercise] = place
    if not found:
        raise UsageError(
            f"{sheet.path}: no column is called as an exercise is ({', '.join(exercises)}); "
            "name one with --exercise ID --column NAME"
        )
    return found


def _one(sheet: Sheet, exercises: Sequence[str]) -> str:
    """Return the one exercise that a column is of."""
    if len(exercises) != 1:
        raise UsageError(f"{sheet.path}: a column is of one exercise; say which with --exercise ID")
    return exercises[0]


def _named(sheet: Sheet, plain: Callable[[str], str]) -> int:
    """Return the place of the column that was named, with the platform's number behind it or without."""
    wanted = fold(sheet.column)
    names = [(fold(name), fold(plain(name))) for name in sheet.header]
    found = [place for place, both in enumerate(names) if wanted in both]
    if len(found) != 1:
        many = f"{len(found)} columns are" if found else "no column is"
        raise UsageError(f"{sheet.path}: {many} called {sheet.column!r}; copy the name from its first line")
    texts = {text_of(row, found[0]) for row in sheet.rows[1:] if text_of(row, 1)} - {"", "-", "EX", "N/A"}
    if any(re.fullmatch(r"[-+]?\d*[.,]?\d+[.,]?", text) is None for text in texts):
        raise UsageError(f"{sheet.path}: the column {sheet.column!r} holds no marks; name the one that does")
    return found[0]


def text_of(row: Sequence[Cell], place: int) -> str:
    """Return a cell's text, empty where the row is too short."""
    return row[place].text.strip() if 0 <= place < len(row) else ""


def cell_of(row: Sequence[Cell], place: int) -> Cell | None:
    """Return a cell, None where the row is too short to have it."""
    return row[place] if place < len(row) else None


def points_of(text: str) -> float | None:
    """Return a number as sheets write it, None for none."""
    try:
        return float(text.strip().replace(",", ".")) or None
    except ValueError:
        return None


def put(
    made: Filled,
    people: Class,
    texts: Sequence[str],
    exercise: str,
    cell: Cell | None,
    who: str,
    most: float | None,
    excused: str = "",
) -> None:
    """Put one mark into its cell, in the points that the sheet gives; what has no mark stays as it is.

    ``texts`` are what the row calls the person, ``who`` is what the sentences do.
    """
    student = people.find(texts)
    if not student:
        maybe = people.meant(texts)
        made.maybe |= maybe
        said = f"may be {' or '.join(sorted(maybe))}" if maybe else "is nobody"
        line = f"{who}: {said} in the gradebook, and left as it is"
        made.said += [line] if line not in made.said else []
        return
    one = people.marks[student].get(exercise)
    made.taken.add((student, exercise))
    if one is None or cell is None:
        return
    if one.state == EXEMPT and excused:
        made.sheet.put(cell, excused)
        made.count += 1
    elif one.score is not None:
        scale = most / one.max_score if most and one.max_score else 1.0
        if scale != 1.0:
            line = f"{exercise}: {one.max_score:g} points become {most:g}, as the sheet says"
            made.said += [line] if line not in made.said else []
        made.sheet.put(cell, made.sheet.number(one.score * scale))
        made.count += 1


def finished(made: Filled, people: Class, columns: Mapping[str, int]) -> Filled:
    """Say whose marks found no row."""
    for student, marks in people.marks.items():
        for exercise in columns:
            one = marks.get(exercise)
            if one and one.score is not None and (student, exercise) not in made.taken:
                row = "row that is surely theirs" if student in made.maybe else "row in the sheet"
                made.said.append(f"{one.person.name}: has a mark in {exercise} and no {row}")
    return made
