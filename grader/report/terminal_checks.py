"""The checks of a report in a terminal: what is wrong first, and what is alike in one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from grader.grading.verdict import Report, Verdict
from grader.report.layout import labelled, prose, under
from grader.report.outline import Item, by_urgency, common, fate, items, quoted, status, summary, worth
from grader.report.screen import Signs
from grader.words.catalogue import sentence
from grader.words.plain import clip

WIDE = 60
"""Columns from which on the details of a check stand under its title."""

INDENT, INDENT_WIDE = 4, 13

LISTED = 3
"""Checks that are named each where one sentence holds for all; more are counted."""

IN_FULL = 2
"""Checks whose numbers and call are shown where many fail: the first to mend. Of the others, the message."""

STATUS = 10
"""Columns for the word that says what became of a check."""


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
