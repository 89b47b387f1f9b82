"""Read an observation of the sandbox as evidence; what does not have the right form is no evidence."""

from __future__ import annotations

import math
import re

import numpy as np

from grader.inside.observation import Observation
from grader.numbers.scripts.evidence.fields import (
    Unreadable,
    array,
    flag,
    loose,
    numbered,
    rows,
    seconds,
    whole,
    wholes,
    word,
)
from grader.numbers.scripts.evidence.records import Evidence, Loss, Parameter, Run


def read(seen: Observation) -> Evidence:
    """Return the evidence in an observation.

    Raises:
        Unreadable: a number is missing or of another shape.
    """
    draws, losses = whole(seen, "draws"), losses_of(seen)
    parameters = tuple(
        parameter(seen, key, draws, len(losses)) for key in numbered([*seen.kinds], "parameter.")
    )
    if not parameters or draws < 1:
        raise Unreadable("no parameter")
    items = [int(item) for item in wholes(seen, "items", draws)]
    return Evidence(
        parameters=parameters,
        losses=losses,
        values=array(seen, "losses", draws, len(losses)),
        items=tuple(items),
        sizes=tuple(int(size) for size in wholes(seen, "sizes", None)),
        memory=tuple(seen.kinds[key] for key in sorted(seen.kinds) if key.startswith("memory.")),
        scaled=tuple(seen.kinds[key] for key in sorted(seen.kinds) if key.startswith("scaled.")),
        unmoved=unmoved(seen),
        optimiser=seen.kinds.get("optimiser", ""),
        single=flag(seen, "single"),
        differenced=flag(seen, "differenced"),
        chosen=flag(seen, "chosen"),
        behind=flag(seen, "behind"),
        seldom=flag(seen, "seldom"),
        empty=flag(seen, "empty"),
        stateful=flag(seen, "stateful"),
        loop=(whole(seen, "loop.line"), whole(seen, "loop.end")),
        place=whole(seen, "loop.place"),
        data={key.removeprefix("data."): found for key, found in named(seen, "data.").items()},
        inner=inner(seen, items),
        parts={parts(key): found for key, found in named(seen, "item.").items()},
    )


def losses_of(seen: Observation) -> tuple[Loss, ...]:
    """Return the values that may be the loss."""
    labels = [seen.kinds[key].partition(":") for key in numbered([*seen.kinds], "loss.")]
    many = len(labels)
    sizes, counts = wholes(seen, "loss_sizes", many), wholes(seen, "counts", many, 3)
    told = [array(seen, key, many) for key in ("follows", "leftover", "occasional", "both")]
    spread, multiplied = (array(seen, key, many) for key in ("spread", "multiplied"))
    return tuple(
        Loss(
            how,
            name or how,
            int(sizes[place]),
            *(bool(flags[place]) for flags in told),
            spread=bool(spread[place]),
            multiplied=bool(multiplied[place]),
            counts=tuple(int(count) for count in counts[place]),
        )
        for place, (how, _, name) in enumerate(labels)
    )


def named(seen: Observation, start: str) -> dict[str, np.ndarray]:
    """Return the arrays whose names begin so."""
    return {key: loose(found) for key, found in seen.values.items() if key.startswith(start)}


def inner(seen: Observation, items: list[int]) -> dict[str, tuple[np.ndarray, ...]]:
    """Return the arrays that a round binds by itself, one for each draw."""
    found = named(seen, "inner.")
    names = {key.removeprefix("inner.").partition(".")[2] for key in found}
    keys = {name: [f"inner.{item}.{name}" for item in items] for name in sorted(names)}
    return {name: tuple(found[key] for key in row) for name, row in keys.items() if {*row} <= {*found}}


def parts(key: str) -> tuple[int, int]:
    """Return an item's number and its part's.

    Raises:
        Unreadable: they are no numbers.
    """
    known = re.fullmatch(r"item\.(\d)\.(\d)", key, re.ASCII)
    if known is None:
        raise Unreadable(key)
    return int(known[1]), int(known[2])


