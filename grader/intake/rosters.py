"""Read a roster from a file: our own columns, or as a platform hands it out."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from grader.errors import UsageError
from grader.intake import encodings
from grader.intake.columns import OURS, translated
from grader.intake.naming import fold
from grader.intake.roster import Person, Roster

PLATFORMS = (
    *("canvas", "moodle", "gradescope", "nbgrader", "github", "blackboard", "brightspace", "ilias", "okpy"),
    *("google", "sakai"),
)
"""The columns of our own roster that say what a platform calls a person."""

BYTES_AT_MOST = 16 << 20

Row = Mapping[str, str]
"""One line, by the folded names of its columns."""


def read(path: Path) -> Roster:
    """Return the roster in a file.

    Raises:
        UsageError: it cannot be read, is of no known form, or names a person twice.
    """
    columns, rows = table(path)
    if is_blind(columns):
        raise UsageError(f"{path}: is the sheet of a blind marking and names nobody; take one with names")
    form = (
        next((made for needed, made in FORMS if needed <= set(columns)), None)
        or _moodle_sheet(columns, rows)
        or _ours(columns)
    )
    if form is None:
        known = "id, name, email, section, and one column for each platform (" + ", ".join(PLATFORMS) + ")"
        raise UsageError(f"{path}: has no column that I know; a roster has the columns {known}")
    people: dict[str, Person] = {}
    for number, row in rows:
        person = form(row)
        if person is None:
            continue
        if not person.id:
            raise UsageError(f"{path}: line {number} names nobody; fill in its id, or remove the line")
        if fold(person.id) in people:
            raise UsageError(f"{path}: line {number} names {person.id} a second time; keep one line for each")
        people[fold(person.id)] = person
    if not people:
        raise UsageError(f"{path}: names nobody; download it again")
    return Roster(path, tuple(people.values()))


def table(path: Path) -> tuple[list[str], list[tuple[int, Row]]]:
    """Return the folded names of a file's columns, and its lines with their numbers.

    Raises:
        UsageError: it cannot be read.
    """
    text = decoded(path)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        raise UsageError(f"{path}: is not a table ({fault}); download it again") from None
    columns = [fold(name).replace("e-mail", "email") for name in lines[0]] if lines else []
    rows: list[tuple[int, Row]] = [
        (number, dict(zip(columns, (cell.strip() for cell in line), strict=False)))
        for number, line in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in line)
    ]
    return columns, rows


def decoded(path: Path) -> str:
    """Return a table's text: in UTF-8, or as spreadsheets on Windows write it, in the West and in China.

    Raises:
        UsageError: there is no such file, or it is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(BYTES_AT_MOST + 1)
    except OSError as fault:
        raise UsageError(f"{path}: cannot be read ({fault.strerror}); name another file") from None
    if len(data) > BYTES_AT_MOST:
        raise UsageError(f"{path}: is larger than {BYTES_AT_MOST >> 20} MiB; name a table of the class")
    local = "gbk" if encodings.is_chinese(data) else "cp1252"
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", local):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _own(row: Row) -> Person:
    """Read a line of our own roster."""
    ids = {name: row[name] for name in PLATFORMS if row.get(name)}
    id = row.get("id") or row.get("student") or ""
    name = row.get("name") or _joined(row, "first name", "last name")
    return Person(id or row.get("email", ""), name or id, row.get("email", ""), row.get("section", ""), ids)


def _canvas(row: Row) -> Person | None:
    """Read a line of the gradebook that Canvas exports; its points and its test student are nobody."""
    number = row.get("id", "")
    if not number or row["student"].strip().lower() in ("points possible", "student, test"):
        return None
    last, _, first = (part.strip() for part in row["student"].partition(","))
    login = row.get("sis login id", "")
    id = row.get("sis user id") or login or number
    email = login if "@" in login else ""
    return Person(
        id,
        f"{first} {last}".strip(),
        email,
        row.get("section", ""),
        {"canvas": number, **({"login": login} if login else {})},
    )


def _participants(row: Row) -> Person | None:
    """Read a line of Moodle's list of participants."""
    email = row.get("email address", "")
    name = _joined(row, "first name", "last name") or _joined(row, "first name", "surname")
    return Person(row.get("id number") or email or name, name, email, row.get("groups", ""))


