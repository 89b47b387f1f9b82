"""A grading compares once, and only numbers and code decide: no comment, no name of an error."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import ROOT, Grade

from grader.grading.grade import grade, observe, report, works_in_single
from grader.inside.observation import Limits, Program
from grader.intake.submission import Submission
from grader.keys.code import read_code
from grader.keys.key import AnswerKey
from grader.numbers import compare
from grader.sandbox.client import Sandbox

SUMMED = (ROOT / "examples" / "manual_gradient_summed.py").read_text(encoding="utf-8")


def test_each_check_is_compared_once_with_the_reference(keys: Mapping[str, AnswerKey], sandbox: Sandbox):
    """Verdict, diagnosis, error carried forward and pictures share one comparison for each check."""
    key = keys["manual_gradient"]
    handed_in = Submission(key.id, "summed.py", Program(SUMMED), "0" * 64)
    seen = observe(handed_in, key, sandbox)
    right = {id(one): index for index, one in enumerate(key.reference)}
    compared: list[int] = []

    def count(frame, event, argument):
        if event == "call" and frame.f_code is compare.compare.__code__:
            compared.extend(right[one] for one in (id(frame.f_locals["expected"]),) if one in right)

    sys.setprofile(count)
    try:
        graded = report(handed_in, key, seen, Limits())
    finally:
        sys.setprofile(None)
    assert [found.id for found in graded.diagnoses] == ["summed_not_averaged"]
    assert sorted(compared) == list(range(len(key.checks)))


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


@pytest.mark.parametrize(
    ("raising", "status"),
    [
        ("class WrongSignature(Exception):\n        pass\n    raise WrongSignature('mine')", "raised"),
        ("eval('1 +')", "raised"),
        ("raise TypeError('x')", "raised"),
    ],
)
def test_errors_are_reported_as_what_they_are(graded: Grade, raising: str, status: str):
    """A program's own exception is the program's, whatever it is called."""
    text = f"def forward(x, w):\n    {raising}\n\ndef forward_with_bias(x, w, b):\n    {raising}\n"
    found = graded("forward", text)
    assert {one.status for one in found.verdicts} == {status}
    assert all("is called with" not in str(one.message) for one in found.verdicts)


def test_a_dictionary_is_no_pair(keys: Mapping[str, AnswerKey], sandbox: Sandbox) -> None:
    """Whoever unpacks it gets its keys; it costs the checks, says so, and nothing else is named."""
    text = (
        "def loss(w, b, x, y):\n    return ((w * x + b - y) ** 2).mean()\n\n"
        "def gradient(w, b, x, y):\n    error = w * x + b - y\n"
        "    return {'dw': 2 * (error * x).mean(), 'db': 2 * error.mean()}\n"
    )
    handed_in = Submission("manual_gradient", "x.py", Program(text), "0" * 64)
    made = grade(handed_in, keys["manual_gradient"], sandbox)
    wrong = [one for one in made.verdicts if one.task == "gradient" and one.public]
    assert {str(one.message) for one in wrong} == {
        "gradient returned a dictionary. Return the values themselves, in the order dw, db."
    }
    assert not any("gradient" in found.task for found in made.diagnoses)