def unmoved(seen: Observation) -> dict[str, str]:
    """Return the arrays that look trainable and stay where they are, with why they look so."""
    keys = [key for key in seen.kinds if key.startswith("unmoved.") and not key.endswith(".how")]
    return {seen.kinds[key]: word(seen, f"{key}.how") for key in keys}


def parameter(seen: Observation, key: str, draws: int, losses: int) -> Parameter:
    """Return one parameter's evidence, with its arrays held to their shapes."""
    step = array(seen, f"{key}.step", draws, None)
    count = step.shape[1]
    shape = tuple(int(size) for size in wholes(seen, f"{key}.shape", None))
    second, slopes = rows(seen, f"{key}.second_step", count), rows(seen, f"{key}.second_slope", losses, count)
    if len(second) != len(slopes):
        raise Unreadable(key)
    rates = numbered([*seen.kinds], f"{key}.rate.")
    first, held = f"{key}.first_step", f"{key}.held_step"
    return Parameter(
        name=seen.kinds[key],
        shape=shape,
        lines=tuple(int(line) for line in wholes(seen, f"{key}.lines", None)),
        start=array(seen, f"{key}.start", draws, count),
        whole=filled(array(seen, f"{key}.whole", draws, None), -1, shape),
        step=step,
        slope=array(seen, f"{key}.slope", draws, losses, count),
        error=array(seen, f"{key}.error", draws, losses, count),
        directions=filled(array(seen, f"{key}.directions", None, None), count, shape),
        second_step=second,
        second_slope=slopes,
        held_step=array(seen, held, draws, count) if held in seen.values else None,
        rates={seen.kinds[rate]: array(seen, rate, draws) for rate in rates},
        first_step=array(seen, first, draws, count) if first in seen.values else None,
        rule=word(seen, f"{key}.rule"),
    )


def filled(found: np.ndarray, many: int, shape: tuple[int, ...]) -> np.ndarray:
    """Return rows that hold all entries of a parameter, or nothing; so ``many`` of them, -1 for any.

    Raises:
        Unreadable: there are others.
    """
    entries = math.prod(shape)
    whole_rows = found.shape[1] == entries and many in (-1, len(found))
    if entries < 1 or min(shape, default=1) < 1 or (found.size and not whole_rows):
        raise Unreadable("not all entries")
    return found


def run(seen: Observation) -> Run:
    """Return how the training went, an empty record where that is not known."""
    try:
        return Run(
            losses=tuple(float(loss) for loss in array(seen, "run.losses", None)),
            walks=tuple(float(loss) for loss in array(seen, "run.walks", None)),
            walked=whole(seen, "run.walked"),
            of_samples=flag(seen, "run.of_samples"),
            rounds=whole(seen, "run.rounds"),
            count=whole(seen, "run.count"),
            stopped=flag(seen, "run.stopped"),
            failed=flag(seen, "run.failed"),
            first_bad=whole(seen, "run.first_bad"),
            final=final(seen),
            spent=seconds(seen, "run.spent"),
            predicted=predicted(seen),
        )
    except Unreadable:
        return Run()


def predicted(seen: Observation) -> tuple[tuple[int, str, np.ndarray], ...]:
    """Return what the script's own functions predicted: the set of samples, the name, samples by outputs."""
    keys = [(key, re.fullmatch(PREDICTED, key, re.ASCII | re.DOTALL)) for key in sorted(seen.values)]
    known = ((key, found) for key, found in keys if found is not None)
    return tuple((int(found[1]), found[2], array(seen, key, None, None)) for key, found in known)


PREDICTED = r"run\.predicted\.(\d{1,3})\.(.*)\.[^.]*"


def final(seen: Observation) -> tuple[float, ...]:
    """Return all parameters' last values, one after the other."""
    keys = numbered([*seen.values], "run.final.")
    return tuple(float(number) for key in keys for number in loose(seen.values[key]).ravel())
