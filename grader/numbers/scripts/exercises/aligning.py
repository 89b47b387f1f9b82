"""Find which parameter of a script is which one of a model: by value, whatever they are called."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from grader.numbers.scripts.models.layers import Family
from grader.numbers.scripts.exercises.models import MODELS, Model
from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.models.stacking import tables
from grader.numbers.scripts.models.units import Array

CLOSE, SINGLE_CLOSE = 1e-6, 1e-3
"""How far the factors between two rows of losses may be apart."""

SMALL = 8
"""Parameters that are tried in every order; larger models are recognised by their matrices."""


@dataclass(frozen=True)
class Fit:
    """A model whose loss is the script's up to a constant.

    ``order`` says for each number of the model which of the script's it is; ``data`` which of the given sets
    of samples it was found on, -1 where it is the script's own.
    """

    model: str
    order: tuple[int, ...]
    data: int = -1


@dataclass(frozen=True)
class Samples:
    """Inputs and targets, as samples by numbers; at every draw the same, or one table a draw."""

    x: tuple[Array, ...]
    y: tuple[Array, ...]


def fit(
    evidence: Evidence, loss: int, models: Sequence[str], given: Sequence[tuple[Array, Array]]
) -> Fit | None:
    """Return the first of some models whose loss fits, on the given data or else on the script's own."""
    whole, names = flat(evidence)
    wanted = evidence.values[:, loss]
    if whole.shape[1] > SMALL or len(wanted) < 2:
        return None
    close = SINGLE_CLOSE if evidence.single else CLOSE
    orders = by_name(names)
    for name in models:
        model = MODELS[name]
        if model.count != whole.shape[1]:
            continue
        for place, (x, y) in enumerate(given):
            order = of_samples(model, whole, wanted, orders, x, y, close)
            if order is not None:
                return Fit(name, order, place)
        if model.count < SMALL:
            order = of_own(evidence, model, whole, wanted, orders, close)
            if order is not None:
                return Fit(name, order)
    return None


def flat(evidence: Evidence) -> tuple[Array, list[str]]:
    """Return all parameters as one row a draw, and a name for each number."""
    names = [
        f"{one.name}[{place}]" if one.whole.shape[1] > 1 else one.name
        for one in evidence.parameters
        for place in range(one.whole.shape[1])
    ]
    return np.concatenate([one.whole for one in evidence.parameters], axis=1), names


def by_name(names: Sequence[str]) -> Array:
    """Return all orders of some numbers, those near the order of their names first."""
    places = sorted(range(len(names)), key=lambda place: natural(names[place]))
    return np.array(list(itertools.permutations(places)))


