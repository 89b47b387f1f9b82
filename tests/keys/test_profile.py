"""Which profile of the sandbox a program runs in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from programs import asked, program

from grader.inside.observation import Leaf
from grader.keys.profile import needs_torch, profile_of, torch_of


@pytest.mark.parametrize(
    ("text", "args", "allows", "profile"),
    [
        ("import numpy", (), False, "numpy"),
        ("import torch", (), False, "numpy"),
        ("import numpy", (), True, "numpy"),
        ("import torch", (), True, "torch"),
        ("torch.optim.SGD", (), True, "optim"),
        ("import numpy", (Leaf(np.zeros(1)),), True, "torch"),
        ("import numpy", ([1.0, (Leaf(np.zeros(1)),)],), True, "torch"),
        ("optim", (Leaf(np.zeros(1)),), True, "optim"),
    ],
)
def test_torch_is_there_where_it_is_allowed_and_used(text: str, args: Any, allows: bool, profile: str):
    """An exercise solved without torch is watched without it, whatever the program writes."""
    assert profile_of(program(text), torch_of([asked("f", *args)], allows)) == profile


def test_an_experiment_that_uses_torch():
    """The experiment's own text counts, too."""
    assert profile_of(program(""), torch_of([asked("f", text="import torch")], True)) == "torch"


def test_a_helper_that_uses_torch():
    """What is imported beside the program counts, too."""
    helped = replace(program("import mine"), modules={"mine": "import torch"})
    assert profile_of(helped, torch_of([asked("f")], True)) == "torch"


def test_a_leaf_is_found_in_lists():
    """At any depth of lists and tuples."""
    assert needs_torch([1, (Leaf(np.zeros(1)),)])
    assert not needs_torch([1, ("leaf",)])
