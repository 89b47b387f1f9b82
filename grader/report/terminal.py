"""Lay a report out for a terminal, a pipe or a log."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from grader.grading.verdict import Diagnosis, Report
from grader.report.layout import heading, laid_out, prose, sides, under
from grader.report.outline import calm, score, seen_in
from grader.report.screen import Screen, Signs, screen
from grader.report.terminal_checks import LISTED, checks
from grader.words.catalogue import sentence
from grader.words.lists import with_commas
from grader.words.plain import cleaned, encodable, no_commands


def show(report: Report, hints: int = 0) -> None:
    """Print a report to standard output as that can show it."""
    sys.stdout.write(render(report, hints=hints, **vars(screen(sys.stdout, os.environ))))


def render(
    report: Report, width: int = 80, colour: bool = False, hints: int = 0, encoding: str = "utf-8"
) -> str:
    """Return the report as lines no wider than ``width``, with that many hints to each diagnosis."""
    width = max(width, 20)
    signs = Signs.unicode() if encodable(Signs.probe, encoding) == Signs.probe else Signs()
    laid = laid_out(
        parts(cleaned(calm(report), encoding), hints, signs, width), Screen(width, colour, encoding)
    )
    return no_commands(re.sub(r"\n{3,}", "\n\n", "\n".join(laid)).rstrip("\n") + "\n")


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
    took = f"{report.seconds:.2f}"
    yield Text(sentence("report.graded", seconds=took, tier=report.tier), "dim")
