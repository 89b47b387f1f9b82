"""Quantities on the way through a task are written down beside its result, where the scenario names them."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np
import pytest
from programs import asked

from grader.inside.intermediates import NUMBERS_AT_MOST
from grader.inside.observation import INTERMEDIATE, Observation, Outcome
from grader.inside.observe import run


def found(
    text: str, *names: str, argument: Any = 3.0, kind: str = "returns"
) -> tuple[Observation, dict[str, Any]]:
    """Run ``f`` of a program; return what was seen, and the quantities among it as lists."""
    space: dict[str, Any] = {"np": np, "sys": sys}
    exec(text, space)
    seen = run(space, {}, asked("f", argument, kind=kind, intermediates=names), "program.py")
    values = {name: array.tolist() for name, array in seen.values.items() if name.startswith(INTERMEDIATE)}
    return seen, {name.removeprefix(INTERMEDIATE): value for name, value in values.items()}


TWO = "def f(x):\n    dh = 2 * x\n    dw = np.array([dh, 1.0])\n    return dw * x"


def test_named_variables_are_written_down_as_they_are_in_the_end() -> None:
    """A variable that is set twice has its last value; what is not named stays out."""
    assert found(TWO + "\n", "dh", "dw")[1] == {"dh": 6.0, "dw": [6.0, 1.0]}
    assert found(TWO, "dw")[1] == {"dw": [6.0, 1.0]}
    assert found("def f(x):\n    x = x + 1\n    x = x + 1\n    return x", "x")[1] == {"x": 5.0}


def test_nothing_is_watched_where_nothing_is_named() -> None:
    """A scenario without names writes its result down, and no more."""
    assert [*found(TWO)[0].values] == ["f"]


def test_a_call_that_stops_leaves_what_it_had() -> None:
    """The variables up to the error are there; the outcome is what it is."""
    seen, values = found("def f(x):\n    dh = 2 * x\n    dw = dh / 0\n    return dw", "dh", "dw")
    assert (seen.outcome, values) == (Outcome.RAISED, {"dh": 6.0})


def test_of_a_recursive_task_the_outermost_call_counts() -> None:
    """The call that was asked for ends last."""
    text = "def f(x):\n    n = x\n    return x if x < 1 else x + f(x - 1)"
    assert found(text, "n")[1] == {"n": 3.0}


def test_a_wrapped_task_is_looked_into() -> None:
    """A decorator that keeps its function, as functools.wraps does, hides nothing."""
    text = "import functools\ndef g(h):\n    return functools.wraps(h)(lambda x: h(x))\n@g\n" + TWO
    assert found(text, "dh")[1] == {"dh": 6.0}


@pytest.mark.parametrize(
    "value",
    ["None", "'text'", f"np.zeros({NUMBERS_AT_MOST + 1})", "[np.zeros(2), np.zeros(3)]", "Odd()"],
)
def test_what_is_no_small_array_is_left_out(value: str) -> None:
    """Whatever a variable holds, the call itself is observed as it would be."""
    odd = "class Odd:\n    def __array__(self, *a, **b):\n        raise SystemExit\n"
    seen, values = found(f"{odd}def f(x):\n    dh = {value}\n    return x", "dh")
    assert (seen.outcome, values) == (Outcome.RETURNED, {})


def test_a_program_without_the_task() -> None:
    """There is nothing to look into, nor in what is no function of Python's own."""
    assert found("g = 1", "dh")[0].outcome is Outcome.MISSING
    assert found("f = abs", "dh")[0].outcome is Outcome.RETURNED


def test_a_profiler_of_the_process_is_put_back() -> None:
    """Who profiles the observer goes on profiling it."""
    before = sys.getprofile()
    found(TWO, "dh")
    assert sys.getprofile() is before
