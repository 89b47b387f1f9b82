"""Programs that have understood nothing: what they pass is worth nothing by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from grader.inside.observation import Observation, Program
from grader.numbers.compare import graded
from grader.pages.check import Check
from grader.pages.page import Exercise

LAZY = ("None", "0.0", "1.0", "args[0]", "np.zeros_like(args[0])", "np.ones_like(args[0])")
"""What programs return that have understood nothing; ``args`` are the arguments of the call."""


def lazy_programs(exercise: Exercise) -> list[Program]:
    """Return programs that answer every task with the same nothing."""
    return [lazy_program(exercise, answer) for answer in LAZY]


def lazy_program(exercise: Exercise, answer: str) -> Program:
    """Return the reference with every task replaced by one that returns ``answer``."""
    lines = [f"{name} = lambda *args, **words: {answer}" for name in exercise.tasks]
    text = exercise.reference.text + "\nimport numpy as np\n" + "\n".join(lines) + "\n"
    return replace(exercise.reference, text=text)


def constant_answers(check: Check, expected: Observation) -> list[Observation]:
    """Return all zeros and all ones in the right shape, for checks of a returned value."""
    if check.kind not in ("returns", "gradients"):
        return []
    fills = (np.zeros_like, np.ones_like)
    return [
        replace(expected, values={name: fill(expected.values[name]) for name in graded(expected)})
        for fill in fills
    ]
