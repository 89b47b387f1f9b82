"""The pieces that everything printed in a terminal is laid out of."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.report.outline import blocks
from grader.report.screen import Screen
from grader.words.catalogue import sentence
from grader.words.plain import clip, encodable


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


def laid_out(parts: Iterable[RenderableType], on: Screen) -> list[str]:
    """Return what is laid out as lines no wider than a screen, without blanks at their ends."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=on.width,
        force_terminal=on.colour,
        color_system="standard" if on.colour else None,
        no_color=not on.colour,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(part)
    return [encodable(line, on.encoding).rstrip() for line in out.getvalue().split("\n")]
