"""Whatever a piece of code does becomes an observation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.inside.attempt import Missing, Printed, attempt, error_of
from grader.inside.observation import PRINTED_KEPT, TEXT_KEPT, Error, Observation, Outcome, Program, Source
from grader.inside.program import load

FILE = "program.py"


def raising(fault: BaseException) -> Callable[[], Any]:
    """Return a function that raises."""

    def action() -> None:
        raise fault

    return action


class Mute(Exception):
    """An exception that cannot even say what it is."""

    def __str__(self) -> str:
        raise SystemExit(3)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (ValueError("no"), Outcome.RAISED),
        (SystemExit(0), Outcome.RAISED),
        (KeyboardInterrupt(), Outcome.RAISED),
        (GeneratorExit(), Outcome.RAISED),
        (NotImplementedError("Write f."), Outcome.UNFINISHED),
        (Missing("f"), Outcome.MISSING),
        (MemoryError(), Outcome.OUT_OF_MEMORY),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), Outcome.OUT_OF_MEMORY),
        (Mute(), Outcome.RAISED),
    ],
)
def test_every_exception_is_an_outcome(fault: BaseException, outcome: Outcome):
    """Nothing that code may raise escapes."""
    assert attempt(raising(fault), FILE).outcome is outcome


def test_what_is_printed_is_kept():
    """Standard output and error are kept together, and given back afterwards."""

    def action() -> None:
        print("one")
        print("two", file=sys.stderr)

    before = sys.stdout
    assert attempt(action, FILE).printed == "one\ntwo\n"
    assert sys.stdout is before


def test_printing_survives_an_exception():
    """What was printed before the fault is shown with it."""
    assert attempt(lambda: (print("here"), 1 / 0), FILE).printed == "here\n"


def test_a_flood_is_cut():
    """The first 2000 characters are kept, and writing goes on as if all were."""
    stream = Printed()
    assert all(stream.write("x" * 999) == 999 for _ in range(1000))
    assert stream.kept == "x" * PRINTED_KEPT
    assert stream.writable()


def test_an_observation_passes_through():
    """An action that returns an observation has it completed by what it printed."""
    made = Observation(Outcome.RETURNED, {"f": np.ones(1)})
    seen = attempt(lambda: print("x") or made, FILE)
    assert (list(seen.values), seen.printed) == (["f"], "x\n")
    assert attempt(lambda: 5, FILE) == Observation(Outcome.RETURNED)


def test_errors_name_type_and_text():
    """An error holds the exception's type and text, cut to its greatest length."""
    assert error_of(ValueError("no"), FILE) == Error("ValueError", "no")
    assert error_of(Mute(), FILE) == Error("Mute")
    assert len(error_of(ValueError("x" * 10_000), FILE).text) == TEXT_KEPT


def test_the_line_is_the_programs_own():
    """The line is the last one of the program, not that of a library it called."""
    text = "import json\n\ndef f():\n    return json.loads('{')\n"
    space: dict[str, Any] = {}
    exec(compile(text, FILE, "exec"), space)
    assert attempt(space["f"], FILE).line == 4
    assert attempt(raising(ValueError()), FILE).line == 0


def test_a_file_that_is_not_python_says_where():
    """What does not compile is an error of the file, with line and column."""
    seen = load(Program("x = 1\ny = (\n"))[1]
    assert seen.error == Error("SyntaxError", "'(' was never closed", 2, 5, Source.FILE, 2)


def test_a_programs_own_syntax_error_is_no_broken_file():
    """What a program evaluates by itself is its own doing, at its own line."""
    seen = load(Program("x = 1\neval('1 +')\n"))[1]
    assert seen.error == Error("SyntaxError", "invalid syntax", 2, end_line=2)


@pytest.mark.parametrize("name", ["Missing", "WrongSignature", "TooLarge", "NotCallable", "Signal"])
def test_an_exception_may_be_called_like_ours(name: str):
    """A program's own exception of the observer's name stays the program's."""
    seen = load(Program(f"class {name}(Exception):\n    pass\nraise {name}('mine')\n"))[1]
    assert (seen.outcome, seen.error) == (Outcome.RAISED, Error(name, "mine", 3, end_line=3))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("raise ValueError('no')\n", (1, 1)),
        ("x = 1\ny = max(\n    x,\n    None,\n)\n", (2, 5)),
        ("def f():\n    return 1 / 0\n\nf(\n)\n", (2, 2)),
        ("x = (1 +\n", (1, 1)),
    ],
)
def test_from_where_to_where_it_stopped(text: str, lines: tuple[int, int]):
    """An error says at which lines the program stopped, the innermost ones of its own."""
    seen = load(Program(text, filename=FILE))[1]
    assert (seen.line, seen.end_line) == lines


USES = "import mine\ndef f(x):\n    return mine.g(x)"


@pytest.mark.parametrize(
    ("text", "helper", "line", "said"),
    [
        ("\nimport mine", "def g(x) return x", 2, "SyntaxError: expected ':' (mine.py, line 1)"),
        ("import mine", "1 / 0", 1, "ZeroDivisionError: division by zero (mine.py, line 1)"),
        (
            f"{USES}\nf(1)",
            "def g(x):\n    return np",
            3,
            "NameError: name 'np' is not defined (mine.py, line 2)",
        ),
        (
            "import mine\nmine.back(lambda: 1 / 0)",
            "def back(f): f()",
            2,
            "ZeroDivisionError: division by zero",
        ),
        ("import mine\n1 / 0", "", 2, "ZeroDivisionError: division by zero"),
    ],
)
def test_the_file_beside_a_program_in_which_it_stops_is_named(text: str, helper: str, line: int, said: str):
    """Where the last line that ran is another file's, that file and line follow, as Python writes them."""
    before = [*sys.meta_path]
    try:
        _, seen = load(Program(text, filename=FILE, modules={"mine": helper}))
    finally:
        sys.modules.pop("mine", None)
        sys.meta_path[:] = before
    assert seen.error is not None
    assert (seen.error.line, str(seen.error)) == (line, said)
