"""Rounds begin after the first one where that makes what steps carry."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.inside.scripts.state.rounds import Names, Rounds
from grader.inside.scripts.trials.warming import warm


def rounds_of(names: dict[str, Any], body: str) -> Rounds:
    """Return the rounds of a loop's body at the top level of a script."""
    code = compile(body, "script", "exec")
    scope = Names(names, dict, lambda names: None)
    return Rounds(scope, lambda: exec(code, names), lambda item: None, float("inf"))


MOMENTUM = """
if v is None:
    v = np.zeros_like(w)
v = 0.9 * v - 0.1 * 2 * w
w = w + v
"""

BUFFER = """
if seen is None:
    seen = np.zeros_like(w)
seen = w * 1.0
w = w - 0.1 * 2 * seen
"""


@pytest.mark.parametrize(("body", "name", "kept"), [(MOMENTUM, "v", True), (BUFFER, "seen", False)])
def test_what_steps_carry_is_there_from_the_start(body: str, name: str, kept: bool) -> None:
    """A velocity is, as zeros; what each round makes anew is not; the parameter is where it was."""
    rounds = rounds_of({"np": np, "w": np.array([1.0, 2.0]), name: None}, body)
    warm(rounds, None)
    rounds.reset()
    held = rounds.scope.names()
    assert held["w"].tolist() == [1.0, 2.0]
    assert (held[name] is not None and held[name].tolist() == [0.0, 0.0]) is kept


def test_names_that_a_round_binds_are_not_there_from_the_start() -> None:
    """Else a loop's item would go by its own name, and not by its place in a list."""
    rounds = rounds_of({"np": np, "w": np.array([1.0, 2.0]), "v": None}, f"{MOMENTUM}\nlast = w * 1.0")
    warm(rounds, None)
    rounds.reset()
    assert "last" not in rounds.scope.names()


def test_an_input_that_a_round_names_anew_stays_as_it_is() -> None:
    """The first activations of a network are its inputs: they are not what a round makes."""
    x = np.array([1.0, 2.0])
    names = {"np": np, "w": np.array([1.0, 2.0]), "x": x, "kept": {}}
    rounds = rounds_of(names, "kept['acts'] = [x, x * w]\nw = w - 0.1 * kept['acts'][0] * w")
    warm(rounds, None)
    rounds.reset()
    assert x.tolist() == [1.0, 2.0]