def natural(name: str) -> list[tuple[int, str]]:
    """Return what sorts w2 before w10."""
    return [(int(part or 0) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", name)]


def of_samples(
    model: Model, whole: Array, wanted: Array, orders: Array, x: Array, y: Array, close: float
) -> tuple[int, ...] | None:
    """Return the order in which all samples together, or one of them at each draw, give the losses."""
    each = model.errors(whole[:, orders], x, y)  # draws, orders, samples
    whole_sum = proportional(each.sum(axis=-1), wanted, close)
    found = whole_sum if whole_sum.any() else one_each(each, wanted, close)
    return tuple(int(place) for place in orders[np.argmax(found)]) if found.any() else None


def proportional(losses: Array, wanted: Array, close: float) -> Array:
    """Tell of every order (the second axis) whether its losses are the wanted ones up to a factor.

    A threshold unit has no loss where it is right: such draws have to agree, and two others to be left.
    """
    shown = wanted != 0
    if shown.sum() < 2:
        return np.zeros(losses.shape[1], dtype=bool)
    with np.errstate(all="ignore"):
        ratio = wanted[shown, None] / losses[shown]
        same = np.ptp(ratio, axis=0) <= close * np.abs(ratio).max(axis=0)
        finite = np.isfinite(ratio).all(axis=0) & (losses[~shown] == 0).all(axis=0)
        return np.asarray(finite & same & (ratio[0] > 0))


def one_each(each: Array, wanted: Array, close: float) -> Array:
    """Tell of every order whether the loss of one sample at each draw is the wanted one up to one factor."""
    shown = wanted != 0
    if len(wanted) < 3 or shown.sum() < 2:
        return np.zeros(each.shape[1], dtype=bool)
    with np.errstate(all="ignore"):
        ratio = wanted[shown, None, None] / each[shown]
        none = (each[~shown] == 0).any(axis=2).all(axis=0)
        found = np.zeros(each.shape[1], dtype=bool)
        for sample in range(each.shape[2]):
            first = ratio[0, :, sample]
            near = np.abs(ratio - first[None, :, None]) <= close * np.abs(first)[None, :, None]
            found |= near.any(axis=2).all(axis=0) & (first > 0) & np.isfinite(first) & none
    return found


def of_own(
    evidence: Evidence, model: Model, whole: Array, wanted: Array, orders: Array, close: float
) -> tuple[int, ...] | None:
    """Return the order in which the model gives the losses on tables of the script's own."""
    for samples in own_samples(evidence, "x2" in model.features):
        losses = np.array(
            [
                model.errors(whole[draw][orders], samples.x[draw], samples.y[draw]).sum(axis=-1)
                for draw in range(len(wanted))
            ]
        )
        found = proportional(losses, wanted, close)
        if found.any():
            return tuple(int(place) for place in orders[np.argmax(found)])
    return None


TABLES_AT_MOST = 12


def own_samples(evidence: Evidence, two: bool) -> Iterator[Samples]:
    """Yield what may be inputs and targets among the script's tables."""
    seen = list(itertools.islice(tables(evidence), TABLES_AT_MOST))
    columns = [tuple(one.reshape(-1, 1) for one in table) for table in seen]
    for place, targets in enumerate(columns):
        others = [one for number, one in enumerate(columns) if number != place]
        pairs = list(itertools.permutations(others, 2)) if two else [(one,) for one in others]
        for given in pairs:
            if len({len(one[0]) for one in (*given, targets)}) == 1:
                x = tuple(np.hstack(parts) for parts in zip(*given, strict=True))
                yield Samples(x, targets)
        wide = [table for table in seen if two and table[0].ndim == 2 and table[0].shape[1] == 2]
        yield from (Samples(table, targets) for table in wide if len(table[0]) == len(targets[0]))


def of_family(family: Family, models: Sequence[str]) -> Fit | None:
    """Return the asked model of matrices that a recognised family is."""
    for name in models:
        same = family.activations == MODELS[name].units and not family.features
        if not MODELS[name].count and same and family.loss == "squared error":
            return Fit(name, tuple(layer.weight for layer in family.layers))
    return None


def final_error(model: Model, theta: Array, x: Array, y: Array) -> tuple[float, bool]:
    """Return the mean loss of a sample, and whether no output is on the other side than its target."""
    outputs = model.outputs(theta, x)
    return float(model.errors(theta, x, y).mean()), bool(((outputs - model.side) * np.sign(y) >= 0).all())


def holders(evidence: Evidence, entries: Sequence[int]) -> tuple[int, ...]:
    """Return the parameters in which some numbers stand, by their places."""
    sizes = [one.whole.shape[1] for one in evidence.parameters]
    owner = [place for place, size in enumerate(sizes) for _ in range(size)]
    return tuple(dict.fromkeys(owner[entry] for entry in entries))


def places_of(evidence: Evidence, found: Fit, parameters: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """Return for each asked parameter that the model has, in which of the script's parameters it stands.

    The names are those of the model's numbers, in order; of matrices, of its layers' weights.
    """
    if not MODELS[found.model].count:
        return {name: (place,) for name, place in zip(parameters, found.order, strict=False)}
    pairs = zip(parameters, found.order, strict=False)
    return {name: holders(evidence, [entry]) for name, entry in pairs}
