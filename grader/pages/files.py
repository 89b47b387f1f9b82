"""Files of numbers and texts beside a page become inputs: tables, columns, arrays, texts."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from grader.errors import PageError

FOLDER = "data"
"""Where such files lie beside the pages; what lies in its folder ``hidden`` is not handed out."""


def data(name: str, column: str = "") -> Any:
    """Return what a file in the folder ``data`` beside the page holds.

    A ``.csv`` is a table: an array of shape (rows, columns), or one ``column`` by its name in the first row,
    of shape (rows,); a column of words is a list of texts. A ``.npy`` is its array, anything else a text.

    Raises:
        PageError: there is no such file, it cannot be read, or has no such column.
    """
    frame = sys._getframe(1)
    page = Path(frame.f_globals.get("__file__", ""))
    path = page.parent / FOLDER / name
    try:
        if not path.resolve().is_relative_to((page.parent / FOLDER).resolve()):
            raise ValueError(f"it lies outside {FOLDER}/")
        return content(path, column)
    except (OSError, ValueError, EOFError) as fault:
        why = fault.strerror if isinstance(fault, OSError) and fault.strerror else fault
        message = f"{FOLDER}/{name} cannot be an input ({why}); put a .csv, .npy or text file there"
        raise PageError(page, frame.f_lineno, message) from None


def content(path: Path, column: str) -> Any:
    """Return what a file holds, by the end of its name.

    Raises:
        OSError, ValueError, EOFError: it cannot be read as what it says it is.
    """
    if path.suffix == ".csv":
        return table(path.read_text(encoding="utf-8-sig"), column)  # Excel begins with a mark
    if column:
        raise ValueError("only a .csv has columns")
    if path.suffix == ".npy":
        return np.load(path, allow_pickle=False)
    return path.read_text(encoding="utf-8")


def table(text: str, column: str) -> Any:
    """Return a table's numbers, or one of its columns.

    Raises:
        ValueError: its rows differ in length, a cell is no number, or there is no such column.
    """
    rows = [row for row in csv.reader(io.StringIO(text)) if row]
    if not rows:
        raise ValueError("it is empty")
    names, body = (list[str](), rows) if all(map(is_number, rows[0])) else (rows[0], rows[1:])
    if any(len(row) != len(rows[0]) for row in body):
        raise ValueError("its rows differ in length")
    if not column:
        return numbers([cell for row in body for cell in row]).reshape(len(body), len(rows[0]))
    if column not in names:
        raise ValueError(f"it has no column {column!r}, but {', '.join(names) or 'no row of names'}")
    cells = [row[names.index(column)] for row in body]
    return numbers(cells) if all(map(is_number, cells)) else cells


def numbers(cells: Sequence[str]) -> np.ndarray:
    """Return cells as numbers.

    Raises:
        ValueError: one of them is none; name the column, so that words may be read as texts.
    """
    words = next((cell for cell in cells if not is_number(cell)), None)
    if words is not None:
        raise ValueError(f"{words!r} in it is no number; name one column")
    return np.array([float(cell) for cell in cells])


def is_number(cell: str) -> bool:
    """Tell whether a cell holds a number."""
    try:
        float(cell)
    except ValueError:
        return False
    return True
