"""Lay out what is said of a whole script as one self-contained web page."""

from __future__ import annotations

from collections.abc import Iterator

from grader.grading.scripts.records import Look
from grader.grading.verdict import Picture
from grader.report.html import Figure, draw, environment
from grader.words.catalogue import sentence
from grader.words.plain import cleaned

BARS_AT_MOST = 20
"""Entries of all parameters that are drawn as pairs of bars."""


def render(look: Look) -> str:
    """Return it as a page: verdicts, the marked line, steps beside slopes, and the loss along the run."""
    shown = cleaned(look)
    template = environment().get_template("look.html.j2")
    figures = tuple(
        Figure(f"figure-{place}", item.check, item.kind, item.title, draw(item))
        for place, item in enumerate(pictures(shown), start=1)
    )
    return template.render(look=shown, figures=figures)


def pictures(look: Look) -> Iterator[Picture]:
    """Yield the pictures: each parameter's step beside its slope, and the loss along the run."""
    names, steps, slopes = [], [], []
    for one in look.parameters:
        for place, (step, slope) in enumerate(zip(one.step, one.slope, strict=True)):
            names.append(one.name if len(one.step) == 1 else f"{one.name} ({place + 1})")
            steps.append(step)
            slopes.append(slope)
    if names:
        yield Picture(
            "bars",
            "look",
            sentence("look.html.bars"),
            tuple(names[:BARS_AT_MOST]),
            tuple(steps[:BARS_AT_MOST]),
            tuple(slopes[:BARS_AT_MOST]),
        )
    if len(look.run.losses) > 1:
        yield Picture("curve", "look", sentence("look.html.curve"), (look.loss,), look.run.losses, ())
