"""All that an exercise page may import: marks for its functions, kinds of check, inputs."""

from grader.pages.inputs import draw, integers, leaf, normal, tensor, uniform
from grader.pages.kinds import gradients, returns, scenario, state_after, trains_to
from grader.pages.marks import alternative, misconception, task

__all__ = [
    "alternative",
    "draw",
    "gradients",
    "integers",
    "leaf",
    "misconception",
    "normal",
    "returns",
    "scenario",
    "state_after",
    "task",
    "tensor",
    "trains_to",
    "uniform",
]
