"""Read the cells of a notebook file, whatever program or version wrote it."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grader.errors import UsageError
from grader.intake import naming
from grader.words.catalogue import sentence

BYTES_AT_MOST = 16 << 20
"""A notebook carries its outputs, pictures among them."""

TEXT_AT_MOST = 256 << 10
CELLS_AT_MOST = 1_000

DAMAGED = (ValueError, RecursionError)
"""What reading JSON may raise: what is no JSON, numbers of a million digits, a million brackets."""


_OPENS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:cells|metadata|nbformat|nbformat_minor|worksheets)"\s*:')
"""How a notebook's file begins, whatever it is called."""


def is_notebook(data: bytes, name: str) -> bool:
    """Tell whether a file is a notebook, by its name, or by its bytes: people rename them to ``.py``."""
    return naming.kind(name) == "ipynb" or _OPENS.match(data) is not None


@dataclass(frozen=True)
class Cell:
    """A cell of code: how to name it, its text, and the id under which it was handed out, if it has one."""

    label: str
    text: str
    id: str = ""


@dataclass(frozen=True)
class Document:
    """A notebook's cells of code, and the exercise for which it was handed out, empty if it does not say."""

    cells: tuple[Cell, ...]
    exercise: str = ""


def parse(data: bytes, path: Path) -> Document:
    """Return the cells of code in a notebook's bytes, of format 3 or 4.

    Cells are counted from the top, cells of text included. Outputs are not looked at.

    Raises:
        UsageError: it is no notebook, none in Python, or damaged; the message says what to do.
    """
    content = content_of(data, path)
    metadata = table(content.get("metadata"))
    demand_python(metadata, path)
    cells = tuple(code_cells(content, path))
    if sum(len(cell.text) for cell in cells) > TEXT_AT_MOST:
        raise UsageError(sentence("refused.notebook.long", path=path, size=TEXT_AT_MOST >> 10))
    exercise = table(metadata.get("grader")).get("exercise")
    return Document(cells, exercise if isinstance(exercise, str) else "")


def content_of(data: bytes, path: Path) -> Mapping[str, Any]:
    """Return a notebook file's JSON object.

    Raises:
        UsageError: it is none; the message names the likely reason and the remedy.
    """
    if not data.strip():
        raise UsageError(sentence("refused.notebook.empty", path=path))
    try:
        content = json.loads(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError:
        raise UsageError(sentence("refused.notebook.no_utf8", path=path)) from None
    except DAMAGED as fault:
        raise UsageError(
            sentence("refused.notebook.damaged", path=path, reason=reason(data, fault))
        ) from None
    if not isinstance(content, dict):
        raise UsageError(sentence("refused.notebook.no_table", path=path))
    return content


def reason(data: bytes, fault: Exception) -> str:
    """Return why a file cannot be read as JSON, as far as its bytes tell."""
    if data.lstrip().startswith(b"<"):
        return sentence("notebook.reason.web")
    for number, line in enumerate(data.split(b"\n"), start=1):
        if line.startswith((b"<<<<<<< ", b">>>>>>> ")):
            return sentence("notebook.reason.merge", line=number)
    if isinstance(fault, json.JSONDecodeError):
        cut = fault.pos >= len(fault.doc.rstrip()) or fault.msg.startswith("Unterminated string")
        if cut:
            return sentence("notebook.reason.cut")
        return sentence("notebook.reason.json", line=fault.lineno, column=fault.colno, error=fault.msg)
    return sentence("notebook.reason.deep")


def demand_python(metadata: Mapping[str, Any], path: Path) -> None:
    """Raise UsageError where a notebook says that it is in another language."""
    said = table(metadata.get("kernelspec")).get("language") or table(metadata.get("language_info")).get(
        "name"
    )
    if isinstance(said, str) and said.lower() not in ("", "python", "ipython", "python3"):
        raise UsageError(sentence("refused.notebook.language", path=path, language=said[:40]))


def code_cells(content: Mapping[str, Any], path: Path) -> Iterator[Cell]:
    """Yield the cells of code; a cell of format 3 has its text in another place.

    Raises:
        UsageError: there are no cells, too many, or one that is none.
    """
    cells = listed(content)
    if cells is None:
        raise UsageError(sentence("refused.notebook.no_cells", path=path))
    if len(cells) > CELLS_AT_MOST:
        raise UsageError(sentence("refused.notebook.many", path=path, most=CELLS_AT_MOST))
    for number, cell in enumerate(cells, start=1):
        if not isinstance(cell, dict):
            raise UsageError(sentence("refused.notebook.no_cell", path=path, number=number))
        if cell.get("cell_type") == "code":
            text = text_of(cell.get("source", cell.get("input", "")))
            if text is None:
                raise UsageError(sentence("refused.notebook.no_text", path=path, number=number))
            yield Cell(f"cell {number}", text, id_of(cell))


def listed(content: Mapping[str, Any]) -> list[Any] | None:
    """Return all cells; those of format 3 lie in worksheets. None where there is no list of them."""
    cells, sheets = content.get("cells"), content.get("worksheets")
    if cells is None and isinstance(sheets, list):
        parts = [table(sheet).get("cells") for sheet in sheets]
        return [cell for part in parts if isinstance(part, list) for cell in part]
    return cells if isinstance(cells, list) else None


def text_of(source: object) -> str | None:
    """Return a cell's text, which is a string or a list of its lines; None where it is neither."""
    lines = [source] if isinstance(source, str) else source
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        return None
    text = "".join(lines).replace("\r\n", "\n").replace("\r", "\n")
    # JSON can spell half a character, which no program can hold.
    return text.encode("utf-8", "replace").decode("utf-8")


def id_of(cell: Mapping[str, Any]) -> str:
    """Return the id under which a cell was handed out: nbgrader's, or else the format's own."""
    graded = table(table(cell.get("metadata")).get("nbgrader")).get("grade_id")
    found = graded or cell.get("id")
    return found if isinstance(found, str) else ""


def table(value: object) -> Mapping[str, Any]:
    """Return a JSON object, an empty one for anything else."""
    return value if isinstance(value, dict) else {}
