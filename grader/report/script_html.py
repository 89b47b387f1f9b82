"""Lay out what is said of a whole script as one self-contained web page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from grader.grading.verdict import Picture
from grader.numbers.scripts.evidence.records import Look, Run
from grader.report.html import Figure, environment
from grader.report.pictures import bars, curve
from grader.report.pictures.bars import Bars
from grader.report.pictures.curve import Curve
from grader.words.catalogue import sentence
from grader.words.plain import cleaned

BARS_AT_MOST, ENTRIES_AT_MOST = 24, 4
"""Pairs of bars at most in all, and for each parameter where there are several."""

POINTS_AT_MOST = 100
"""Points of a curve at most; more of them cannot be told apart on a telephone."""


def render(look: Look) -> str:
    """Return it as a page: verdicts, the marked line, steps beside slopes, and the loss along the run."""
    shown = cleaned(look)
    template = environment().get_template("look.html.j2")
    figures = tuple(
        Figure(f"figure-{place}", item.check, item.kind, item.title, drawn(item))
        for place, item in enumerate(pictures(shown), start=1)
    )
    return template.render(look=shown, figures=figures)


def drawn(item: Picture) -> Curve | Bars:
    """Lay a picture out; the curve of a script goes along rounds of its loop, of which no epoch is told."""
    if item.kind == "bars":
        return bars.bars(item)
    return replace(curve.curve(item), x_name=sentence("look.html.rounds"), notes=())


def pictures(look: Look) -> Iterator[Picture]:
    """Yield the pictures: each parameter's step beside its slope, and the loss along the run."""
    names, steps, slopes, wrong = [], [], [], []
    for one in look.parameters:
        most = BARS_AT_MOST if len(look.parameters) == 1 else ENTRIES_AT_MOST
        for place, (step, slope) in enumerate(list(zip(one.step, one.slope, strict=True))[:most]):
            names.append(one.name if len(one.step) == 1 else f"{one.name} ({place + 1})")
            steps.append(float(f"{step:.6g}"))  # beyond these digits even right steps differ
            slopes.append(float(f"{slope:.6g}"))
            wrong.append(one.verdict != "right")
    if names:
        yield Picture(
            "bars",
            "look",
            sentence("look.html.bars"),
            tuple(names[:BARS_AT_MOST]),
            tuple(steps[:BARS_AT_MOST]),
            tuple(slopes[:BARS_AT_MOST]),
            wrong=tuple(wrong[:BARS_AT_MOST]),
        )
    if len(look.run.losses) > 1:
        yield losses(look.run, look.loss)


def losses(run: Run, name: str) -> Picture:
    """Return the loss along a run, by walks over the samples where rounds are of samples; of many, means."""
    by_walks = run.of_samples and len(run.walks) > 1
    losses, count = (run.walks, run.walked) if by_walks else (run.losses, run.count)
    title = sentence("look.html.curve.walks" if by_walks else "look.html.curve")
    return in_means(losses, count, name, title)


def in_means(told: Sequence[float], count: int, name: str, title: str) -> Picture:
    """Return a curve of losses, some of ``count`` that are evenly spread."""
    rounds = np.linspace(1, count, len(told)).astype(int)
    losses, width = np.array(told), math.ceil(len(told) / POINTS_AT_MOST)
    if width > 1:
        # The short part stands first, where the loss falls anyway; at the end it would look like a leap.
        starts = np.unique([0, *range(len(losses) % width, len(losses), width)])
        with np.errstate(all="ignore"):  # some may not be finite
            losses = np.add.reduceat(losses, starts) / np.diff([*starts, len(losses)])
        rounds = rounds[[*starts[1:] - 1, len(rounds) - 1]]
        title = sentence("look.html.curve.mean", title=title, count=round(width * count / len(told)))
    return Picture("curve", "look", title, (name,), tuple(losses.tolist()), (), tuple(rounds.tolist()))
