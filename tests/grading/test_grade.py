"""A grading compares once, and only numbers and code decide: no comment, no name of an error."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import pytest
from conftest import ROOT, Grade

from grader.grading.grade import grade, observe, report
from grader.inside.observation import Limits, Program
from grader.intake.submission import Submission
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
