"""Fill a platform's own sheet with marks, by the rules of that platform's importer.

Only cells of marks change. What would make the importer add a column, refuse the file or mark somebody else
is refused here, and everybody who is left over is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from grader.gradebook.fill_points import blackboard, brightspace
from grader.gradebook.filling import (
    Filled,
    begun,
    cell_of,
    column_named,
    columns_of,
    finished,
    named,
    points_of,
    put,
    refusal,
    text_of,
)
from grader.gradebook.sheet import Sheet
from grader.gradebook.whom import Class
from grader.intake.naming import fold, told
from grader.intake.rosters import is_blind

_MOODLE_GRADE = frozenset(
    [
        *("grade", "bewertung", "note", "calificación", "valutazione", "nota", "beoordeling", "karakter"),
        *("betyg", "ocena", "оценка", "評点", "成绩"),
    ]
)
_LOCKED = frozenset({"no", "nein", "non", "nej", "nie", "não", "нет"})
"""Moodle's words for the column of grades, and for a grade that cannot be changed, in its languages."""

_LARGEST = re.compile("max|máx|massim|mass\\.|maks|best|höchst|hoogst|макс|最高|最大")
"""What stands in the name of the column of largest grades."""


def canvas(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill the gradebook that Canvas exports: matched by ID, SIS ID, login, then name.

    Raises:
        UsageError: it is not that sheet, or a column lacks the number without which Canvas adds a new one.
    """
    header = [fold(name) for name in sheet.header]
    if "student" not in header[0] or header[1] != "id":
        raise refusal("canvas", sheet)
    columns = columns_of(sheet, exercises, without_number)
    for place in columns.values():
        if not re.search(r"\(\d+\)\s*$", sheet.header[place]):
            raise refusal("no_number", sheet, column=sheet.header[place])
    made = begun(sheet, columns, without_number)
    # Whoever sorts the rows moves this one, too.
    possible = next((row for row in sheet.rows[1:] if fold(row[0].text) == "points possible"), None)
    ids = [header.index(name) for name in ("id", "sis user id", "sis login id") if name in header]
    for row in sheet.rows[1:]:
        if row is possible or fold(row[0].text) == "student, test" or not text_of(row, 1):
            continue
        texts = [*(text_of(row, place) for place in ids), row[0].text]
        for exercise, place in columns.items():
            most = points_of(text_of(possible, place)) if possible else None
            put(made, people, texts, exercise, cell_of(row, place), row[0].text, most, "EX", row[0].text)
    return finished(made, people, columns)


def without_number(name: str) -> str:
    """Return the name of a Canvas column without the assignment's number."""
    return re.sub(r"\s*\(\d+\)\s*$", "", name)


def moodle(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill the grading worksheet of one Moodle assignment; its columns are called in the user's language.

    Raises:
        UsageError: it is not that sheet, or it is not clear which exercise it is of.
    """
    first = [row[0].text for row in sheet.rows[1:]]
    if not all(re.fullmatch(r"\D+\d+", text.strip()) for text in first):
        raise refusal("moodle", sheet)
    if len(exercises) != 1:
        raise refusal("one_assignment", sheet)
    places = [place for place, name in enumerate(sheet.header) if fold(name) in _MOODLE_GRADE]
    if len(places) != 1 and not sheet.column:
        raise refusal("no_grades", sheet)
    place = column_named(sheet, str) if sheet.column else places[0]
    largest = largest_of(sheet, place)
    blind = is_blind(sheet.header)
    made = Filled(sheet)
    for row in sheet.rows[1:]:
        most = points_of(text_of(row, largest))
        texts = [cell.text for cell in row[2:5] if "@" in cell.text]
        texts += [cell.text for cell in row[2:4] if cell.text and "@" not in cell.text]
        who, texts = row[1].text, [*texts, row[1].text]
        if blind:
            who, texts = row[0].text, [people.hidden(row[0].text)]
        # Behind the largest grade comes, two columns on at most, whether the grade can be changed.
        if any(fold(cell.text) in _LOCKED for cell in row[max(place, largest) + 1 : max(place, largest) + 3]):
            made.say("locked", who=who)
            made.taken.add((people.find(texts), exercises[0]))
            continue
        put(made, people, texts, exercises[0], cell_of(row, place), who, most)
    return finished(made, people, dict.fromkeys(exercises, place))


def largest_of(sheet: Sheet, place: int) -> int:
    """Return the column of Moodle's largest grade, -1 for none: behind the grade, and the same for all.

    People put columns of their own between.
    """
    called = [at for at, name in enumerate(sheet.header) if at > place and _LARGEST.search(fold(name))]
    for at in (*called, place + 1):
        if len({points_of(text_of(row, at)) for row in sheet.rows[1:]} - {None}) == 1:
            return at
    return -1


def gradescope(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill Gradescope's table of scores: matched by SID, then address.

    Raises:
        UsageError: it is not that sheet, or it is not clear which exercise it is of.
    """
    header = [fold(name) for name in sheet.header]
    if "sid" not in header or "email" not in header:
        raise refusal("gradescope", sheet)
    of_one = "total score" in header and not sheet.column
    if of_one and len(exercises) != 1:
        raise refusal("one_assignment", sheet)
    if of_one:
        columns, made = {exercises[0]: header.index("total score")}, Filled(sheet)
    else:
        columns = columns_of(sheet, exercises, str)
        made = begun(sheet, columns)
    for row in sheet.rows[1:]:
        who = named(row, header, "email")
        texts = [named(row, header, "sid"), who]
        name = f"{named(row, header, 'first name')} {named(row, header, 'last name')}"
        for exercise, place in columns.items():
            # A whole course's table has the largest points of each assignment in a column of its own.
            own = f"{header[place]} - max points"
            limit = points_of(named(row, header, own if own in header else "max points"))
            put(made, people, texts, exercise, cell_of(row, place), who, limit, name=name)
    return finished(made, people, columns)


def nbgrader(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill nbgrader's export: a row a person and assignment.

    Raises:
        UsageError: it is not that sheet.
    """
    header = [fold(name) for name in sheet.header]
    if sheet.column:
        raise refusal("nbgrader.column", sheet)
    if not {"assignment", "student id", "score"} <= set(header):
        raise refusal("nbgrader", sheet)
    score = header.index("score")
    made = Filled(sheet)
    seen: dict[str, str] = {}
    for row in sheet.rows[1:]:
        assignment = named(row, header, "assignment")
        found = told(assignment, exercises)
        if found is None:
            continue
        if (other := seen.setdefault(found.exercise, assignment)) != assignment:
            raise refusal("two_columns", sheet, one=other, other=assignment, exercise=found.exercise)
        who = named(row, header, "student id")
        name = f"{named(row, header, 'first name')} {named(row, header, 'last name')}"
        limit = points_of(named(row, header, "max score"))
        put(made, people, [who], found.exercise, cell_of(row, score), who, limit, name=name)
    return finished(made, people, dict.fromkeys(seen, score))


Filler = Callable[[Sheet, Class, Sequence[str]], Filled]

FILLERS: Mapping[str, Filler] = MappingProxyType(
    {
        "canvas": canvas,
        "moodle": moodle,
        "gradescope": gradescope,
        "nbgrader": nbgrader,
        "blackboard": blackboard,
        "brightspace": brightspace,
    }
)


def written_to(path: Path) -> Path:
    """Return where a filled sheet goes when nobody says where: beside it, its name telling so."""
    return path.with_name(f"{path.stem}-filled{path.suffix}")
