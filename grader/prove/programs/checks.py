"""Faults of a page's checks: they catch nothing, do not separate right from wrong, or have a wrong slope."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

import numpy as np

from grader.inside.observation import NUMERIC, Observation, Scenario, is_slope
from grader.keys.key import AnswerKey
from grader.keys.making.tolerance import LOOSEST, MARGIN, ROUNDING, SAME, Margins
from grader.numbers.compare import Bound, distance, graded, is_single
from grader.prove.evidence.proof import Evidence, Fault, Line

NUMERIC_NEAR = 1e-6
"""How near a gradient is to its central differences, in units of its scale."""

ALONE_FROM, ALONE_TIMES = 1e-10, 100.0
"""From this gap on, and so many times the gap of all others, an alternative widens a tolerance alone."""

SINGLE = frozenset(
    {"float32", "float16", "bfloat16", "single", "half", "float", "tensor", "Tensor", "FloatTensor"}
)
"""Words of programs that may work in single precision; ``torch.tensor`` does so with Python's numbers."""


def toothless_checks(evidence: Evidence) -> Iterator[Fault]:
    """Report a check that fails for no misconception and does not say why it stands there."""
    for place, check in enumerate(evidence.exercise.checks):
        if not catches(evidence, place) and not check.note:
            yield Fault(
                "catches",
                evidence.line_of_check(place),
                f"the check {check.title!r} fails for no misconception; "
                "describe a mistake that it catches, or say with note= why it stands here",
            )


def catches(evidence: Evidence, place: int) -> bool:
    """Tell whether a check fails for a misconception."""
    return any(not line.passes[place] for line in evidence.trials[0].wrong)


# ---- tolerances ---------------------------------------------------------------------------------


def scattered_right_answers(evidence: Evidence) -> Iterator[Fault]:
    """Report a check on which right answers differ by more than its tolerance leaves room for."""
    for place, precision, margins in tolerances(evidence):
        check = evidence.exercise.checks[place]
        # A measured tolerance gives way to the scatter. There is room for a program that works partly in
        # single precision, and none for one that is a little wrong.
        limit = LOOSEST[precision] if check.tolerance is None else margins.tolerance / MARGIN
        if margins.scatter > limit:
            yield Fault(
                "scatter",
                evidence.line_of_check(place),
                f"on the check {check.title!r} right answers in {precision} precision scatter by "
                f"{margins.scatter:.1g}, more than {limit:.1g}; look at {furthest(evidence, place)}, "
                "take calmer inputs, or write no tolerance=",
            )


def widened_tolerances(evidence: Evidence) -> Iterator[Fault]:
    """Report an alternative that alone scatters far more than all other right programs."""
    told: set[str] = set()
    for place, check in enumerate(evidence.exercise.checks):
        gaps = {line.id: gap(evidence, place, line.row[place]) for line in double_lines(evidence, place)}
        # The same programs with loops round in another order, which shows how much rounding there is.
        looped = [
            gap(evidence, place, line.row[place])
            for line in evidence.trials[-1].right
            if line.id == "reference"
        ]
        far = max(gaps, key=lambda id: gaps[id], default="")
        others = max((size for id, size in gaps.items() if id != far), default=0.0)
        rest = max(others, ROUNDING["double"], *looped, 0.0)
        if not far or far in told or far == "reference" or uses_single(evidence, far):
            continue
        if ALONE_FROM < gaps[far] <= LOOSEST["double"] and gaps[far] > ALONE_TIMES * rest:
            told.add(far)
            yield Fault(
                "alone",
                evidence.line_of(far),
                f"on the check {check.title!r} the alternative {far} is {gaps[far]:.1g} off and no other "
                f"right program more than {rest:.1g}, so that it alone widens the tolerance; correct it, "
                "or take it out",
            )


def double_lines(evidence: Evidence, place: int) -> list[Line]:
    """Return the right programs that answer a check in double precision."""
    return [line for line in evidence.trials[0].right if not is_single(line.row[place])]


def uses_single(evidence: Evidence, id: str) -> bool:
    """Tell whether a program's code speaks of single precision, where rounding looks like a small mistake."""
    variant = next(variant for variant in evidence.exercise.variants if variant.id == id)
    nodes = ast.walk(variant.definition)
    words = {getattr(node, "attr", getattr(node, "id", getattr(node, "value", ""))) for node in nodes}
    return not SINGLE.isdisjoint(word for word in words if isinstance(word, str))


def furthest(evidence: Evidence, place: int) -> str:
    """Name the right program that is furthest from the reference on a check."""
    return max(evidence.trials[0].right, key=lambda line: gap(evidence, place, line.row[place])).name


