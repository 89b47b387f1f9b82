"""Nothing that a program learns from a hidden input comes back to the one who wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.report import html, json, terminal
from grader.sandbox.client import Sandbox

RIGHT = """
import numpy as np
SEEN = []

def squared_error(prediction, y):
    right = (prediction - y) ** 2
    SEEN.append(float(prediction))
    ANSWER
"""

CHOSEN = {
    "a factor": "return right * 1.618034",
    "an offset": "return right + 0.577216",
    "a constant": "return 4.669201",
}
"""What a program answers that has a number to tell."""

NUMBERS = ("1.61803", "0.577216", "4.6692")


def report(key: AnswerKey, sandbox: Sandbox, answer: str) -> Report:
    """Return what a student sees whose program answers in a chosen way."""
    text = RIGHT.replace("ANSWER", answer)
    handed_in = Submission("loss", "loss.py", Program(text, filename="loss.py"), "0" * 64)
    return grade(handed_in, key, sandbox).for_student()


def shown(seen: Report) -> str:
    """Return all that any renderer shows of a report beside the student's own file."""
    plain = replace(seen, source="", sha256="", environment={}, seconds=0.0)
    return "\n".join([terminal.render(plain, hints=3), json.render(plain), html.render(plain)])


def hidden(key: AnswerKey) -> AnswerKey:
    """Return a key none of whose checks is public."""
    return replace(key, checks=tuple(replace(check, public=False) for check in key.checks))


@pytest.mark.parametrize("way", CHOSEN)
def test_a_number_that_only_hidden_checks_show_is_not_told(
    way: str, keys: Mapping[str, AnswerKey], sandbox: Sandbox
) -> None:
    """Nor is the mistake: that it is there would answer a question about inputs nobody sees."""
    seen = report(hidden(keys["loss"]), sandbox, CHOSEN[way])
    assert seen.diagnoses == ()
    assert not any(number in shown(seen) for number in NUMBERS)


@pytest.mark.parametrize("way", CHOSEN)
def test_a_number_that_public_checks_show_is_told(
    way: str, keys: Mapping[str, AnswerKey], sandbox: Sandbox
) -> None:
    """The same mistake in a check that the student sees is named with its number."""
    assert any(number in shown(report(keys["loss"], sandbox, CHOSEN[way])) for number in NUMBERS)


WHISPER = {
    "prints": "print('whisper', SEEN); return right + 1",
    "raises": "raise ValueError(f'whisper {SEEN}')",
    "raises under a name": "raise type(f'whisper{len(SEEN)}', (Exception,), {})()",
    "warns": "import warnings; warnings.warn(f'whisper {SEEN}'); return right + 1",
    "writes to the error stream": "import sys; sys.stderr.write('whisper'); return right + 1",
    "ends with a word": "raise SystemExit('whisper')",
    "answers a text": "return f'whisper {SEEN}'",
    "answers a dictionary": "return {f'whisper {SEEN}': right}",
    "answers another shape": "return np.full(len(SEEN) + 7, 31337.25)",
    "answers an object": "return type('whisper', (), {})()",
}
"""Ways to say something about the inputs that were seen."""


@pytest.mark.parametrize("way", WHISPER)
def test_nothing_that_is_said_in_a_hidden_check_is_shown(
    way: str, keys: Mapping[str, AnswerKey], sandbox: Sandbox
) -> None:
    """Neither words nor names nor numbers of a program's come through."""
    words = shown(report(hidden(keys["loss"]), sandbox, WHISPER[way]))
    assert "whisper" not in words
    assert "31337" not in words


def test_a_hidden_input_kept_for_later_reaches_no_public_check(
    keys: Mapping[str, AnswerKey], sandbox: Sandbox
) -> None:
    """Public checks are over before the first hidden input comes, whatever their order on the page."""
    key = keys["loss"]
    turned = tuple(replace(check, public=not check.public) for check in key.checks)
    for one in (key, replace(key, checks=turned)):
        seen = report(one, sandbox, "return float(len(SEEN))")
        task = [verdict for verdict in seen.verdicts if verdict.task == "squared_error"]
        calls = [verdict.got for verdict in task if verdict.public and verdict.got is not None]
        assert calls
        assert max(calls) <= len([verdict for verdict in task if verdict.public])


def test_the_time_of_hidden_checks_is_not_shown(keys: Mapping[str, AnswerKey], sandbox: Sandbox) -> None:
    """A program that sleeps longer for one input than for another tells nothing by it."""
    sleep = "import time; time.sleep(0.2); return right"
    assert report(hidden(keys["loss"]), sandbox, sleep).seconds == 0
