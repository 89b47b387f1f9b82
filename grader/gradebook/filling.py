"""What filling any sheet needs: everybody's marks by whatever sheets call people, and cells to put."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from grader.errors import UsageError
from grader.gradebook.final import EXEMPT, FinalMark
from grader.gradebook.sheet import Cell, Sheet
from grader.gradebook.whom import Class
from grader.intake.naming import fold, told
from grader.words.catalogue import sentence

_OF_ANOTHER = re.compile(
    r"\(read only\)| - (?:max points|submission time|lateness \(h:m:s\))$|"
    r" (?:unposted )?(?:current|final) (?:points|score|grade)$",
    re.IGNORECASE,
)
"""What stands in the names of columns that Canvas and Gradescope work out, or put beside one of marks."""

SPARED = ("EX", "N/A")
"""What Canvas writes for those who are excused from an assignment, or have none."""


@dataclass(frozen=True)
class Claim:
    """A row that means somebody: how plainly, 0 for the sheet's own number; ``text`` is the mark to write."""

    place: int
    who: str
    cell: Cell | None = None
    text: str = ""


@dataclass
class Filled:
    """A filled sheet, what is to be said about it, who is done, and who may be meant by a row."""

    sheet: Sheet
    count: int = 0
    replaced: int = 0
    said: list[str] = field(default_factory=list)
    taken: set[tuple[str, str]] = field(default_factory=set)
    maybe: set[str] = field(default_factory=set)
    claims: dict[tuple[str, str], list[Claim]] = field(default_factory=lambda: defaultdict(list))

    def say(self, id: str, **words: object) -> None:
        """Say something of the sheet, once."""
        line = sentence(f"fill.{id}", **words)
        self.said += [line] if line not in self.said else []

    def settle(self) -> None:
        """Write everybody's marks into the rows that mean them; of several the plainest, of equals none."""
        for (student, exercise), claims in self.claims.items():
            plainest = min(one.place for one in claims)
            best = [one for one in claims if one.place == plainest]
            for one in claims if len(best) > 1 else [one for one in claims if one not in best]:
                self.say("maybe", who=one.who, people=student)
            if len(best) > 1:
                self.taken.discard((student, exercise))
                self.maybe.add(student)
            elif best[0].cell is not None:
                self.write(best[0].cell, best[0].text)

    def write(self, cell: Cell, text: str) -> None:
        """Put a mark into a cell; note where another one stood there."""
        before = points_of(cell.text, zero=True)
        self.replaced += before is not None and before != points_of(text, zero=True)
        self.sheet.put(cell, text)
        self.count += 1


def columns_of(sheet: Sheet, exercises: Sequence[str], plain: Callable[[str], str]) -> dict[str, int]:
    """Return the column of each exercise.

    Raises:
        UsageError: none is found, or an exercise has two.
    """
    if sheet.column:
        return {_one(sheet, exercises): column_named(sheet, plain)}
    found: dict[str, int] = {}
    for place, name in enumerate(sheet.header):
        one = None if _OF_ANOTHER.search(name) else told(plain(name), exercises)
        if one is None:
            continue
        if one.exercise in found:
            both = {"one": sheet.header[found[one.exercise]], "other": name, "exercise": one.exercise}
            raise refusal("two_columns", sheet, **both)
        found[one.exercise] = place
    if not found:
        raise refusal("no_column", sheet, exercises=", ".join(exercises))
    return found


def _one(sheet: Sheet, exercises: Sequence[str]) -> str:
    """Return the one exercise that a column is of."""
    if len(exercises) != 1:
        raise refusal("one_exercise", sheet)
    return exercises[0]


def column_named(sheet: Sheet, plain: Callable[[str], str]) -> int:
    """Return the place of the column that was named, with the platform's number behind it or without."""
    wanted = fold(sheet.column)
    names = [(fold(name), fold(plain(name))) for name in sheet.header]
    found = [place for place, both in enumerate(names) if wanted in both]
    if len(found) != 1:
        id = "called_twice" if found else "not_called"
        raise refusal(id, sheet, count=len(found), name=sheet.column)
    texts = {text_of(row, found[0]) for row in sheet.rows[1:] if text_of(row, 1)} - {"", "-", "EX", "N/A"}
    if any(re.fullmatch(r"[-+]?\d*[.,]?\d+[.,]?", text) is None for text in texts):
        raise refusal("no_marks", sheet, name=sheet.column)
    return found[0]


