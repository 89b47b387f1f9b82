"""What a script's process says of it may be anything: it is evidence in the right form, or none.

A script shares that process with what looks at it, and may exchange every number and word on its way out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT
from samples import sample

from grader.grading.scripts.looking import look
from grader.inside.observation import Limits, Observation, Observed, Program, Scenario
from grader.intake.scripts import Script, parse
from grader.report import script_html, script_json, script_terminal
from grader.sandbox.client import Sandbox

SCRIPT = ROOT / "examples" / "homework" / "two_layer_relu_right.py"

EACH = 8
"""One in so many numbers is exchanged in an ordinary run."""

ODD: Mapping[str, Any] = {
    "nothing": None,
    "infinite": np.inf,
    "not a number": np.nan,
    "complex": 1j,
    "huge": 1e308,
    "below zero": -7,
    "a fraction": 0.5,
    "beyond every size": 2**62,
    "empty": np.zeros(0),
    "empty in one axis": np.zeros((0, 3)),
    "several": np.ones((2, 3)),
    "of many axes": np.ones((1, 1, 1, 1, 1, 1)),
    "all infinite": "inf",
    "one row less": "less",
}
"""What may stand in a number's place; the last two are made of the number itself."""


LIMITS = Limits()


@dataclass
class Forging:
    """A sandbox that answers as a real one did, with values exchanged."""

    answers: Mapping[str, Observed]
    changes: Mapping[str, Any]
    limits: Limits = LIMITS

    def observe(
        self, program: Program, scenarios: Sequence[Scenario], profile: str, limits: Limits | None = None
    ) -> Observed:
        """Return what was seen, changed."""
        seen = self.answers[scenarios[0].kind]
        return replace(seen, row=tuple(map(self.changed, seen.row)))

    def changed(self, seen: Observation) -> Observation:
        """Return an observation with those of its values exchanged that are to be."""
        made = {
            name: odd(seen.values[name], self.changes[name]) for name in seen.values if name in self.changes
        }
        values = {name: array for name, array in {**seen.values, **made}.items() if array is not None}
        return replace(seen, values=values)


def odd(array: np.ndarray, what: Any) -> np.ndarray | None:
    """Return what stands in an array's place."""
    if isinstance(what, str):
        return array * np.inf if what == "inf" else array[..., :-1] if array.ndim else array[None]
    return None if what is None else np.asarray(what)


@pytest.fixture(scope="module")
def script() -> Script:
    """Return a script that trains two layers."""
    return parse(SCRIPT.read_bytes(), Path("a.py"))


@pytest.fixture(scope="module")
def answers(script: Script) -> Mapping[str, Observed]:
    """Return what the sandbox sees of it, by the kind of the question."""
    known: dict[str, Observed] = {}

    class Keeping(Sandbox):
        def observe(
            self, program: Program, scenarios: Sequence[Scenario], *more: Any, **words: Any
        ) -> Observed:
            seen = super().observe(program, scenarios, *more, **words)
            known.setdefault(scenarios[0].kind, seen)
            return seen

    with Keeping() as sandbox:
        assert look(script, sandbox).verdict == "right"
    return known


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("what", ODD)
def test_any_number_may_be_anything(what: str, script: Script, answers: Mapping[str, Observed]) -> None:
    """A look comes to its end and every report is written, whichever number is none."""
    names = sorted({name for seen in answers.values() for name in seen.row[0].values})
    turned = len(what) % EACH  # another eighth for each of them
    for name in sample([*names[turned:], *names[:turned]], lambda name: what, EACH):
        seen = look(script, Forging(answers, {name: ODD[what]}))
        script_terminal.show(seen)
        assert script_html.render(seen)
        json.loads(script_json.render(seen))
