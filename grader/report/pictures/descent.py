"""Lay out the path of a training over its loss: from above, or from the side for one parameter."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from grader.grading.verdict import Picture
from grader.report.pictures.curve import Line
from grader.report.pictures.scale import Scale, Tick, around, ticks
from grader.report.pictures.valley import Valley, valley
from grader.words.catalogue import sentence
from grader.words.plain import number

STOPS = 13
"""So many epochs can be chosen at most: beside each other on a telephone, a thumb still tells them apart."""

ROOM = 3.0
"""A student's path is followed so many times as far from the reference's as that itself is long."""

RINGS = 11
"""Lines of equal loss; from each to the next the loss above the lowest doubles."""

MARGIN = 0.06
"""So much of its size is left free around what a picture shows."""

BENDS = 41
"""So many points make a parabola."""

STILL = 1e-6
"""A reference that moves by less, as a part of its size, stands still: rounding is no departure from it."""

EVEN = 0.01
"""Factors that differ by no more than this part of themselves are one and the same."""


@dataclass(frozen=True)
class Stop:
    """An epoch that can be chosen: its number, its place, and what is said of it."""

    epoch: int
    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Descent:
    """Two paths in a frame of ``width`` by ``height``, over lines of equal loss or above a parabola."""

    width: float
    height: float
    x_name: str
    y_name: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    rings: tuple[str, ...]
    bowl: str
    bottom: tuple[tuple[float, float], ...]
    yours: Line
    reference: Line
    stops: tuple[Stop, ...]
    notes: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Frame:
    """Two axes over a box of ``width`` by ``height``."""

    across: Scale
    up: Scale
    width: float
    height: float

    def corners(self) -> np.ndarray:
        """Return the corners of the box (4, 2)."""
        ends = (self.across.low, self.across.high), (self.up.low, self.up.high)
        return np.array(list(itertools.product(*ends)))

    def place(self, point: np.ndarray) -> tuple[float, float]:
        """Return where a point (2,) stands in the box."""
        return self.across.place(point[0]) * self.width, (1 - self.up.place(point[1])) * self.height


def descent(picture: Picture, width: float = 300, height: float = 200) -> Descent | None:
    """Lay out the student's path beside the reference's; none where the points tell no loss."""
    count = len(picture.names)
    ground = valley(picture.along, picture.data, count)
    right = np.reshape(picture.expected, (-1, count))
    if ground is None or not np.isfinite(right).all():
        return None
    whole = finite(np.reshape(picture.got, (-1, count)))
    mine = followed(whole, right)
    seen, aim = seen_from(ground, mine), seen_from(ground, right)
    bottom = seen_from(ground, followed(ground.bottom[None], right))
    frame = framed(np.vstack([seen, aim, bottom]), width, height)
    return Descent(
        width=width,
        height=height,
        x_name=picture.names[0],
        y_name=picture.names[1] if count == 2 else sentence("report.curve.y"),
        x_ticks=ticks(frame.across),
        y_ticks=ticks(frame.up),
        rings=rings(ground, frame) if count == 2 else (),
        bowl=bowl(ground, frame) if count == 1 else "",
        bottom=tuple(frame.place(point) for point in bottom),
        yours=drawn(seen, frame, left=len(mine) * count < len(picture.got)),
        reference=drawn(aim[:0] if np.array_equal(whole, right) else aim, frame),
        stops=stops(picture.names, ground, mine, seen, frame),
        notes=(*grows(ground, whole), *leaves(len(mine), len(picture.got) // count)),
        text=f"{told('report.yours', ground, mine)} {told('report.reference', ground, right)}",
    )


def finite(path: np.ndarray) -> np.ndarray:
    """Return a path (n, k) up to where it leaves the finite numbers."""
    left = ~np.isfinite(path).all(axis=1)
    return path[: int(np.argmax(left)) if left.any() else len(path)]


def followed(path: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the path (n, k) up to where it leaves the reference far behind."""
    low, high = np.min(right, axis=0), np.max(right, axis=0)
    room = ROOM * np.maximum(high - low, STILL * (1 + np.abs(high)))
    far = ((path < low - room) | (path > high + room)).any(axis=1)
    return path[: int(np.argmax(far)) if far.any() else len(path)]


def seen_from(ground: Valley, path: np.ndarray) -> np.ndarray:
    """Return the points of a picture (n, 2): two parameters, or one parameter and its loss."""
    return path if path.shape[1] == 2 else np.column_stack([path, ground.losses(path)])


