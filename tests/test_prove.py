"""A sound page has no fault; a page broken in one place has exactly the fault of that place."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from grader import page
from grader.authoring import prove as prove_and_print
from grader.course import Course
from grader.errors import UsageError
from grader.observation import Leaf
from grader.prove import checks, data, gather, programs, show, texts
from grader.prove.proof import Evidence, Fault, Proof
from grader.prove.prove import RULES, prove, prove_all
from grader.report.terminal import Screen
from grader.sandbox.client import Sandbox
from grader.tolerance import Margins

PAGES = Path(__file__).parent / "pages"
SOUND = (PAGES / "one_slope.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """One warm sandbox for all pages."""
    with Sandbox() as shared:
        yield shared


@pytest.fixture(scope="module")
def evidence(sandbox: Sandbox) -> Evidence:
    """What there is to see of the sound page."""
    return gather.gather(page.read(PAGES / "one_slope.py"), sandbox, 0, None)


@pytest.fixture
def faults(sandbox: Sandbox, tmp_path: Path):
    """Return a function that proves the sound page with some of its text exchanged."""

    def of(*edits: tuple[str, str]) -> list[Fault]:
        text = SOUND
        for old, new in edits:
            assert old in text, f"the sound page has no {old!r}"
            text = text.replace(old, new)
        path = tmp_path / "one_slope.py"
        path.write_text(text, encoding="utf-8")
        # No stub lies beside these pages; the rules on stubs have tests of their own.
        return [fault for fault in prove(path, sandbox).faults if fault.rule != "stub"]

    return of


# ---- sound pages --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["one_slope", "value"])
def test_a_sound_page_has_no_fault(name: str, sandbox: Sandbox) -> None:
    """A sound page has no fault, whether its tasks are functions or methods of a class."""
    path = PAGES / f"{name}.py"
    text = gather.gather(page.read(path), sandbox, 0, None).stub.text
    assert prove(path, sandbox, committed=text).faults == ()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_sound_page_holds_with_other_inputs(seed: int, sandbox: Sandbox) -> None:
    """A sound page is sound with every seed."""
    assert {fault.rule for fault in prove(PAGES / "one_slope.py", sandbox, seed).faults} == {"stub"}


# ---- one fault each -----------------------------------------------------------------------------

FRESH = 'title="seven fresh samples",'
SCENARIO = ("import alternative, gradients", "import alternative, gradients, scenario")
EXPERIMENT = """
@scenario(slope, title="takes no words", note="no misconception is about words")
def takes_no_words(program, rng):
    try:
        program.slope("w", "x", "y")
    except Exception:
        return {"refused": 1.5}
    return {"refused": 0.5}


checks = ["""

BROKEN = {
    "page: not Python": [("def errors(w, x, y):", "def errors(w, x, y:")],
    "page: the reference is not finite": [("return w * x - y\n", "return w * x - y + np.inf\n")],
    "misconceptions": [
        (f"@misconception(slope)\ndef {name}", f"def {name}")
        for name in ("uphill", "product_of_means", "exponent_forgotten")
    ],
    "alternatives": [
        ("@alternative(errors)\n", ""),
        ("@alternative(slope)\ndef with_a_loop", "def with_a_loop"),
    ],
    "hints": [("    Hint: The chain has two links. Which of them depends on x?\n", "")],
    "answer": [("Compare your number for the story's sample", "Return w*x - y and compare")],
    "script": [
        ("@task\ndef errors", 'if __name__ == "__main__":\n    print(no_such_name)\n\n\n@task\ndef errors')
    ],
    "right: an alternative is wrong": [("total += 2 * ", "total += 2.2 * ")],
    "right: an alternative fails on redrawn inputs": [
        ("return total / len(x)", "return total / len(x) * {redrawn}")
    ],
    "right: an alternative raises on float32": [
        ("total = 0.0\n", "total = 0.0 if x.dtype == np.float64 else None\n")
    ],
    "right: an alternative fails with loops": [
        ("return 2 / len(x) * x @", 'return (2.2 if "loops_of_prove" in globals() else 2) / len(x) * x @')
    ],
    "steady: remembers its calls": [
        ("def turned_twice(w, x, y):\n", "def turned_twice(w, x, y, calls=[]):\n    calls.append(1)\n"),
        ("return -(y - x * w)", "return -(y - x * w) * (1 + 1e-15 * len(calls))"),
    ],
    "steady: draws without a seed": [
        ("return -(y - x * w)", "return -(y - x * w) * (1 + 1e-14 * np.random.default_rng().random())")
    ],
    "idle": [SCENARIO, ("\nchecks = [", EXPERIMENT), (FRESH, FRESH)],
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_page_broken_in_one_place_has_one_fault(case: str, faults) -> None:
    """Each rule is broken by itself."""
    assert {fault.rule for fault in faults(*BROKEN[case])} == {case.partition(":")[0]}
