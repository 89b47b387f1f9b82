"""What a hidden check gives a program to see never reaches the student who wrote it.

Each program here does its best to carry a hidden input out: printed, raised, returned where a report quotes
numbers, kept for a later answer, or told by the time it takes. The page is ``unit_line``; the inputs of its
hidden checks are drawn anew for every key, so a report must not depend on them at all: two keys that differ
in nothing else must give students the same report to the last character.
"""

from __future__ import annotations

import json as plain_json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from programs import PAGES
from samples import NIGHTLY

from grader.grading.grade import grade
from grader.grading.repairs.choice import CHOICES_AT_MOST
from grader.grading.verdict import Report
from grader.inside.observation import Limits, Program
from grader.intake.submission import Submission
from grader.keys.key import AnswerKey
from grader.keys.making import keymaker
from grader.pages import page
from grader.report import html, json, terminal
from grader.sandbox.client import Sandbox

Told = Callable[[str, int], Report]

HEAD = """
import os
import sys
import time

import numpy as np

FIRST = [1.0, 2.0, 3.0]
hidden = []


def is_hidden(x):
    return np.asarray(x).tolist() != FIRST


def note(w, x, y):
    if is_hidden(x):
        hidden.append((float(w), np.asarray(x).tolist(), np.asarray(y).tolist()))
    return is_hidden(x)


def right(w, x, y):
    return w * x - y


def right_slope(w, x, y):
    return np.mean(2 * (w * x - y) * x)

"""
"""What all programs share: they know a hidden input when they see one, and write it down."""

