"""Whatever a piece of code does becomes an observation."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from grader.inside.attempt import Missing, Printed, attempt, describe
from grader.inside.observation import MESSAGE_KEPT, PRINTED_KEPT, Observation, Outcome

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
    made = Observation(Outcome.RETURNED, message="mine")
    seen = attempt(lambda: print("x") or made, FILE)
    assert (seen.message, seen.printed) == ("mine", "x\n")
    assert attempt(lambda: 5, FILE) == Observation(Outcome.RETURNED)


def test_messages_name_type_and_text():
    """A message is the exception's type and text, cut to its greatest length."""
    assert describe(ValueError("no")) == "ValueError: no"
    assert describe(Mute()) == "Mute: "
    assert len(describe(ValueError("x" * 10_000))) == MESSAGE_KEPT


def test_the_line_is_the_programs_own():
    """The line is the last one of the program, not that of a library it called."""
    text = "import json\n\ndef f():\n    return json.loads('{')\n"
    space: dict[str, Any] = {}
    exec(compile(text, FILE, "exec"), space)
    assert attempt(space["f"], FILE).line == 4
    assert attempt(raising(ValueError()), FILE).line == 0


def test_a_syntax_error_tells_its_line():
    """Text that is no Python is located by the exception itself."""
    seen = attempt(lambda: compile("x = 1\ny = (\n", FILE, "exec"), FILE)
    assert (seen.outcome, seen.line) == (Outcome.RAISED, 2)
    assert seen.message.startswith("SyntaxError: '(' was never closed (column ")
