"""Recognise the model: layers, units and losses are tried until the loss is the script's."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence
from grader.numbers.scripts.models.layers import Family, Layer, as_matrix, as_vector, merged
from grader.numbers.scripts.models.stacking import candidates, may_be_features, of_features
from grader.numbers.scripts.models.units import ACTIVATIONS, LOSSES, Array

TRIES_AT_MOST = 4_000


def recognise(evidence: Evidence, loss: int) -> Family | None:
    """Return the family whose loss is the script's up to a constant, None where none is found."""
    if not all(one.whole.size for one in evidence.parameters):
        return None
    wanted = evidence.values[:, loss]
    found = first_fitting(evidence, candidates(evidence), wanted)
    if found is None and may_be_features(evidence):
        found = first_fitting(as_vector(evidence), of_features(evidence), wanted)
    return found


def first_fitting(evidence: Evidence, families: Iterator[Family], wanted: Array) -> Family | None:
    """Return the first family that gives the wanted losses up to a constant."""
    for family in itertools.islice(families, TRIES_AT_MOST):
        with np.errstate(all="ignore"):
            loss_of = LOSSES[family.loss][0]
            got = np.array(
                [
                    loss_of(forward(evidence, family, draw)[-1], family.targets[draw])
                    for draw in range(len(wanted))
                ]
            )
        if is_proportional(got, wanted):
            return replace(family, scale=float(wanted[0] / got[0]))
    return None


def evidence_of(evidence: Evidence, family: Family) -> Evidence:
    """Return the evidence in the form that a family's layers count."""
    return as_vector(evidence) if family.features else merged(evidence)


def is_proportional(got: Array, wanted: Array) -> bool:
    """Tell whether two rows are the same up to a factor, over at least two draws."""
    if len(got) < 2 or not np.isfinite(got).all() or not got.all():
        return False
    ratio = wanted / got
    return bool(np.ptp(ratio) <= 1e-6 * np.abs(ratio).max()) and ratio[0] > 0


def forward(evidence: Evidence, family: Family, draw: int) -> list[Array]:
    """Return the activations of every layer at a draw, the inputs first."""
    passed = [family.inputs[draw]]
    for layer, name in zip(family.layers, family.activations, strict=True):
        passed.append(ACTIVATIONS[name].of(sums(evidence, layer, passed[-1], draw)))
    return passed


def sums(evidence: Evidence, layer: Layer, inputs: Array, draw: int) -> Array:
    """Return a layer's weighted sums."""
    made = inputs @ weights(evidence, layer, draw) + layer.constant
    if layer.bias is not None:
        made = made + evidence.parameters[layer.bias].whole[draw]
    return np.asarray(made)


def weights(evidence: Evidence, layer: Layer, draw: int) -> Array:
    """Return a layer's weights as inputs by outputs."""
    one = evidence.parameters[layer.weight]
    return as_matrix(one.whole[draw], one.shape, layer.turned)
