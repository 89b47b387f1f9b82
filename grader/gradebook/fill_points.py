"""Fill tables whose columns' names say how many points there are: those of Blackboard and Brightspace."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from grader.gradebook.filling import (
    Filled,
    begun,
    cell_of,
    columns_of,
    finished,
    named,
    points_of,
    put,
    refusal,
)
from grader.gradebook.sheet import Sheet
from grader.gradebook.whom import Class
from grader.intake.naming import fold

_BEHIND = re.compile(r"\s*(?:\[.*|points grade.*)", re.IGNORECASE)
"""What stands behind an assignment's own name."""


def blackboard(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill the table that Blackboard's Grade Center hands out to be worked on: matched by user name.

    Raises:
        UsageError: it is not that sheet, or a column lacks the number by which Blackboard knows it.
    """
    header = [fold(name) for name in sheet.header]
    if not {"username", "last name"} <= set(header):
        raise refusal("blackboard", sheet)
    columns = columns_of(sheet, exercises, bare)
    for place in columns.values():
        if not re.search(r"\|\d+$", sheet.header[place]):
            raise refusal("blackboard.no_number", sheet, column=sheet.header[place])
    return by_rows(sheet, people, header, columns, r"total pts: (?:up to )?([\d.,]+)")


def brightspace(sheet: Sheet, people: Class, exercises: Sequence[str]) -> Filled:
    """Fill the table of grades that Brightspace exports: matched by number, then user name.

    Raises:
        UsageError: it is not that sheet, or a column is not one of points, beside which a new one is made.
    """
    header = [fold(name) for name in sheet.header]
    if "end-of-line indicator" not in header or not {"orgdefinedid", "username"} & set(header):
        raise refusal("brightspace", sheet)
    columns = columns_of(sheet, exercises, bare)
    for place in columns.values():
        if "points grade" not in header[place]:
            raise refusal("brightspace.no_points", sheet, column=sheet.header[place])
    return by_rows(sheet, people, header, columns, r"maxpoints: ?([\d.,]+)")


def bare(name: str) -> str:
    """Return an assignment's own name."""
    return _BEHIND.sub("", name)


def by_rows(
    sheet: Sheet, people: Class, header: Sequence[str], columns: Mapping[str, int], most: str
) -> Filled:
    """Fill a row a person, of a table whose columns' names say how many points there are, as ``most`` reads.

    Brightspace puts a # before what spreadsheets would take for numbers.
    """
    made = begun(sheet, columns, bare)
    for row in sheet.rows[1:]:
        ids = [named(row, header, column) for column in ("orgdefinedid", "username", "student id", "email")]
        texts = [text.removeprefix("#") for text in ids]
        name = f"{named(row, header, 'first name')} {named(row, header, 'last name')}".strip()
        who = next(filter(None, texts), name)
        for exercise, place in columns.items():
            found = re.search(most, header[place])
            points = points_of(found[1]) if found else None
            put(made, people, texts, exercise, cell_of(row, place), who, points, name=name)
    return finished(made, people, columns)
