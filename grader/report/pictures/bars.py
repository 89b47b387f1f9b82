"""Lay out numbers in pairs of bars, ready to be drawn as SVG: the student's beside the reference's."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import zip_longest

from grader.grading.verdict import Picture
from grader.report.pictures.scale import Scale, scale
from grader.words.catalogue import sentence
from grader.words.plain import clip, pair

ROWS = 24
"""How many pairs are drawn at most."""


@dataclass(frozen=True)
class Bar:
    """One number as a bar from zero; ``width`` is 0 where the number is none."""

    x: float
    width: float
    label: str


@dataclass(frozen=True)
class Row:
    """A pair of bars under one name."""

    name: str
    y: float
    yours: Bar
    reference: Bar
    wrong: bool = True


@dataclass(frozen=True)
class Bars:
    """Pairs of bars around a common zero."""

    zero: float
    width: float
    height: float
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    text: str


def bars(picture: Picture, width: float = 230, row: float = 56) -> Bars:
    """Lay out the student's numbers beside the reference's, a pair of bars for each name."""
    pairs = list(zip_longest(picture.got, picture.expected))
    names = [*picture.names, *(f"[{index}]" for index in range(len(picture.names), len(pairs)))]
    axis = scale([value for both in pairs[:ROWS] for value in both if value is not None], log=False)
    rows = []
    for index, (name, (got, expected)) in enumerate(zip(names[:ROWS], pairs, strict=False)):
        labels = pair(got, expected)
        yours, reference = bar(got, labels[0], axis, width), bar(expected, labels[1], axis, width)
        wrong = picture.wrong[index] if index < len(picture.wrong) else True
        rows.append(Row(clip(name, 40, 1), index * row, yours, reference, wrong))
    said = (
        sentence("report.bars.text", name=item.name, got=item.yours.label, expected=item.reference.label)
        for item in rows
    )
    left_out = len(pairs) - len(rows)
    notes = (sentence("report.bars.more", count=left_out),) if left_out > 0 else ()
    return Bars(axis.place(0.0) * width, width, len(rows) * row, tuple(rows), notes, " ".join(said))


def bar(value: float | None, label: str, axis: Scale, width: float) -> Bar:
    """Return the bar from zero to a value, empty where the value is not finite."""
    zero = axis.place(0.0) * width
    if value is None or not math.isfinite(value):
        return Bar(zero, 0.0, label)
    end = axis.place(value) * width
    return Bar(min(zero, end), abs(end - zero), label)
