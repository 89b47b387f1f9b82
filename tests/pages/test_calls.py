"""A call is shown as a reader would write it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from programs import asked

from grader.inside.observation import Leaf
from grader.pages.calls import call_text, value_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (0.1 + 0.2, "0.3"),
        (123456789.0, "1.23457e+08"),
        (3, "3"),
        (True, "True"),
        (None, "None"),
        ("a", "'a'"),
        (np.array([1.0, 2.5]), "[1, 2.5]"),
        ([1.0, [2.0]], "[1, [2]]"),
        ((1.0, 2.0), "(1, 2)"),
        (Leaf(np.array(1.0)), "tensor(1)"),
        (Leaf(np.array([1.0]), np.array([2.0])), "tensor([1], grad=[2])"),
    ],
)
def test_an_input_as_text(value: Any, text: str):
    """Six digits a number, arrays as lists, leaves as tensors."""
    assert value_text(value) == text


def test_a_call_names_its_arguments():
    """Every argument stands with its name; an experiment is no call."""
    assert call_text(asked("f", 1.0, [2.0], labels=("w", "x"))) == "f(w=1, x=[2])"
    assert call_text(asked("f", 1.0, kind="experiment")) == ""
