"""Lay a report out for a notebook's cell, as a piece of HTML that carries its own style."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jinja2 import Environment

from grader.grading.verdict import Report
from grader.report import outline
from grader.report.html import Figure, environment, figures
from grader.words.plain import cleaned

SCOPE = ".chainrule.chainrule"
"""Twice the same class, so that the notebook's own rules for tables and headings weigh less."""

PIXELS = 16


def render(report: Report, label: str, task: str = "", templates: Sequence[Path] = ()) -> str:
    """Return the report, of one task if one is named, as a piece of HTML.

    ``label`` tells its anchors from those of other cells.
    """
    shown = cleaned(outline.calm(report))
    return piece(
        "cell.html.j2",
        templates,
        report=shown,
        task=task,
        first=outline.common(shown),
        items=outline.items(shown),
        figures=labelled(figures(shown), label),
        anchors={verdict.id: f"{label}-check-{place}" for place, verdict in enumerate(shown.verdicts)},
    )


def plot(report: Report, label: str, templates: Sequence[Path] = ()) -> str:
    """Return the pictures of a report's trainings as a piece of HTML."""
    shown = cleaned(report)
    drawn = [one for one in figures(shown) if one.kind in ("curve", "fit", "path")]
    return piece("plot.html.j2", templates, figures=labelled(drawn, label))


def piece(name: str, templates: Sequence[Path], **words: object) -> str:
    """Return a filled template, without the empty lines at which Markdown would end a piece of HTML."""
    made = environment(tuple(templates))
    text = made.get_template(name).render(style=style(made), scope=SCOPE.split(".")[-1], **words)
    return re.sub(r"\n\s*\n", "\n", text)


def labelled(drawn: Sequence[Figure], label: str) -> tuple[Figure, ...]:
    """Return figures with ids of their own."""
    return tuple(replace(one, id=f"{label}-{one.id}") for one in drawn)


@functools.cache
def style(made: Environment) -> str:
    """Return the report's style for the inside of our own element only.

    A notebook has its own root and its own size of letters, so lengths are in pixels.
    """
    assert made.loader is not None
    text = "".join(made.loader.get_source(made, name)[0] for name in ("report.css", "cell.css"))
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r":root\b|(?<![\w.-])body\b", "&", text)
    text = re.sub(r"([\d.]+)rem\b", lambda size: f"{float(size[1]) * PIXELS:g}px", text)
    return f"{SCOPE} {{ {' '.join(text.split())} }}"
