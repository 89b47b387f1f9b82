"""Lay a proof out for a terminal, a pipe or a log."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.keys.making.tolerance import Margins
from grader.prove.evidence.proof import Evidence, Fault, Line, Proof
from grader.report.layout import laid_out
from grader.report.screen import Screen
from grader.words.plain import encodable

MARKS = "✓✗"
ASCII_MARKS = "+x"


def render(proof: Proof, screen: Screen) -> str:
    """Return a proof as lines no wider than the screen."""
    marks = MARKS if encodable(MARKS, screen.encoding) == MARKS else ASCII_MARKS
    return "\n".join(laid_out(parts(proof, marks), replace(screen, width=max(screen.width, 40))))


def parts(proof: Proof, marks: str) -> Iterator[RenderableType]:
    """Yield the proof from top to bottom."""
    if proof.evidence is None:
        yield Text(proof.exercise, "bold")
    else:
        yield from evidence_parts(proof.evidence, marks)
    for note in proof.notes:
        yield indented(Text(f"note: {note}"))
    for fault in proof.faults:
        yield indented(Text.assemble((f"{marks[1]} {fault.rule}: ", "bold red"), sentence(proof, fault)))
    yield indented(Text(f"{verdict(proof)} ({proof.seconds:.1f} s)\n", "red" if proof.faults else "green"))


def evidence_parts(evidence: Evidence, marks: str) -> Iterator[RenderableType]:
    """Yield what was observed: the matrix, what its columns are, the tolerances."""
    yield Text(f"{evidence.exercise.id}  {evidence.exercise.title}\n", "bold")
    yield indented(matrix(evidence, marks))
    yield indented(Text("\nchecks", "bold"))
    yield indented(columns(evidence))
    if not evidence.exercise.is_script:
        yield indented(Text("\nscatter of right answers < tolerance < nearest misconception", "bold"))
        yield indented(margins(evidence))
    named, all_of_them = len(evidence.public), len(evidence.exercise.misconceptions)
    yield indented(Text(f"\nThe public checks alone name {named} of {all_of_them} misconceptions."))


def indented(part: RenderableType) -> Padding:
    """Set a part in from the left."""
    return Padding(part, (0, 0, 0, 2), expand=False)


def sentence(proof: Proof, fault: Fault) -> str:
    """Return a fault's sentence behind the place that it is about."""
    path = Path(proof.path)
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return f"{shown}:{fault.line}: {fault.message}" if fault.line else f"{shown}: {fault.message}"


def verdict(proof: Proof) -> str:
    """Say how many faults there are."""
    count = len(proof.faults)
    return "no fault" if not count else f"{count} fault{'s' if count > 1 else ''}"


# ---- the matrix ---------------------------------------------------------------------------------


def matrix(evidence: Evidence, marks: str) -> Table:
    """Return the kill matrix: a row for each program, a numbered column for each check."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("program", overflow="fold")
    for number in range(1, len(evidence.key.checks) + 1):
        table.add_column(str(number), justify="right", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("named", no_wrap=True)
    for heading, lines in groups(evidence):
        table.add_row(Text(heading, "italic"))
        for line in lines:
            table.add_row(*cells(evidence, line, marks))
    return table


def groups(evidence: Evidence) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """Yield the rows under their headings."""
    yield "right", evidence.trials[0].right
    yield "idle", evidence.idle
    yield "misconceptions", evidence.trials[0].wrong


def cells(evidence: Evidence, line: Line, marks: str) -> Iterator[Text]:
    """Yield one row: the program, its marks, its points, and what it takes to name it."""
    yield Text(f" {line.id}")
    for passed in line.passes:
        yield Text(marks[0], "green") if passed else Text(marks[1], "red")
    yield Text(f"{line.score:g}")
    yield Text(naming(evidence, line))


def naming(evidence: Evidence, line: Line) -> str:
    """Say whether a misconception is recognised: by the public checks alone, by all of them, or not."""
    if line.kind != "misconception":
        return ""
    if line.diagnosis != (line.id,):
        return "no"
    return "public" if line.id in evidence.public else "all"


# ---- what stands below it -----------------------------------------------------------------------


def columns(evidence: Evidence) -> Table:
    """Return the checks by the numbers of their columns."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    for number, check in enumerate(evidence.key.checks, 1):
        points = f"{check.points:g} point{'' if check.points == 1 else 's'}"
        grid.add_row(str(number), check.title, points, "public" if check.public else "hidden")
    return grid


def margins(evidence: Evidence) -> Table:
    """Return every check's tolerances with what they stand between."""
    grid = Table.grid(padding=(0, 3, 0, 0))
    for _ in range(3):
        grid.add_column(justify="right", no_wrap=True)
    grid.add_row("", "double", "single")
    for number, measured in enumerate(evidence.margins, 1):
        grid.add_row(str(number), between(measured.double), between(measured.single))
    return grid


def between(found: Margins) -> str:
    """Write a tolerance with what it stands between."""
    nearest = "none" if math.isinf(found.nearest) else f"{found.nearest:.0e}"
    return f"{found.scatter:.0e} < {found.tolerance:.0e} < {nearest:>5}"
