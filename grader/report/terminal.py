"""Lay a report out for a terminal, a pipe or a log."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.grading.verdict import Diagnosis, Report, Verdict
from grader.report.outline import (
    Item,
    blocks,
    by_urgency,
    common,
    fate,
    items,
    quoted,
    score,
    seen_in,
    status,
    summary,
    worth,
)
from grader.words.catalogue import sentence
from grader.words.lists import with_commas
from grader.words.plain import cleaned, clip, encodable

WIDEST = 100
"""Columns beyond which lines of prose are hard to follow."""

WIDE = 60
"""Columns from which on the details of a check stand under its title."""

INDENT, INDENT_WIDE = 4, 13

LISTED = 3
"""Checks that are named each where one sentence holds for all; more are counted."""

IN_FULL = 2
"""Checks whose numbers and call are shown where many fail: the first to mend. Of the others, the message."""

STATUS = 10
"""Columns for the word that says what became of a check."""


@dataclass(frozen=True)
class Screen:
    """What the reader's end can show."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"


def screen(stream: TextIO, environment: Mapping[str, str]) -> Screen:
    """Return what a stream can show: a terminal its own width and colours, anything else plain text."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if not stream.isatty():
        return Screen(encoding=encoding)
    colour = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Screen(min(shutil.get_terminal_size().columns, WIDEST), colour, encoding)


def show(report: Report, hints: int = 0) -> None:
    """Print a report to standard output as that can show it."""
    sys.stdout.write(render(report, hints=hints, **vars(screen(sys.stdout, os.environ))))


def render(
    report: Report, width: int = 80, colour: bool = False, hints: int = 0, encoding: str = "utf-8"
) -> str:
    """Return the report as lines no wider than ``width``, with that many hints to each diagnosis."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=max(width, 20),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        force_jupyter=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    signs = Signs.unicode() if encodable(Signs.probe, encoding) == Signs.probe else Signs()
    for part in parts(cleaned(report, encoding), hints, signs, console.width):
        console.print(part)
    lines = (encodable(line, encoding).rstrip() for line in out.getvalue().split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).rstrip("\n") + "\n"


@dataclass(frozen=True)
class Signs:
    """The marks that stand beside words, in ASCII unless the encoding has better ones."""

    passed: str = "+"
    failed: str = "x"
    follows: str = ">"
    rule: str = "-"
    open: str = "?"
    todo: str = "."

    probe = "✓✗↳─?○"

    @classmethod
    def unicode(cls) -> Signs:
        """Return the marks for an encoding that has them."""
        return cls(*cls.probe)


def parts(report: Report, hints: int, signs: Signs, width: int) -> Iterator[RenderableType]:
    """Yield the report from top to bottom."""
    yield sides(f"{report.exercise}  {report.title}".rstrip(), score(report), "bold")
    yield Text(signs.rule * width, "dim")
    yield from checks(report, signs, width)
    if report.diagnoses:
        yield heading("report.diagnosis")
        for place, diagnosis in enumerate(report.diagnoses):
            yield under(Group(*([Text()] if place else []), *explained(report, diagnosis, hints)), 2)
        if any(len(diagnosis.hints) > hints for diagnosis in report.diagnoses):
            yield under(Text(sentence("report.hint.more" if hints else "report.hint"), "dim"), 2)
    if report.right:
        yield heading("report.right")
        yield from (under(Text(str(said)), 2) for said in report.right)
    if report.notes:
        yield heading("report.notes")
        yield from (under(Text(str(note)), 2) for note in report.notes)
    yield Text("\n" + signs.rule * width, "dim")
    yield from footer(report)


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


# ---- checks --------------------------------------------------------------------------------------


def checks(report: Report, signs: Signs, width: int) -> Iterator[RenderableType]:
    """Yield what holds for all checks, then a line for each with what there is to say about it."""
    first = common(report)
    if first is not None:
        yield Group(*prose(str(first.message)))
        yield under(labelled(quoted(report, first)), 2)
        yield Text()
    if first is not None and len(report.verdicts) > LISTED:
        yield line(folded(report.verdicts), signs, width)
        yield Text(f"\n{summary(report)}")
        return
    yield from one_by_one(report, signs, width)
    if report.verdicts:
        yield Text(f"\n{summary(report)}")
    if in_brief(report):
        yield Text(sentence("report.brief"), "dim")


