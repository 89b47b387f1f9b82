"""The pieces that everything printed in a terminal is laid out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.report.outline import blocks
from grader.words.catalogue import sentence
from grader.words.plain import clip


def heading(id: str) -> Text:
    """Return a heading with an empty line above."""
    return Text(f"\n{sentence(id)}", "bold")


def under(part: RenderableType, indent: int) -> Padding:
    """Set a part in from the left."""
    return Padding(part, (0, 0, 0, indent))


def sides(left: str, right: str, style: str) -> Table:
    """Put one text to the left and a short one to the right of a line."""
    grid = Table.grid(expand=True, padding=(0, 0, 0, 2))
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    grid.add_row(Text(left, style), Text(right, style))
    return grid


def prose(message: str) -> Iterator[RenderableType]:
    """Yield the paragraphs of a message, its code set in."""
    for code, text in blocks(clip(message)):
        if text.strip():
            yield under(Text(text, "cyan"), 2) if code else Text(text)


def labelled(rows: Sequence[tuple[str, str]]) -> Table:
    """Return labels and values in two columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(Text(label), Text(value))
    return grid