def _gradescope(row: Row) -> Person | None:
    """Read a line of Gradescope's roster; staff is nobody's student."""
    if fold(row.get("role", "student")) not in ("student", ""):
        return None
    name = row.get("name") or _joined(row, "first name", "last name")
    email, sid = row.get("email", ""), row.get("sid", "")
    section = row.get("sections") or row.get("section", "")
    return Person(sid or email, name, email, section, {"gradescope": sid or email})


def _nbgrader(row: Row) -> Person | None:
    """Read a line of nbgrader's list of students."""
    made = _own(row)
    return replace(made, ids={"nbgrader": row["id"], **made.ids})


def _classroom50(row: Row) -> Person | None:
    """Read a line of Classroom 50's ``students.csv``."""
    login = row["username"]
    name = _joined(row, "first name", "last name")
    return Person(login, name or login, row.get("email", ""), row.get("section", ""), {"github": login})


def _github(row: Row) -> Person | None:
    """Read a line of GitHub Classroom's roster; who has no account yet is in the class all the same."""
    login = row.get("github username", "")
    name = row.get("name") or row["identifier"]
    return Person(row["identifier"] or login, name, "", "", {"github": login} if login else {})


def _joined(row: Row, *columns: str) -> str:
    """Return a name from the columns of its parts."""
    return " ".join(filter(None, (row.get(column, "") for column in columns)))


Form = Callable[[Row], "Person | None"]

FORMS: Sequence[tuple[frozenset[str], Form]] = (
    (frozenset({"student", "id", "section"}), _canvas),
    (frozenset({"identifier", "github username"}), _github),
    (frozenset({"username", "github id"}), _classroom50),
    (frozenset({"id", "lms user id"}), _nbgrader),
    (frozenset({"id", "first name", "last name", "email"}), _nbgrader),
    (frozenset({"email", "sid"}), _gradescope),
    (frozenset({"first name", "last name", "email address"}), _participants),
    (frozenset({"first name", "surname", "email address"}), _participants),
)
"""Platforms' forms by the columns that they must have, the most particular first."""


def _ours(columns: Sequence[str]) -> Form | None:
    """Return what reads our own columns, whatever language they are called in."""
    names = translated(columns)
    if "id" not in names and not ("email" in names and {"name", "last name"} & {*names}):
        return None
    return lambda row: _own({ours: row.get(column, "") for ours, column in zip(names, columns, strict=True)})


def is_blind(columns: Sequence[str]) -> bool:
    """Tell whether the columns are those of Moodle's grading worksheet where names are hidden."""
    return len(columns) > 2 and fold(columns[1]) in _STATUS


_STATUS = frozenset(
    [
        *(
            "status",
            "statut",
            "estado",
            "stato",
            "situação",
            "état",
            "tila",
            "статус",
            "состояние",
            "ステータス",
        ),
        "状态",
    ]
)
"""What stands behind the participant's number where no name does, in Moodle's languages."""


SHEET_COLUMNS = 6
"""Moodle's worksheet never has fewer: number, name, status, grade, two times of changes."""


def _moodle_sheet(columns: Sequence[str], rows: Sequence[tuple[int, Row]]) -> Form | None:
    """Return what reads Moodle's grading worksheet; its columns are called in the user's language.

    The first column's cells are one word and the participant's number, the second's are the names; one
    column's cells are addresses. A roster of ours may have such ids, but not so many columns of other names.
    """
    firsts = [re.fullmatch(r"(\D{2,}?) ?\d+", row.get(columns[0], "")) for _, row in rows]
    words = {found and found[1] for found in firsts}
    if len(columns) < SHEET_COLUMNS or len(words) != 1 or None in words or {*OURS} & {*columns[1:]}:
        return None
    address = next((name for name in columns[2:5] if any("@" in row.get(name, "") for _, row in rows)), "")
    number = columns[2] if address != columns[2] and columns.index(address or columns[2]) == 3 else ""

    def form(row: Row) -> Person | None:
        user = re.sub(r"\D", "", row[columns[0]])
        name, email = row.get(columns[1], ""), row.get(address, "")
        return Person(row.get(number, "") or email or name, name, email, "", {"moodle": user})

    return form
