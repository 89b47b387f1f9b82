"""Whatever a file does, its author reads what it was and where; only a right answer scores."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from bad_programs import CALLING, LOADING, NO_PYTHON, ODD_AND_RIGHT, RIGHT, Bad
from conftest import PATIENCE, Grade, Run

from grader.grading.verdict import Report, Verdict
from grader.report import terminal
from grader.sandbox.client import Sandbox


def name_of(row: Bad) -> str:
    """Return the name of a row's test."""
    return row.id


def program(row: Bad) -> str:
    """Return the right program with a row's text at its end."""
    return f"{RIGHT}\n\n{row.text}"


def line_of(row: Bad) -> int:
    """Return the line of the whole program that a row is about, 0 for none."""
    return row.line and program(row).split("\n").index(row.text.split("\n")[row.line - 1]) + 1


def first_of(report: Report, task: str = "squared_error") -> Verdict:
    """Return the verdict on a task's first public check."""
    return next(verdict for verdict in report.verdicts if verdict.task == task and verdict.public)


def read_by(report: Report) -> str:
    """Return what the student reads, as one line of words."""
    return " ".join(terminal.render(report.for_student(), width=100).split())


def say(report: Report, words: tuple[str, ...]) -> bool:
    """Tell whether the student reads all these words."""
    return all(" ".join(part.split()) in read_by(report) for part in words)


@pytest.mark.parametrize("row", [*LOADING, *NO_PYTHON], ids=name_of)
def test_file_does_not_load(row: Bad, graded: Grade) -> None:
    """A file that stops by itself scores nothing; the message says where it stops and what that means."""
    report = graded("loss", program(row))
    assert {verdict.status for verdict in report.verdicts} == {row.status}
    assert report.score == 0
    assert not report.passed
    assert say(report, row.words)
    assert not row.line or first_of(report).line == line_of(row)
    assert not row.line or f"Line {line_of(row)}" in str(first_of(report).message)


@pytest.mark.parametrize("row", NO_PYTHON, ids=name_of)
def test_line_and_caret(row: Bad, graded: Grade) -> None:
    """A syntax error is shown with the student's line, and with a caret below the place."""
    message = str(first_of(graded("loss", program(row))).message)
    assert [part for part in row.words if part.startswith("    ") and part not in message.split("\n")] == []


@pytest.mark.parametrize("row", CALLING, ids=name_of)
def test_call_goes_wrong(row: Bad, graded: Grade) -> None:
    """A call that goes wrong costs its own task only; the message says what it was, and in which line."""
    report = graded("loss", program(row))
    assert {verdict.status for verdict in report.verdicts if verdict.task == "squared_error"} == {row.status}
    assert {verdict.status for verdict in report.verdicts if verdict.task != "squared_error"} == {"passed"}
    assert first_of(report).points == 0
    assert say(report, row.words)
    assert not row.line or first_of(report).line == line_of(row)


@pytest.mark.parametrize("row", ODD_AND_RIGHT, ids=name_of)
def test_odd_and_right(row: Bad, graded: Grade) -> None:
    """A right answer of another type passes, and prints, plots and warnings cost nothing."""
    report = graded("loss", program(row))
    assert [verdict for verdict in report.verdicts if not verdict.passed] == []
    assert report.score == report.max_score


@pytest.mark.parametrize("text", ["# nothing yet\n", '"""Only words."""\n'])
def test_nothing_in_it(text: str, graded: Grade) -> None:
    """A file with no function in it scores nothing; each function is asked for by name."""
    report = graded("loss", text)
    assert {verdict.status for verdict in report.verdicts} == {"missing"}
    assert report.score == 0
    assert "no function squared_error" in read_by(report)


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_empty(text: str, graded: Grade) -> None:
    """Of an empty file it is said that it is empty, once, and not that a function is misnamed."""
    report = graded("loss", text)
    assert report.score == 0
    assert read_by(report).count("The file is empty. Was it saved?") == 1
    assert "Check its name" not in read_by(report)


def test_misspelt(graded: Grade) -> None:
    """A function whose name is nearly right is pointed out, with its line."""
    report = graded("loss", RIGHT.replace("def squared_error", "def squarred_eror"))
    assert "no function squared_error" in read_by(report)
    assert "Is it squarred_eror, in line 5?" in read_by(report)


def test_inside_another(graded: Grade) -> None:
    """A function that is set in, and so part of another, is pointed out with its line."""
    text = RIGHT.replace("def squared_error", "def helper():\n    pass\n    def squared_error").replace(
        "    return (prediction", "        return (prediction"
    )
    assert "Line 7 defines squared_error inside something else" in read_by(graded("loss", text))


