"""What the platforms' importers do with a sheet, by the rules in their sources; made for tests."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping


def canvas(before: str, after: str) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Return the grades by Canvas's ID and column, and the assignments that the import would make anew."""
    delimiter = ";" if after.partition("\n")[0].count(";") > after.partition("\n")[0].count(",") else ","
    rows = list(csv.reader(io.StringIO(after.lstrip("\ufeff")), delimiter=delimiter))
    assert "Student" in rows[0][0]
    assert rows[0][1] == "ID"
    start = rows[0].index("Section") + 1
    known = {name for name in next(csv.reader(io.StringIO(before.lstrip("\ufeff")), delimiter=delimiter))}
    new = [name for name in rows[0][start:] if name not in known and not re.search(r"\(\d+\)$", name)]
    grades: dict[str, dict[str, str]] = {}
    for row in rows[1:]:
        if row[0].strip() in ("Points Possible", "Student, Test") or not row[1]:
            continue
        cells = zip(rows[0][start:], row[start:], strict=True)
        grades[row[1]] = {
            name: value.replace(",", ".") for name, value in cells if value and "(read only)" not in name
        }
    return grades, new


def moodle(after: str) -> Mapping[str, float]:
    """Return the grades by identifier that the worksheet's import would take, as Moodle 4 does."""
    rows = list(csv.DictReader(io.StringIO(after.lstrip("\ufeff"))))
    taken = {}
    for row in rows:
        found = re.fullmatch(r"\D+(\d+)", row["Identifier"])
        assert found
        text = row["Grade"].replace(",", ".")
        if text in ("", "-") or row["Grade can be changed"] == "No":
            continue
        if float(text) <= float(row["Maximum Grade"].replace(",", ".")):
            taken[found[1]] = float(text)
    return taken


def blackboard(after: str) -> dict[str, dict[str, str]]:
    """Return the grades by user name and the column's number: Blackboard goes by these two alone."""
    rows = list(csv.DictReader(io.StringIO(after), delimiter="\t"))
    numbers = {name: found[1] for name in rows[0] if (found := re.search(r"\|(\d+)$", name))}
    return {row["Username"]: {number: row[name] for name, number in numbers.items()} for row in rows}


def brightspace(after: str) -> dict[str, dict[str, str]]:
    """Return the grades by number and item; a line that does not end as it was exported is refused."""
    rows = list(csv.DictReader(io.StringIO(after)))
    items = {name: found[1] for name in rows[0] if (found := re.fullmatch(r"(.+) Points Grade <.*>", name))}
    assert all(row["End-of-Line Indicator"] == "#" for row in rows)
    return {
        row["OrgDefinedId"].removeprefix("#"): {item: row[name] for name, item in items.items()}
        for row in rows
    }
