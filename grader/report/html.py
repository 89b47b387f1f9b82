"""Lay a report out as one self-contained web page."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from grader.grading.verdict import Picture, Report
from grader.report import outline, templates
from grader.report.colours import LINES_AT_MOST, listing
from grader.report.pictures import bars, curve, descent, network
from grader.report.pictures.bars import Bars
from grader.report.pictures.curve import Curve
from grader.report.pictures.descent import Descent
from grader.report.pictures.network import Network
from grader.words.catalogue import sentence
from grader.words.language import language
from grader.words.plain import cleaned, clip, points


@dataclass(frozen=True)
class Figure:
    """A picture laid out, with the check it belongs to."""

    id: str
    check: str
    kind: str
    title: str
    drawing: Curve | Bars | Network | Descent


def render(report: Report, own: Sequence[Path] = ()) -> str:
    """Return the report as a page; a course's own templates come before ours."""
    shown = cleaned(outline.calm(report))
    template = environment(tuple(own)).get_template("report.html.j2")
    return template.render(
        report=shown,
        first=outline.common(shown),
        items=outline.by_urgency(outline.items(shown)),
        figures=figures(shown),
        stops=outline.stops(shown),
        anchors={verdict.id: f"check-{place}" for place, verdict in enumerate(shown.verdicts, start=1)},
    )


@functools.cache
def environment(own: tuple[Path, ...] = ()) -> Environment:
    """Return what renders the templates; kept, because loading them takes longer than a page."""
    made = templates.environment(own)
    made.globals.update(say=sentence, points=points, clip=clip, outline=outline)
    made.globals.update(listing=listing, lines_at_most=LINES_AT_MOST, language=language)
    return made


def load_ahead() -> None:
    """Load the templates of a report while there is nothing else to do."""
    for name in ("report.html.j2", "check.html.j2", "figure.html.j2", "report.css"):
        environment().get_template(name)


def figures(report: Report) -> tuple[Figure, ...]:
    """Return every picture laid out, save those of which there is nothing to see: one epoch is no curve."""
    return tuple(
        Figure(f"figure-{place}", item.check, item.kind, item.title, drawing)
        for place, item in enumerate(report.pictures, start=1)
        if max(len(item.got), len(item.expected)) > (item.kind == "curve") and (drawing := draw(item))
    )


def draw(item: Picture) -> Curve | Bars | Network | Descent | None:
    """Lay out one picture by its kind; there may be nothing to see."""
    if item.kind == "path":
        return descent.descent(item)
    if item.kind == "network":
        return network.network(item)
    if item.kind == "bars":
        return bars.bars(item)
    return curve.fit(item) if item.kind == "fit" else curve.curve(item)