@pytest.mark.parametrize(
    ("exercise", "text", "words"),
    [
        (
            "manual_gradient",
            "def gradient(w, b, x, y): return np.mean(2 * (w * x + b - y) * x)",
            "gradient should return 2 values: dw, db. What it returned, of type float64,",
        ),
        (
            "manual_gradient",
            "def gradient(w, b, x, y): return 1.0, 2.0, 3.0",
            "of type tuple, cannot be unpacked into 2.",
        ),
        (
            "manual_gradient",
            "def gradient(w, b, x, y): return np.mean(2 * (w * x + b - y) * x), None",
            "db is None. Is it ever given a value?",
        ),
        ("quadratic", "def train(parameters, xs, ys, lr, epochs): pass", "train returned None. Is a return"),
        (
            "backprop_222",
            "def train(w, x, y, step, rounds): return w",
            "What train returned could not be used: ValueError: too many values to unpack",
        ),
    ],
    ids=["one of two", "three for two", "None for one", "changes and returns nothing", "no pair"],
)
def test_several_values(
    exercise: str, text: str, words: str, graded: Grade, references: Mapping[str, str]
) -> None:
    """Where several values are due and something else comes back, the message names the values."""
    assert words in read_by(graded(exercise, f"{references[exercise]}\n\n{text}\n"))


def test_torch_where_forbidden(graded: Grade, references: Mapping[str, str]) -> None:
    """Where an exercise is to be solved without torch, using it is refused and said so."""
    report = graded("backprop_222", f"import torch.nn as nn; nn.Linear(2, 2)\n{references['backprop_222']}")
    assert {verdict.status for verdict in report.verdicts} == {"raised"}
    assert "This exercise is solved without torch. Line 1 uses it." in read_by(report)


def test_an_import_of_torch_costs_nothing(graded: Grade, references: Mapping[str, str]) -> None:
    """Where nothing of it is used, it may be imported in every way, also where it is to be left alone."""
    text = """import torch, torch.nn as nn
from torch.nn import functional as F
torch.manual_seed(0)

def kind(x: torch.Tensor | None) -> nn.Module | torch.Tensor:
    return isinstance(x, torch.Tensor)

assert not kind(None)
"""
    assert graded("backprop_222", text + references["backprop_222"]).passed


def test_torch_by_another_name(graded: Grade, references: Mapping[str, str]) -> None:
    """A library that only begins like torch is said to be missing, not forbidden."""
    report = graded("zero_grad", f"import torchvision\n{references['zero_grad']}")
    assert "No module named 'torchvision'" in read_by(report)


def test_endless_file(graded: Grade, impatient: Sandbox) -> None:
    """A file that never ends is stopped; the message asks for a loop outside the functions."""
    report = graded("loss", f"{RIGHT}\nwhile True:\n    pass\n", impatient)
    assert {verdict.status for verdict in report.verdicts} == {"timed_out"}
    assert f"did not finish within {PATIENCE} s. Is there a loop outside the functions?" in read_by(report)


def test_endless_function(graded: Grade, impatient: Sandbox) -> None:
    """A function that never ends is stopped, and the other functions are graded."""
    text = f"{RIGHT}\ndef squared_error(prediction, y):\n    while True:\n        pass\n"
    report = graded("loss", text, impatient)
    statuses = [(verdict.status, verdict.task == "squared_error") for verdict in report.verdicts]
    assert set(statuses) == {("timed_out", True), ("passed", False)}
    assert f"did not finish within {PATIENCE} s. Is there a loop that never ends?" in read_by(report)


def test_swallows_everything(graded: Grade, impatient: Sandbox) -> None:
    """A function that catches every exception cannot outlive its time."""
    text = f"""{RIGHT}
def squared_error(prediction, y):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
"""
    assert first_of(graded("loss", text, impatient)).status == "timed_out"


def test_next_check_is_not_harmed(graded: Grade) -> None:
    """After a crash the same program's next check runs in a fresh process."""
    text = f"""{RIGHT}
import os

def squared_error(prediction, y):
    if prediction == 3.0:
        os.abort()
    return (prediction - y) ** 2
"""
    statuses = [v.status for v in graded("loss", text).verdicts if v.task == "squared_error"]
    assert statuses == ["crashed", "passed"]


def test_commands_for_the_terminal(graded: Grade) -> None:
    """Escape sequences in a student's error cannot act on the reader's terminal."""
    report = graded("loss", f'{RIGHT}\nraise ValueError("\\x1b[2J\\u202e")\n')
    text = terminal.render(report.for_student())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert r"\x1b[2J\u202e" in text


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        (RIGHT, "passed", 0),
        (f"{RIGHT}\nsquared_error = abs\n", "raised", 1),
        (f"{RIGHT}\ndel squared_error\n", "missing", 1),
        (f"{RIGHT}\nprint(\n", "unreadable", 1),
        (f"{RIGHT}\nimport os\nos._exit(0)\n", "crashed", 1),
        (f"{RIGHT}\nbig = np.zeros((1_000_000, 100_000))\n", "out_of_memory", 1),
        ("", "missing", 1),
    ],
    ids=["right", "wrong signature", "missing", "no Python", "crash", "memory", "empty"],
)
def test_exit_code(text: str, status: str, code: int, run: Run, tmp_path: Path) -> None:
    """A file that can be read is graded, however broken it is: the exit code is 0 or 1, never an error's."""
    path = tmp_path / "loss.py"
    path.write_text(text, encoding="utf-8")
    done = run("submit", path, "--json")
    assert done.exit_code == code
    assert f'"status": "{status}"' in done.stdout