PROGRAMS = {
    "prints it": """
def residual(w, x, y):
    note(w, x, y)
    print(hidden)
    return 0 * right(w, x, y)
slope = right_slope
""",
    "writes it to the error stream": """
def residual(w, x, y):
    note(w, x, y)
    sys.stderr.write(str(hidden))
    os.write(2, str(hidden).encode())
    return 0 * right(w, x, y)
slope = right_slope
""",
    "raises it": """
def residual(w, x, y):
    if note(w, x, y):
        raise ValueError(str(hidden))
    return right(w, x, y)
slope = right_slope
""",
    "raises a class named after it": """
def residual(w, x, y):
    if note(w, x, y):
        raise type("E" + str(hidden[-1][1][0]).replace(".", "_").replace("-", "m"), (Exception,), {})()
    return right(w, x, y)
slope = right_slope
""",
    "raises in a line that tells a digit": """
def residual(w, x, y):
    if note(w, x, y):
        exec(compile("\\n" * int(abs(hidden[-1][1][0]) * 1000) + "1 / 0", "unit_line.py", "exec"))
    return right(w, x, y)
slope = right_slope
""",
    "returns it": """
def residual(w, x, y):
    return right(w, x, y) if not note(w, x, y) else np.array(hidden[-1][1])
slope = right_slope
""",
    "returns it as a slope": """
def residual(w, x, y):
    note(w, x, y)
    return right(w, x, y)
def slope(w, x, y):
    return right_slope(w, x, y) if not note(w, x, y) else hidden[-1][1][0]
""",
    "hides it in a factor": """
def residual(w, x, y):
    return right(w, x, y) if not note(w, x, y) else right(w, x, y) * hidden[0][1][0]
slope = right_slope
""",
    "hides it in an offset": """
def residual(w, x, y):
    return right(w, x, y) if not note(w, x, y) else right(w, x, y) + hidden[0][1][0]
slope = right_slope
""",
    "hides it in a constant": """
def residual(w, x, y):
    return right(w, x, y)
def slope(w, x, y):
    return right_slope(w, x, y) if not note(w, x, y) else round(hidden[0][1][0], 2)
""",
    "hides it in a power": """
def residual(w, x, y):
    power = abs(hidden[0][1][0]) if note(w, x, y) else 1
    return np.sign(right(w, x, y)) * abs(right(w, x, y)) ** power
slope = right_slope
""",
    "hides it in a shape": """
def residual(w, x, y):
    return right(w, x, y) if not note(w, x, y) else np.zeros(int(abs(hidden[0][1][0]) * 1000))
slope = right_slope
""",
    "hides it in the names of values": """
def residual(w, x, y):
    return right(w, x, y) if not note(w, x, y) else {str(hidden[0][1][0]): 1.0}
slope = right_slope
""",
    "hides it in a class": """
def residual(w, x, y):
    return right(w, x, y) if not note(w, x, y) else type("T" + str(hidden[0][1][0])[2:8], (), {})()
slope = right_slope
""",
    "fails in every public check from then on": """
def residual(w, x, y):
    return right(w, x, y) if not hidden and not note(w, x, y) else np.array([hidden[0][0]] * len(x))
slope = right_slope
""",
    "prints in public what it has kept": """
def residual(w, x, y):
    note(w, x, y)
    if not is_hidden(x):
        print(hidden)
    return right(w, x, y) * 0
def slope(w, x, y):
    note(w, x, y)
    print("kept", hidden)
    return hidden[0][0] if hidden else 0.0
""",
    "sleeps for a digit": """
def residual(w, x, y):
    if note(w, x, y):
        time.sleep(abs(hidden[0][1][0]) / 20)
    return 0 * right(w, x, y)
slope = right_slope
""",
    "ends with it as its status": """
def residual(w, x, y):
    if note(w, x, y):
        os._exit(1 + int(abs(hidden[0][1][0]) * 100) % 250)
    return right(w, x, y)
slope = right_slope
""",
    "ends by a signal that tells a digit": """
def residual(w, x, y):
    if note(w, x, y):
        os.kill(os.getpid(), 1 + int(abs(hidden[0][1][0]) * 100) % 8)
        os._exit(0)
    return right(w, x, y)
slope = right_slope
""",
    "asks for as much memory as it tells": """
def residual(w, x, y):
    if note(w, x, y):
        bytearray((1 << 40) + int(abs(hidden[0][1][0]) * 1e9))
    return right(w, x, y)
slope = right_slope
""",
    "is unfinished by a digit": """
def residual(w, x, y):
    if note(w, x, y) and int(abs(hidden[0][1][0]) * 1e6) % 2:
        raise ValueError
    raise NotImplementedError
def slope(w, x, y):
    return residual(w, x, y)
""",
    "goes missing by a digit": """
for number in range(3):
    w = number * 0.5 - 0.1 * (number - 2)
def residual(w, x, y):
    if note(w, x, y) and int(abs(hidden[0][1][0]) * 1e6) % 2:
        del globals()["residual"]
        raise ValueError
    if is_hidden(x):
        raise ValueError
    return right(w, x, y)
slope = right_slope
""",
    "complains about its arguments": """
class Fussy:
    def bind(self, *args):
        raise TypeError(str(args))
def residual(w, x, y):
    return right(w, x, y)
residual.__signature__ = Fussy()
slope = right_slope
""",
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Return a warm sandbox of this test's own."""
    with Sandbox(Limits(load=5.0, call=4.0)) as warm:
        yield warm


@pytest.fixture(scope="module")
def keys(sandbox: Sandbox) -> tuple[AnswerKey, AnswerKey]:
    """Return two keys of the page, with other inputs in the hidden checks."""
    described = page.read(PAGES / "unit_line.py")
    one, other = (keymaker.make(described, sandbox, seed, with_mutants=False) for seed in (1, 2))
    assert numbers(one) & numbers(other) == set()
    return one, other


def numbers(key: AnswerKey) -> set[float]:
    """Return the inputs of a key's hidden checks that are drawn."""
    found: set[float] = set()
    for check, scenario in zip(key.checks, key.scenarios, strict=True):
        if not check.public:
            found |= {float(number) for item in scenario.args for number in np.ravel(item)}
    return {number for number in found if number != round(number)}


@pytest.fixture(scope="module")
def told(keys: tuple[AnswerKey, AnswerKey], sandbox: Sandbox) -> Told:
    """Return a function that says what a student reads of a program by either key, graded once."""
    return cache(lambda name, which: handed_in(PROGRAMS[name], keys[which], sandbox).for_student())


def handed_in(text: str, key: AnswerKey, sandbox: Sandbox) -> Report:
    """Grade a program."""
    return grade(Submission("unit_line", "unit_line.py", Program(HEAD + text), "0" * 64), key, sandbox)


def texts(report: Report) -> tuple[str, ...]:
    """Return a report as its readers see it, but for the time it took.

    Where an object of the program lay in memory is another accident of the run; public calls come first.
    """
    still = replace(report, seconds=0.0, environment={}, source="")
    rendered = terminal.render(still, 9), html.render(still), json.render(still)
    terminal_text, page, data = (re.sub(r"\bat 0x[0-9a-f]+", "at an address", text) for text in rendered)
    return terminal_text, page, data


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_number_of_a_hidden_input_is_shown(name: str, keys: tuple[AnswerKey, AnswerKey], told: Told):
    """Neither as it was nor with two decimals does one come back."""
    shown = "".join(texts(told(name, 0)))
    for number in numbers(keys[0]):
        assert f"{number:.5g}" not in shown
        assert f"{abs(number):.4f}" not in shown


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_report_does_not_depend_on_hidden_inputs(name: str, told: Told):
    """With other hidden inputs a student reads the same, to the last character."""
    one, other = told(name, 0), told(name, 1)
    assert [verdict.status for verdict in one.verdicts] == [verdict.status for verdict in other.verdicts]
    for mine, theirs in zip(texts(one), texts(other), strict=True):
        assert mine == theirs


@pytest.mark.parametrize(
    "name",
    ["prints it", "raises it", "returns it", "returns it as a slope"],
)
def test_the_programs_do_carry_them_out(name: str, keys: tuple[AnswerKey, AnswerKey], sandbox: Sandbox):
    """What an instructor reads depends on the hidden inputs; it is the students' report that hides them."""
    one, other = (handed_in(PROGRAMS[name], key, sandbox) for key in keys)
    assert texts(one)[2] != texts(other)[2]


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_hidden_verdict_says_nothing_else(name: str, told: Told):
    """Of a hidden check there is a status and a fixed sentence: no call, line, number or printed text."""
    report = told(name, 0)
    data = plain_json.loads(json.render(report))
    for verdict, shown in zip(report.verdicts, data["checks"], strict=True):
        if not verdict.public:
            assert (verdict.call, verdict.line, verdict.printed, verdict.where) == ("", 0, "", None)
            assert {shown.get(name) for name in ("got", "expected", "error", "tolerance")} == {None}


def test_public_checks_come_first(keys: tuple[AnswerKey, AnswerKey], sandbox: Sandbox):
    """When the first hidden input arrives, every public answer has been given."""
    text = """
def residual(w, x, y):
    note(w, x, y)
    print(len(hidden), "hidden inputs so far")
    return 0 * right(w, x, y)
def slope(w, x, y):
    note(w, x, y)
    print(len(hidden), "hidden inputs so far")
    return 0.5
"""
    report = handed_in(text, keys[0], sandbox)
    printed = [verdict.printed for verdict in report.verdicts if verdict.public]
    assert len(printed) == 2
    assert set(printed) == {"0 hidden inputs so far\n"}


def test_seconds_are_those_of_public_checks(keys: tuple[AnswerKey, AnswerKey], sandbox: Sandbox):
    """The only time in a report is that of the calls that a student can time at home."""
    text = """
def residual(w, x, y):
    if note(w, x, y):
        time.sleep(1.5)
    return right(w, x, y)
slope = right_slope
"""
    assert handed_in(text, keys[0], sandbox).seconds < 1.5


PLACES = 24
"""Places in the program below of which a hidden number chooses one."""

CHOOSES = """
def residual(w, x, y):
    {zeros}
    found = [{names}]
    if is_hidden(x):
        right_one = found[int(abs(x[0]) * 1e6) % {count}]
    else:
        right_one = max(found)
    return w * x - y if right_one else np.sin(w * x) + y**2
slope = right_slope
"""


def test_a_hidden_number_chooses_no_place(sandbox: Sandbox) -> None:
    """Of many changes that public checks take for right, hidden ones decide among few: two bits, not many."""
    described = page.read(PAGES / "unit_line.py")
    names = [f"z{number}" for number in range(PLACES)]
    text = CHOOSES.format(
        zeros="\n    ".join(f"{name} = 0" for name in names), names=", ".join(names), count=PLACES
    )
    said = set()
    for seed in range(24 if NIGHTLY else 8):
        key = keymaker.make(described, sandbox, seed, with_mutants=False)
        said.add(tuple(str(one.message) for one in handed_in(text, key, sandbox).for_student().diagnoses))
    assert len(said) <= CHOICES_AT_MOST + 1, said
