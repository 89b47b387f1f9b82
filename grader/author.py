"""All that an exercise page may import: marks for its functions, kinds of check, inputs."""

from grader.pages.files import data
from grader.pages.how import calls, fits, leaves_unchanged, vectorised
from grader.pages.inputs import draw, generator, integers, leaf, normal, signed, tensor, uniform
from grader.pages.kinds import (
    chooses,
    gradients,
    predict,
    raises,
    returns,
    scenario,
    state_after,
    trains_to,
)
from grader.pages.marks import alternative, intermediates, misconception, rewrite, slip, task
from grader.pages.scripts import another, script, wrong
from grader.pages.split import part, split
from grader.pages.twins import twins

__all__ = [
    "alternative",
    "another",
    "calls",
    "chooses",
    "data",
    "draw",
    "fits",
    "generator",
    "gradients",
    "integers",
    "intermediates",
    "leaf",
    "leaves_unchanged",
    "misconception",
    "normal",
    "part",
    "predict",
    "raises",
    "returns",
    "rewrite",
    "scenario",
    "script",
    "signed",
    "slip",
    "split",
    "state_after",
    "task",
    "tensor",
    "trains_to",
    "twins",
    "uniform",
    "vectorised",
    "wrong",
]
