"""Names in the code loosen a tolerance to single precision; comments, docstrings and stubs do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, Grade

from grader.grading.precision import works_in_single
from grader.keys.code import read_code

OFF = """import numpy as np

def loss(w, b, x, y):
    return np.mean((w * x + b - y) ** 2)

def dloss_dprediction(prediction, y):
    return 2 * (prediction - y)

def dprediction_dw(w, b, x):
    return x

def gradient(w, b, x, y):
    link = dloss_dprediction(w * x + b, y)
    return np.mean(link * x) * (1 + 1e-6), np.mean(link) * (1 + 1e-6)
"""

WORDS = ("# a single sample", "# float32, as torch has it", '"""One single torch float32."""')


@pytest.mark.parametrize("words", WORDS)
def test_comments_and_docstrings_loosen_nothing(graded: Grade, words: str):
    """The same numbers get the same score, whatever a comment or a docstring says."""
    assert graded("manual_gradient", f"{words}\n{OFF}").score == graded("manual_gradient", OFF).score < 11


@pytest.mark.parametrize("stub", sorted((ROOT / "exercises").glob("*.py")), ids=lambda path: path.stem)
def test_no_stub_loosens_a_tolerance(stub: Path):
    """What students get to fill asks for no single precision."""
    assert not works_in_single(read_code(stub.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("text", "single"),
    [
        ("import numpy as np\nx = np.float32(1)", True),
        ("from numpy import single", True),
        ("x = a.astype('float32')", True),
        ("import torch\nw = torch.tensor(1.0)", True),
        ("import torch\nw = x.float()", True),
        ("w = float(1)", False),
        ("import torch\nwith torch.no_grad():\n    pass", False),
        ("x = 'a single word'", False),
        ("'float32'", False),
        ("x = (", False),
    ],
)
def test_what_asks_for_single_precision(text: str, single: bool):
    """Names, attributes and exact texts in the code do; nothing else."""
    assert works_in_single(read_code(text)) is single
