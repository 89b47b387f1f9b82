"""A platform's own sheet, changed cell by cell: everything else stays as it is, to the last byte."""

from __future__ import annotations

import codecs
import contextlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from grader.errors import UsageError
from grader.intake import encodings
from grader.words.catalogue import sentence

BYTES_AT_MOST = 64 << 20

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Cell:
    """One cell: where its text stands in the file, and what it says."""

    start: int
    end: int
    text: str


@dataclass
class Sheet:
    """A table as it was downloaded, and the cells that are to change; ``column`` was named for marks."""

    path: Path
    text: str
    encoding: str
    delimiter: str
    rows: list[list[Cell]]
    changes: dict[Cell, str] = field(default_factory=dict)
    column: str = ""

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return [cell.text.strip() for cell in self.rows[0]]

    @property
    def decimal(self) -> str:
        """The mark that this sheet puts into numbers: a comma only where it is seen to do so."""
        commas = sum(re.fullmatch(r"-?\d+,\d+", cell.text) is not None for row in self.rows for cell in row)
        points = sum(re.fullmatch(r"-?\d+\.\d+", cell.text) is not None for row in self.rows for cell in row)
        return "," if commas > points or (self.delimiter == ";" and not points) else "."

    def put(self, cell: Cell, text: str) -> None:
        """Have a cell say something else."""
        if cell.text != text:
            self.changes[cell] = text

    def number(self, points: float) -> str:
        """Return points as this sheet writes them: two digits at most."""
        return f"{points:.2f}".rstrip("0").rstrip(".").replace(".", self.decimal)

    def content(self) -> bytes:
        """Return the file with its changes."""
        text = self.text
        for cell, new in sorted(self.changes.items(), key=lambda one: -one[0].start):
            raw = self.text[cell.start : cell.end]
            quoted = raw.startswith('"') or self.delimiter in new or '"' in new
            text = text[: cell.start] + (_quoted(new) if quoted else new) + text[cell.end :]
        return text.encode(self.encoding)


def _quoted(text: str) -> str:
    """Return a cell's text in quotes."""
    return '"' + text.replace('"', '""') + '"'


def read(path: Path) -> Sheet:
    """Read a sheet.

    Raises:
        UsageError: it cannot be read, or is no table.
    """
    try:
        with path.open("rb") as file:
            data = file.read(BYTES_AT_MOST + 1)
    except OSError as fault:
        raise UsageError(sentence("refused.sheet.unread", path=path, reason=fault.strerror)) from None
    if len(data) > BYTES_AT_MOST:
        raise UsageError(sentence("refused.sheet.large", path=path, size=BYTES_AT_MOST >> 20))
    text, encoding = decoded(data)
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = list(_rows(text, delimiter))
    if len(rows) < 2 or len(rows[0]) < 2:
        raise UsageError(sentence("refused.sheet.no_table", path=path))
    return Sheet(path, text, encoding, delimiter, rows)


def decoded(data: bytes) -> tuple[str, str]:
    """Return a sheet's text, and the encoding in which each of its bytes is written again.

    Unicode, or what Windows writes in China or in the West; Latin-1 has a letter for every byte.
    """
    marked = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    for encoding in (marked, "gbk" if encodings.is_chinese(data) else "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode(encoding), encoding
    return data.decode("latin-1"), "latin-1"


def _rows(text: str, delimiter: str) -> list[list[Cell]]:
    """Return the cells of every line that is not empty, with their places."""
    rows: list[list[Cell]] = []
    row: list[Cell] = []
    pattern = re.compile(
        rf'("(?:[^"]|"")*"|[^{re.escape(delimiter)}\r\n]*)({re.escape(delimiter)}|\r?\n|\r|$)'
    )
    place = 0
    while place < len(text):
        found = pattern.match(text, place)
        if found is None:  # a quote that is not closed
            break
        raw = found[1]
        said = raw[1:-1].replace('""', '"') if raw.startswith('"') else raw
        row.append(Cell(place, place + len(raw), said))
        place = found.end()
        if found[2] != delimiter:
            if len(row) > 1 or row[0].text:
                rows.append(row)
            row = []
    if row:
        rows.append(row)
    return rows
