"""Look at a short list of parameters entry by entry: some of them may be right."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from grader.numbers.scripts.evidence.records import Evidence, Parameter

ENTRIES_AT_MOST = 8
"""A longer vector is the weights of one unit, not a list of single parameters."""


def split(evidence: Evidence) -> Evidence | None:
    """Return the evidence with every short list as single numbers, None where there is no such list."""
    made: list[Parameter] = []
    for one in evidence.parameters:
        made += entries(one) if is_list(one) else [one]
    return replace(evidence, parameters=tuple(made)) if len(made) > len(evidence.parameters) else None


def is_list(one: Parameter) -> bool:
    """Tell whether a parameter is a short vector of which every entry was observed."""
    size = one.shape[0] if len(one.shape) == 1 else 0
    return 2 <= size <= ENTRIES_AT_MOST and np.array_equal(one.directions, np.eye(size))


def entries(one: Parameter) -> list[Parameter]:
    """Return a vector's entries as parameters of their own."""
    return [entry(one, place) for place in range(one.shape[0])]


def entry(one: Parameter, place: int) -> Parameter:
    """Return one entry of a vector as a parameter."""
    only = slice(place, place + 1)
    return replace(
        one,
        name=f"{one.name}[{place}]",
        shape=(1,),
        start=one.start[:, only],
        whole=one.whole[:, only],
        step=one.step[:, only],
        slope=one.slope[:, :, only],
        error=one.error[:, :, only],
        directions=np.eye(1),
        second_step=one.second_step[:, only],
        second_slope=one.second_slope[:, :, only],
        first_step=None if one.first_step is None else one.first_step[:, only],
        held_step=None if one.held_step is None else one.held_step[:, only],
    )
