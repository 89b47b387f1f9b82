"""Say where a line of a program stands: in the file, or in the notebook's cell from which it came."""

from __future__ import annotations

import re

from grader.words.message import Said, say

MARK = "# %% {cell}, line {line}"
"""What stands above the lines that came from one cell, and says the first one's place in it."""

CELL = re.compile(r"cell (.+)")
"""What a cell is called that has no number of its own: its place in the notebook, or what it defines."""

MARKED = re.compile(r"# %% (.+), line (\d+)")


STAND_IN = "def {name}(*_, **__): raise SyntaxError({error!r})  # written: {line}"
"""What stands for a function in a cell that is no Python; the line that is none follows as written."""

FAILING = "raise SyntaxError({error!r})  # written: {line}"
"""What stands, in a notebook that is run as a whole, for the line at which a cell is no Python."""

STOOD_IN = re.compile(r"^(?:def \w+\(\*_, \*\*__\): )?raise SyntaxError\(.*?\)  # written: ", re.MULTILINE)


def as_written(text: str) -> str:
    """Return a program's text for reading, every line of a cell that is no Python as it was written."""
    return STOOD_IN.sub("", text)


def mark(cell: str, line: int) -> str:
    """Return the comment that says of the lines below from which cell they came."""
    return MARK.format(cell=cell, line=line)


def origin(text: str, line: int) -> tuple[str, int]:
    """Return the cell of a program's line and its number in there; in a plain file there is no cell."""
    lines = text.split("\n")
    if not MARKED.fullmatch(lines[0]):
        return "", line
    for place in range(min(line, len(lines)), 0, -1):
        found = MARKED.fullmatch(lines[place - 1])
        if found is not None:
            return found[1], max(line - place - 1, 0) + int(found[2])
    return "", line


def numbers(text: str) -> tuple[str, ...]:
    """Return what to write beside each line of a program: its number in the file, or in its cell."""
    lines = text.split("\n")
    cells = MARKED.fullmatch(lines[0]) is not None
    shown: list[str] = []
    number = 1
    for line in lines:
        found = MARKED.fullmatch(line) if cells else None
        shown.append("" if found else str(number))
        number = int(found[2]) if found else number + 1
    return tuple(shown)


def phrase(text: str, line: int, first: bool = False) -> Said:
    """Return words for a line of a program; ``first`` where a sentence begins with them."""
    cell, number = origin(text, line)
    if not cell:
        return say("place.first" if first else "place", line=number)
    return in_cell(cell, number, first)


def in_cell(cell: str, line: int, first: bool = False) -> Said:
    """Return words for a line of a cell."""
    return say("place.cell", cell=cell_name(cell, first), line=line)


def cell_name(cell: str, first: bool = False) -> Said:
    """Return what to call a cell; ``first`` where a sentence begins with it."""
    found = CELL.fullmatch(cell)
    return say("cell.first" if first else "cell", number=found[1]) if found is not None else cell
