"""All that an exercise page may import: marks for its functions, kinds of check, inputs."""

from grader.pages.inputs import draw, generator, integers, leaf, normal, tensor, uniform
from grader.pages.kinds import (
    calls,
    fits,
    gradients,
    leaves_unchanged,
    raises,
    returns,
    scenario,
    state_after,
    trains_to,
    vectorised,
)
from grader.pages.marks import alternative, misconception, task

__all__ = [
    "alternative",
    "calls",
    "draw",
    "fits",
    "generator",
    "gradients",
    "integers",
    "leaf",
    "leaves_unchanged",
    "misconception",
    "normal",
    "raises",
    "returns",
    "scenario",
    "state_after",
    "task",
    "tensor",
    "trains_to",
    "uniform",
    "vectorised",
]