def one_by_one(report: Report, signs: Signs, width: int) -> Iterator[RenderableType]:
    """Yield a line for each check, or for several that are alike, with what there is to say below it."""
    indent = INDENT if width < WIDE else INDENT_WIDE
    groups = alike(report)
    veiled = {one.id for group in groups for one in group if not one.public and fate(one) == "failed"}
    brief = in_brief(report)
    for item in by_urgency(items(report), last=veiled):
        group = next((each for each in groups if item.verdict in each), [item.verdict])
        if item.verdict is not group[0]:
            continue
        yield line(folded(group) if len(group) > 1 else item.verdict, signs, width)
        if item.verdict.id in veiled:
            continue
        short = item.verdict.id in brief
        if details := list(prose(item.message) if short else body(item)):
            yield under(Group(*details, *([] if short else [""])), indent)


def in_brief(report: Report) -> frozenset[str]:
    """Return the failing checks of which the message is enough, as there are others to mend first."""
    failing = [one.verdict.id for one in items(report) if fate(one.verdict) == "failed" and one.rows]
    return frozenset(failing[IN_FULL:] if len(failing) > IN_FULL + 1 else ())


def alike(report: Report) -> list[list[Verdict]]:
    """Return the checks told in one line: what passed or follows, a missing function, hidden checks."""
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for verdict in report.verdicts:
        if verdict.follows or (verdict.passed and not verdict.message):
            groups.setdefault((fate(verdict), str(verdict.message)), []).append(verdict)
        elif verdict.public and verdict.status == "missing":
            groups.setdefault((verdict.status, str(verdict.message)), []).append(verdict)
        elif not verdict.public and not verdict.passed and verdict.got is None:
            groups.setdefault((verdict.status, ""), []).append(verdict)
    return [group for group in groups.values() if 2 < len(group) < len(report.verdicts)]


def folded(group: Sequence[Verdict]) -> Verdict:
    """Return one verdict for several that are alike."""
    return replace(
        group[0],
        title=sentence("report.folded", count=len(group)),
        public=any(verdict.public or verdict.passed or verdict.follows for verdict in group),
        points=sum(verdict.points for verdict in group),
        max_points=sum(verdict.max_points for verdict in group),
    )


STYLES = {"passed": "green", "follows": "yellow", "open": "yellow", "todo": "dim", "failed": "bold red"}


def line(verdict: Verdict, signs: Signs, width: int) -> RenderableType:
    """Return the line of one check: mark, status, title, points."""
    became = fate(verdict)
    style = STYLES[became]
    title = verdict.title if verdict.public else f"{verdict.title} ({sentence('report.hidden')})"
    mark: str = getattr(signs, became)
    word, points = status(verdict), worth(verdict)
    dim = "dim" if verdict.passed else ""
    head = f"{mark} {set_cell_size(word, max(STATUS, cell_len(word)))} "
    room = width - cell_len(f"{head}{title} {points}")
    if room >= 0:  # what fits needs no table: laying those out took most of the time of a report
        return Text.assemble((head, style), f"{title} {' ' * room}", (points, dim))
    grid = Table.grid(expand=True, padding=(0, 0, 0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, min_width=STATUS + 1)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_column(justify="right", no_wrap=True)
    grid.add_row(Text(mark, style), Text(word, style), Text(title), Text(points, dim))
    return grid


def body(item: Item) -> Iterator[RenderableType]:
    """Yield what stands under a check: the message, then the numbers, the call and the raising line."""
    verdict = item.verdict
    yield from prose(item.message)
    if verdict.passed or verdict.follows:
        return
    rows = item.rows
    if verdict.printed.strip():
        rows += ((sentence("report.printed"), clip(verdict.printed.strip("\n"), 240, 4)),)
    if rows:
        yield labelled(rows)


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


# ---- diagnosis and footer ------------------------------------------------------------------------


def explained(report: Report, diagnosis: Diagnosis, hints: int) -> Iterator[RenderableType]:
    """Yield a diagnosis: its title and sentence, where it shows, and the hints asked for."""
    yield Text(str(diagnosis.title), "bold magenta")
    yield from prose(str(diagnosis.message))
    among = seen_in(report, diagnosis)
    if len(report.diagnoses) > 1:  # much to read: the checks whose numbers can be seen are enough
        among = tuple(one for one in among if one.public) or among
    seen = [verdict.title for verdict in among]
    if seen:
        few = with_commas(seen) if len(seen) <= LISTED else sentence("report.folded", count=len(seen))
        yield Text(sentence("report.seen_in", checks=few), "dim")
    for count, hint in enumerate(diagnosis.hints[:hints], start=1):
        word = sentence(f"report.hint.{min(count, 3)}")
        yield Text(sentence("report.hint.line", word=word, hint=hint))


def footer(report: Report) -> Iterator[Text]:
    """Yield how the report came about."""
    count = len(report.protections)
    took = f"{report.seconds:.2f}"
    yield Text(sentence("report.graded", seconds=took, tier=report.tier, count=count), "dim")
