"""Lay out curves, ready to be drawn as SVG: losses over the epochs, or fitted lines over points."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from grader.grading.verdict import Picture
from grader.report.pictures.scale import Scale, Tick, epochs, scale, ticks
from grader.words.catalogue import sentence
from grader.words.plain import clip, number

MARKERS, POINTS = 12, 500
"""How many markers and points of a line are drawn at most."""


@dataclass(frozen=True)
class Line:
    """A curve: the path of an SVG, its markers, and the last place before it breaks off."""

    path: str
    markers: tuple[tuple[float, float], ...]
    end: tuple[float, float] | None


@dataclass(frozen=True)
class Curve:
    """Two curves in a frame of ``width`` by ``height``: losses over the epochs, or lines over points."""

    name: str
    width: float
    height: float
    yours: Line
    reference: Line
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    log: bool
    notes: tuple[str, ...]
    text: str
    x_name: str
    dots: tuple[tuple[float, float], ...] = ()


def curve(picture: Picture, width: float = 300, height: float = 180) -> Curve:
    """Lay out the student's loss beside the reference's."""
    axis = scale((*picture.got, *picture.expected))
    numbers = places(picture)
    count = int(numbers[finite_until((picture.got, picture.expected), len(numbers))])
    along = [_along(number, count) for number in numbers]
    unit = ".round" if picture.along else ""  # a script's rounds may be samples as well
    return Curve(
        name=clip(picture.names[0], 24, 1) if picture.names else sentence("report.curve.y"),
        width=width,
        height=height,
        yours=line(along, picture.got, axis, width, height),
        reference=line(along, picture.expected, axis, width, height),
        x_ticks=tuple(Tick(_along(epoch, count), str(epoch)) for epoch in epochs(count)),
        y_ticks=ticks(axis),
        log=axis.log,
        notes=(
            *(grows(picture, unit) if numbers[-1] == len(numbers) else ()),
            *leaves(f"report.curve.leaves{unit}", picture.got, numbers),
            *leaves("report.curve.reference_leaves", picture.expected, numbers),
        ),
        text=" ".join(
            told(who, values, numbers, unit)
            for who, values in (("report.yours", picture.got), ("report.reference", picture.expected))
            if values or not unit
        ),
        x_name=sentence(f"report.curve.x{unit}"),
    )


def finite_until(curves: Sequence[Sequence[float]], count: int) -> int:
    """Return the index of the first of ``count`` values behind which no curve is finite, or of the last."""
    last = [index for curve in curves for index, value in enumerate(curve) if math.isfinite(value)]
    return min(max(last, default=-1) + 1, count - 1)


def places(picture: Picture) -> Sequence[float]:
    """Return the number of the epoch, or of a script's round, that each value of a curve belongs to."""
    return picture.along or range(1, max(len(picture.got), len(picture.expected), 1) + 1)


def fit(picture: Picture, width: float = 300, height: float = 180) -> Curve:
    """Lay out the student's fitted line beside the reference's, over the points it should meet."""
    axis = scale((*picture.got, *picture.expected, *picture.data), log=False)
    across = scale(picture.along, log=False)
    along = [across.place(x) for x in picture.along]
    order = sorted(range(len(along)), key=along.__getitem__)
    sides = [
        [side[place] for place in order if place < len(side)] for side in (picture.got, picture.expected)
    ]
    lines = [line([along[place] for place in order], side, axis, width, height) for side in sides]
    points = zip(along, picture.data, strict=False)
    return Curve(
        name=clip(picture.names[0], 24, 1) if picture.names else "",
        width=width,
        height=height,
        yours=lines[0],
        reference=lines[1],
        x_ticks=ticks(across),
        y_ticks=ticks(axis),
        log=False,
        notes=(),
        text=" ".join((ends("report.yours", sides[0]), ends("report.reference", sides[1]))),
        x_name="x",
        dots=tuple((x * width, (1 - axis.place(y)) * height) for x, y in points if math.isfinite(y)),
    )


def line(along: Sequence[float], values: Sequence[float], axis: Scale, width: float, height: float) -> Line:
    """Return one curve at the places ``along`` (0 to 1), broken wherever a value is not finite."""
    every = math.ceil(len(values) / POINTS)
    last = len(values) - 1
    steps: list[str] = []
    places: list[tuple[float, float]] = []
    broken = True
    for index, (at, value) in enumerate(zip(along, values, strict=False)):
        if not math.isfinite(value):
            broken = True
        elif index % every == 0 or index == last:
            x, y = at * width, (1 - axis.place(value)) * height
            steps.append(f"{'M' if broken else 'L'}{x:.1f} {y:.1f}")
            places.append((x, y))
            broken = False
    stops = bool(values) and not all(math.isfinite(value) for value in values)
    return Line(" ".join(steps), spread(places), places[-1] if places and stops else None)


def spread(places: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Return so many of the places that their markers do not touch."""
    return tuple(places[:: math.ceil(len(places) / MARKERS) or 1])


GROWING, TENFOLD = 3, 10.0
"""Growth is worth a sentence after so many epochs in a row, and so many times the first loss."""


def grows(picture: Picture, unit: str = "") -> tuple[str, ...]:
    """Return by what each epoch, or each round, multiplies a loss that grows to its end, if it does."""
    name = picture.names[0] if picture.names else ""
    losses = list(itertools.takewhile(lambda loss: math.isfinite(loss) and loss > 0, picture.got))
    factors = [after / before for before, after in itertools.pairwise(losses)]
    rising = list(itertools.takewhile(lambda factor: factor > 1, reversed(factors)))
    if "log" in name or len(rising) < GROWING or math.prod(rising) < TENFOLD:
        return ()
    low, high = number(min(rising), 3), number(max(rising), 3)
    words = {"first": len(losses) - len(rising), "name": name or sentence("report.curve.y"), "low": low}
    return (
        sentence(f"report.curve.grows.evenly{unit}", **words)
        if low == high
        else sentence(f"report.curve.grows{unit}", high=high, **words),
    )


def leaves(id: str, values: Sequence[float], numbers: Sequence[float]) -> tuple[str, ...]:
    """Return a sentence on the first epoch whose value is not finite, if there is one."""
    pairs = zip(numbers, values, strict=False)
    first = next((int(number) for number, value in pairs if not math.isfinite(value)), None)
    return () if first is None else (sentence(id, epoch=first),)


def told(who: str, values: Sequence[float], numbers: Sequence[float], unit: str = "") -> str:
    """Return a curve in words, for readers who do not see it."""
    if not values:
        return sentence("report.curve.text.none", who=sentence(who).capitalize())
    return sentence(
        f"report.curve.text{unit}",
        who=sentence(who).capitalize(),
        first=number(values[0]),
        last=number(values[-1]),
        epochs=int(numbers[len(values) - 1]),
    )


def ends(who: str, values: Sequence[float]) -> str:
    """Return a fitted line in words, for readers who do not see it."""
    if not values:
        return sentence("report.curve.text.none", who=sentence(who).capitalize())
    words = {"first": number(values[0]), "last": number(values[-1])}
    return sentence("report.fit.text", who=sentence(who).capitalize(), **words)


def _along(epoch: float, count: int) -> float:
    return (epoch - 1) / (count - 1) if count > 1 else 0.5