def text_of(row: Sequence[Cell], place: int) -> str:
    """Return a cell's text, empty where the row is too short."""
    return row[place].text.strip() if 0 <= place < len(row) else ""


def named(row: Sequence[Cell], header: Sequence[str], column: str) -> str:
    """Return a row's text in the column of that name, empty where there is none."""
    return text_of(row, header.index(column)) if column in header else ""


def cell_of(row: Sequence[Cell], place: int) -> Cell | None:
    """Return a cell, None where the row is too short to have it."""
    return row[place] if place < len(row) else None


def points_of(text: str, zero: bool = False) -> float | None:
    """Return a number as sheets write it, None for none, and for 0 unless that counts."""
    try:
        points = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return points if points or zero else None


def refusal(id: str, sheet: Sheet, **words: object) -> UsageError:
    """Return the error that says what is wrong with a sheet."""
    return UsageError(sentence(f"refused.sheet.{id}", path=sheet.path, **words))


def begun(sheet: Sheet, columns: Mapping[str, int], plain: Callable[[str], str] = str) -> Filled:
    """Begin to fill a sheet; say into which columns, where nobody named one that is called otherwise."""
    made = Filled(sheet)
    for exercise, place in columns.items():
        if not sheet.column and fold(plain(sheet.header[place])) != fold(exercise):
            made.say("column", exercise=exercise, column=sheet.header[place])
    return made


def put(
    made: Filled,
    people: Class,
    texts: Sequence[str],
    exercise: str,
    cell: Cell | None,
    who: str,
    most: float | None,
    excused: str = "",
    name: str = "",
) -> None:
    """Put one mark into its cell, in the points that the sheet gives; what has no mark stays as it is.

    ``texts`` are what the row calls the person, ``who`` is what the sentences do, ``name`` the whole name.
    ``excused`` is what the platform writes for those who need no mark.
    """
    student = people.find(texts)
    if not student or people.is_another(student, texts, name):
        maybe = {student} if student else people.meant(texts)
        made.maybe |= maybe
        made.say("maybe" if maybe else "nobody", who=who, people=sentence("fill.or").join(sorted(maybe)))
        return
    one = people.marks[student].get(exercise)
    made.taken.add((student, exercise))
    claimed = Claim(people.place_of(student, texts), who)
    if one is None or (one.score is None and not (one.state == EXEMPT and excused)):
        return
    if cell is None:
        made.say("no_cell", who=who, exercise=exercise)
    elif one.state == EXEMPT and excused:
        claimed = replace(claimed, cell=cell, text=excused)
    elif excused and cell.text.strip().upper() in SPARED:
        made.say("spared", who=who, mark=cell.text.strip(), exercise=exercise)
    else:
        claimed = replace(claimed, cell=cell, text=made.sheet.number(scaled(made, one, most)))
    made.claims[student, exercise].append(claimed)


def scaled(made: Filled, one: FinalMark, most: float | None) -> float:
    """Return the points of a mark, in those of the sheet; say so where they are others, or not known."""
    assert one.score is not None
    if most is None:
        made.say("no_most", exercise=one.exercise)
    if most is None or not one.max_score or most == one.max_score:
        return one.score
    made.say("scaled", exercise=one.exercise, points=f"{one.max_score:g}", most=f"{most:g}")
    return one.score * most / one.max_score


def finished(made: Filled, people: Class, columns: Mapping[str, int]) -> Filled:
    """Write the marks; say whose found no row, and how many were replaced."""
    made.settle()
    for student, marks in people.marks.items():
        for exercise in columns:
            one = marks.get(exercise)
            if one and one.score is not None and (student, exercise) not in made.taken:
                id = "no_sure_row" if student in made.maybe else "no_row"
                made.say(id, who=one.person.name, exercise=exercise)
    if made.replaced:
        made.say("replaced", count=made.replaced)
    return made
