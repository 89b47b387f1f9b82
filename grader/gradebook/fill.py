"""Fill a platform's own sheet with marks, by the rules of that platform's importer.

Only cells of marks change. What would make the importer add a column, refuse the file or mark somebody else
is refused here, and everybody who is left over is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from grader.errors import UsageError
from grader.gradebook.filling import Class, Filled, cell_of, columns_of, finished, points_of, put, text_of
from grader.gradebook.sheet import Sheet
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


def canvas(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill the gradebook that Canvas exports: matched by ID, SIS ID, login, then name.

    Raises:
        UsageError: it is not that sheet, or a column lacks the number without which Canvas adds a new one.
    """
    header = [fold(name) for name in sheet.header]
    if "student" not in header[0] or header[1] != "id":
        raise UsageError(f"{sheet.path}: is no gradebook of Canvas; export it and name that file")
    columns = columns_of(sheet, exercises, lambda name: re.sub(r"\s*\(\d+\)\s*$", "", name))
    for place in columns.values():
        if not re.search(r"\(\d+\)\s*$", sheet.header[place]):
            raise UsageError(
                f"{sheet.path}: the column {sheet.header[place]!r} has no number, so that Canvas would make "
                "a new assignment; export the gradebook again"
            )
    made = Filled(sheet)
    possible = next((row for row in sheet.rows[1:3] if row[0].text.strip() == "Points Possible"), None)
    ids = [header.index(name) for name in ("id", "sis user id", "sis login id") if name in header]
    for row in sheet.rows[1:]:
        if row is possible or fold(row[0].text) == "student, test" or not row[1].text.strip():
            continue
        texts = [*(text_of(row, place) for place in ids), row[0].text]
        for exercise, place in columns.items():
            most = points_of(possible[place].text) if possible and place < len(possible) else None
            put(made, people, texts, exercise, cell_of(row, place), row[0].text, most, excused="EX")
    return finished(made, people, columns)


def moodle(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill the grading worksheet of one Moodle assignment; its columns are called in the user's language.

    Raises:
        UsageError: it is not that sheet, or it is not clear which exercise it is of.
    """
    first = [row[0].text for row in sheet.rows[1:]]
    if not all(re.fullmatch(r"\D+\d+", text.strip()) for text in first):
        raise UsageError(f"{sheet.path}: is no grading worksheet; download it from the assignment")
    if len(exercises) != 1:
        raise UsageError(f"{sheet.path}: is of one assignment; say which with --exercise ID")
    places = [place for place, name in enumerate(sheet.header) if fold(name) in _MOODLE_GRADE]
    if len(places) != 1:
        raise UsageError(f"{sheet.path}: has no column of grades that I know; download it in English")
    (place,) = places
    blind = is_blind(sheet.header)
    made = Filled(sheet)
    for row in sheet.rows[1:]:
        # Behind the grade come the largest grade and, two columns on at most, whether it can be changed.
        most = points_of(text_of(row, place + 1))
        texts = [cell.text for cell in row[2:5] if "@" in cell.text]
        texts += [cell.text for cell in row[2:4] if cell.text and "@" not in cell.text]
        who, texts = row[1].text, [*texts, row[1].text]
        if blind:
            who, texts = row[0].text, [people.hidden(row[0].text)]
        if any(fold(cell.text) in _LOCKED for cell in row[place + 2 : place + 4]):
            made.said.append(f"{who}: is locked in Moodle and left as it is")
            made.taken.add((people.find(texts), exercises[0]))
            continue
        put(made, people, texts, exercises[0], cell_of(row, place), who, most)
    return finished(made, people, dict.fromkeys(exercises, place))


def gradescope(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill Gradescope's table of scores: matched by SID, then address.

    Raises:
        UsageError: it is not that sheet, or it is not clear which exercise it is of.
    """
    header = [fold(name) for name in sheet.header]
    if "sid" not in header or "email" not in header:
        raise UsageError(f"{sheet.path}: is no table of Gradescope's; download the grades as CSV")
    if "total score" in header and len(exercises) != 1:
        raise UsageError(f"{sheet.path}: is of one assignment; say which with --exercise ID")
    columns = (
        {exercises[0]: header.index("total score")}
        if "total score" in header
        else columns_of(sheet, exercises, lambda name: name)
    )
    most = header.index("max points") if "max points" in header else -1
    made = Filled(sheet)
    for row in sheet.rows[1:]:
        who = text_of(row, header.index("email"))
        texts = [text_of(row, header.index("sid")), who]
        for exercise, place in columns.items():
            limit = points_of(text_of(row, most)) if most >= 0 else None
            put(made, people, texts, exercise, cell_of(row, place), who, limit)
    return finished(made, people, columns)


def nbgrader(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill nbgrader's export: a row a person and assignment.

    Raises:
        UsageError: it is not that sheet.
    """
    header = [fold(name) for name in sheet.header]
    if not {"assignment", "student id", "score"} <= set(header):
        raise UsageError(f"{sheet.path}: is no export of nbgrader's; make it with `nbgrader export`")
    place = {name: header.index(name) for name in ("assignment", "student id", "score")}
    most = header.index("max score") if "max score" in header else -1
    made = Filled(sheet)
    seen: dict[str, int] = {}
    for row in sheet.rows[1:]:
        found = told(text_of(row, place["assignment"]), exercises)
        if found is None:
            continue
        seen[found.exercise] = place["score"]
        who = text_of(row, place["student id"])
        limit = points_of(text_of(row, most)) if most >= 0 else None
        put(made, people, [who], found.exercise, cell_of(row, place["score"]), who, limit)
    return finished(made, people, seen)


Filler = Callable[[Sheet, Class, Sequence[str]], Filled]

FILLERS: Mapping[str, Filler] = MappingProxyType(
    {"canvas": canvas, "moodle": moodle, "gradescope": gradescope, "nbgrader": nbgrader}
)


def written_to(path: Path) -> Path:
    """Return where a filled sheet goes when nobody says where: beside it, its name telling so."""
    return path.with_name(f"{path.stem}-filled{path.suffix}")