def framed(points: np.ndarray, width: float, height: float) -> Frame:
    """Return axes that hold all points (n, 2), and a margin around them."""
    low, high = np.min(points, axis=0), np.max(points, axis=0)
    margin = MARGIN * (high - low)
    across, up = (around(ends) for ends in np.array([low - margin, high + margin]).T.tolist())
    return Frame(across, up, width, height)


def drawn(points: np.ndarray, frame: Frame, left: bool = False) -> Line:
    """Return a path with a marker at every epoch; ``left`` says that it goes on beyond the picture."""
    places = tuple(frame.place(point) for point in points)
    steps = (f"{'L' if index else 'M'}{x:.1f} {y:.1f}" for index, (x, y) in enumerate(places))
    return Line(" ".join(steps), places, places[-1] if left and places else None)


# ---- the loss ------------------------------------------------------------------------------------


def rings(ground: Valley, frame: Frame) -> tuple[str, ...]:
    """Return lines of equal loss, each as the matrix of SVG that makes it of the unit circle."""
    scale = np.array([frame.width / frame.across.span, -frame.height / frame.up.span])
    corner = np.array([frame.across.low, frame.up.low])
    centre = (ground.bottom - corner) * scale + [0.0, frame.height]
    farthest = np.max(ground.losses(frame.corners())) - ground.lowest
    radii = np.sqrt(2 * farthest / ground.curvatures) * ground.axes.T * scale[:, None]
    return tuple(
        " ".join(f"{entry:.4g}" for entry in (*(radii / 2 ** (ring / 2)).T.ravel(), *centre))
        for ring in range(RINGS)
    )


def bowl(ground: Valley, frame: Frame) -> str:
    """Return the parabola of a loss of one parameter as the path of an SVG."""
    along = np.linspace(frame.across.low, frame.across.high, BENDS)[:, None]
    return drawn(seen_from(ground, along[ground.losses(along) <= frame.up.high]), frame).path


# ---- in words ------------------------------------------------------------------------------------


def stops(
    names: Sequence[str], ground: Valley, path: np.ndarray, seen: np.ndarray, frame: Frame
) -> tuple[Stop, ...]:
    """Return the epochs to choose from, evenly spread, each with what is said of it."""
    chosen = np.unique(np.linspace(0, len(path) - 1, min(len(path), STOPS)).astype(int)) if len(path) else ()
    losses, factors = ground.losses(path), ground.factors(path)
    return tuple(
        Stop(
            int(epoch),
            *frame.place(seen[epoch]),
            said(int(epoch), names, path[epoch], losses[epoch], factors[epoch - 1] if epoch else ()),
        )
        for epoch in chosen
    )


def said(epoch: int, names: Sequence[str], at: Sequence[float], loss: float, factors: Sequence[float]) -> str:
    """Return where an epoch led, and by what it multiplied the error in each direction."""
    parameters = ", ".join(f"{name} = {number(value, 4)}" for name, value in zip(names, at, strict=True))
    id = "report.path.epoch" if epoch else "report.path.start"
    where = sentence(id, epoch=epoch, parameters=parameters, loss=number(loss, 4))
    if not len(factors) or not np.isfinite(factors).all():
        return where
    steep, flat = number(factors[0], 3), number(factors[-1], 3)
    id = "report.path.factors" if len(factors) > 1 else "report.path.factor"
    return f"{where} {sentence(id, steep=steep, flat=flat)}"


def grows(ground: Valley, path: np.ndarray) -> tuple[str, ...]:
    """Return in which direction a path leads away from the bottom, if every epoch does so by one factor."""
    ways = zip(("across", "along"), ground.factors(path).T, strict=False)
    for way, each in ways:
        if len(each) > 1 and np.min(np.abs(each)) > 1 and np.ptp(each) <= EVEN * np.max(np.abs(each)):
            id = "report.path.over" if each[0] < 0 else "report.path.away"
            id = f"{id}.{way}" if path.shape[1] > 1 else id
            return (sentence(id, factor=number(float(np.mean(each)), 3)),)
    return ()


def leaves(shown: int, epochs: int) -> tuple[str, ...]:
    """Return after which epoch a path leaves the picture, if it does."""
    return (sentence("report.path.leaves", epoch=shown - 1),) if 0 < shown < epochs else ()


def told(who: str, ground: Valley, path: np.ndarray) -> str:
    """Return a path in words, for readers who do not see it."""
    name = sentence(who).capitalize()
    if not len(path):
        return sentence("report.curve.text.none", who=name)
    losses = ground.losses(path)
    ends = {"first": number(losses[0], 4), "last": number(losses[-1], 4)}
    return sentence("report.path.text", who=name, epochs=len(path) - 1, **ends)