def near_misconceptions(evidence: Evidence) -> Iterator[Fault]:
    """Report a check on which a misconception comes nearer than a factor of ten to the tolerance."""
    for place, precision, margins in tolerances(evidence):
        gaps = [(gap(evidence, place, line.row[place]), line.name) for line in evidence.trials[0].wrong]
        near = [(size, name) for size, name in gaps if is_near(size, margins)]
        if near:
            size, name = min(near)
            yield Fault(
                "near",
                evidence.line_of_check(place),
                f"on the check {evidence.exercise.checks[place].title!r} {name} is {size:.1g} off, "
                f"too near to the tolerance {margins.tolerance:.1g} in {precision} precision; "
                "take inputs that set it further apart",
            )


def is_near(size: float, margins: Margins) -> bool:
    """Tell whether a wrong answer is less than ten tolerances off, and yet no right answer."""
    right = size <= SAME * margins.scatter and size <= margins.tolerance / MARGIN
    return not right and size < margins.tolerance * MARGIN


def gap(evidence: Evidence, place: int, seen: Observation) -> float:
    """Return how far an observation is from the reference's, in units of the check's scale."""
    return distance(seen, evidence.key.reference[place], Bound(0.0, 0.0, evidence.margins[place].sizes))


def tolerances(evidence: Evidence) -> Iterator[tuple[int, str, Margins]]:
    """Yield every check's margins by precision."""
    for place, measured in enumerate(evidence.margins):
        yield place, "double", measured.double
        yield place, "single", measured.single


# ---- gradients ----------------------------------------------------------------------------------


def wrong_slopes(evidence: Evidence) -> Iterator[Fault]:
    """Report a reference's gradient that disagrees with central differences of its loss in a coordinate."""
    seen: set[int] = set()
    for trial in evidence.trials[:2]:
        for place, check in enumerate(trial.key.checks):
            message = (
                "" if check.scenario.kind != "gradients" or place in seen else slope_words(trial.key, place)
            )
            if message:
                seen.add(place)
                yield Fault(
                    "slope",
                    evidence.line_of_check(place),
                    f"on the check {check.title!r}{trial.how} {message}; correct the reference, of= or wrt=",
                )


def slope_words(made: AnswerKey, place: int) -> str:
    """Say where a reference's gradient is not the slope of its loss; empty where it is."""
    seen, scenario = made.reference[place], made.checks[place].scenario
    names, given = entries(seen, graded(seen))
    _, numeric = entries(seen, [name for name in seen.values if is_slope(name)])
    if scenario.only:  # a part of a check grades some of the slopes, by the names of all
        numeric = slopes_of_part(seen, scenario, numeric)
    if given.shape != numeric.shape:
        wrt = ", ".join(scenario.wrt)
        return (
            f"the reference gives {given.size} numbers, but {scenario.of} has {numeric.size} slopes in {wrt}"
        )
    size = max(made.checks[place].bound.scale(name, seen.values[name]) for name in graded(seen))
    worst = int(np.argmax(np.abs(given - numeric)))
    if abs(given[worst] - numeric[worst]) <= NUMERIC_NEAR * size:
        return ""
    return (
        f"the reference's {names[worst]} is {given[worst]:.7g} and the central difference of {scenario.of} "
        f"is {numeric[worst]:.7g}"
    )


def slopes_of_part(seen: Observation, scenario: Scenario, numeric: np.ndarray) -> np.ndarray:
    """Return the slopes that a part of a check grades: each parameter's, or entries of the only one."""
    names = scenario.parts.get("", ())
    if len(scenario.wrt) == 1 and len(names) == numeric.size:
        return np.array([numeric[names.index(name)] for name in graded(seen) if name in names])
    chosen = [wrt for name, wrt in zip(names, scenario.wrt, strict=False) if name in scenario.only]
    kept = [name for name in seen.values if is_slope(name) and slope_in(name) in chosen]
    return entries(seen, kept)[1]


def slope_in(name: str) -> str:
    """Return the parameter in which a recorded slope was taken: ``~numeric.w[0]`` is one in ``w``."""
    return re.split(r"[.\[]", name.removeprefix(NUMERIC), maxsplit=1)[0]


def entries(seen: Observation, names: Sequence[str]) -> tuple[list[str], np.ndarray]:
    """Return the names and numbers of all entries of some values, one after the other."""
    arrays = {name: seen.values[name].astype(float).ravel() for name in names}
    places = [
        f"{name}[{place}]" if array.size > 1 else name
        for name, array in arrays.items()
        for place in range(array.size)
    ]
    return places, np.concatenate([np.zeros(0), *arrays.values()])
