"""Read a file's text, or a notebook's cells, as one program that is run as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.inside.scripts.rewriting.loops import loops
from grader.intake import python2
from grader.intake.notebooks import magics
from grader.intake.notebooks.document import Cell
from grader.words.location import FAILING, mark

MIXED = re.compile(r"^[ \t]*\t", re.MULTILINE)
"""An indentation with a tab in it."""


def cells(found: Sequence[Cell]) -> str:
    """Return a notebook's cells one after the other, without magics.

    A cell that is no Python fails at its line, and is passed over like any cell that fails; where no loop
    trains without it, the text is no Python either.
    """
    read = [(cell.label, *magics.read(expand(cell.text.replace("\r\n", "\n")))) for cell in found]
    made = joined([(label, text if tree else failing(text)) for label, text, tree in read])
    if all(tree for _, _, tree in read) or loops(magics.parse(made)):
        return made
    return joined([(label, text) for label, text, _ in read])


def joined(texts: Sequence[tuple[str, str]]) -> str:
    """Return the texts of cells as one, each below a mark that names its cell."""
    return "\n".join(f"{mark(label, 1)}\n{text}" for label, text in texts)


def failing(text: str) -> str:
    """Return a cell that is no Python as comments, with what Python says of it raised at its line."""
    lines = ["".join(char for char in line if char.isprintable()) for line in text.split("\n")]
    place, said = fault_of(text)
    place = min(place, len(lines) - 1)
    made = [f"# {line}" if line.strip() else line for line in lines]
    made[place] = FAILING.format(error=said, line=lines[place])
    return "\n".join(made)


def fault_of(text: str) -> tuple[int, str]:
    """Return in which line Python gives up on a text, counted from 0, and why."""
    try:
        magics.parse(text)
    except SyntaxError as fault:
        return max((fault.lineno or 1) - 1, 0), fault.msg
    except magics.REFUSALS as fault:
        return 0, str(fault)
    return 0, ""


def in_python(text: str) -> str:
    """Return a script's text without magics that a notebook's export left in it."""
    text = expand(text)
    return text if magics.is_python(text) else magics.plain(text)


def of_today(text: str) -> tuple[str, int]:
    """Return a script's text for Python 3, and the line at which Python 3 gives up on the original, or 0."""
    today = python2.modern(read := in_python(text))
    if magics.is_python(read) or not magics.is_python(today):
        return read, 0
    return today, fault_of(read)[0] + 1


def expand(text: str) -> str:
    """Return a text with tabs in indentations as spaces, where Python does not accept their mixture."""
    if not MIXED.search(text) or magics.is_python(text):
        return text
    wide = "\n".join(line.expandtabs(8) if line[:1] in " \t" else line for line in text.split("\n"))
    narrow = "\n".join(line.expandtabs(4) if line[:1] in " \t" else line for line in text.split("\n"))
    return wide if magics.is_python(wide) else narrow if magics.is_python(narrow) else text
