"""Mutants are watched on a page's own checks, and those that tell something are kept."""

from __future__ import annotations

import ast
from typing import Any

import numpy as np
import pytest
from programs import PAGES, asked, seen

from grader.grading.comparison import hold
from grader.grading.diagnose import diagnose
from grader.inside.observation import Error, Observation, Outcome
from grader.keys.key import AnswerKey, Mutant
from grader.keys.making import keymaker, mutants
from grader.keys.making.mutation.tree import SourceMutant
from grader.numbers.compare import Bound
from grader.pages import page
from grader.sandbox.client import Sandbox
from grader.words.catalogue import sentences

LINE = page.read(PAGES / "unit_line.py")
BOUNDS = {id: Bound(1e-9, 1e-4, {"f": 1.0}) for id in ("one", "two")}


def test_bases_are_the_right_definitions():
    """The reference's definition of every task, then the alternatives'."""
    assert [(base.task, base.name) for base in mutants.bases(LINE)] == [
        ("residual", "residual"),
        ("slope", "slope"),
        ("slope", "with_a_loop"),
        ("slope", "in_single_precision"),
    ]


def test_one_program_holds_all_mutants():
    """The reference's text comes first, so that every mutant finds what it calls."""
    base = next(base for base in mutants.bases(LINE) if base.task == "residual")
    program, found = mutants.program(base, ())
    names = [node.name for node in ast.parse(program.text).body if isinstance(node, ast.FunctionDef)]
    assert program.text.startswith(base.program.text)
    assert [name for name in names if name.startswith("mutant_")] == [
        f"mutant_{n}" for n in range(len(found))
    ]


def test_methods_have_no_mutants():
    """Nobody could call a mutant of a method."""
    base = next(mutants.bases(page.read(PAGES / "unit_value.py")))
    assert mutants.program(base, ()) == (base.program, [])


def test_the_first_checks_of_a_task_are_asked():
    """A mutant is watched on a few checks of its own task."""
    scenarios = LINE.scenarios(0)
    assert list(mutants.asked(LINE, scenarios, "residual")) == [0, 1]
    assert len(mutants.asked(LINE, scenarios, "slope")) == mutants.CHECKS_AT_MOST


def test_a_mutant_stands_in_the_tasks_place():
    """A gradient's mutant is only called; its loss is not differenced again."""
    call = mutants.call_mutant(asked("slope", 1.0, kind="gradients"), "slope", 3)
    assert (call.kind, call.names, call.task) == ("returns", {"slope": "mutant_3"}, "slope")
    assert mutants.call_mutant(asked("step", kind="state"), "step", 3).kind == "state"


# ---- what is kept ----


def mutant(name: str, *values: Any) -> Mutant:
    """Return a mutant with its numbers on the checks one and two."""
    rows = [value if isinstance(value, Observation) else seen(f=value) for value in values]
    return Mutant(name, {}, "f", dict(zip(("one", "two"), rows, strict=True)))


def kept(*derived: Mutant, known: tuple[Any, ...] = ()) -> list[str]:
    """Return the mutants that are kept beside a reference of 1 and 2."""
    row = (seen(f=1.0), seen(f=2.0))
    rows = [tuple(seen(f=value) for value in pair) for pair in known]
    watched = [mutants.Watched(one, number, LINE.reference) for number, one in enumerate(derived)]
    return [one.mutant.sentence for one in mutants.telling(watched, row, {"f": rows}, BOUNDS)]


def test_what_differs_is_kept():
    """A mutant that gives other finite numbers tells something."""
    assert kept(mutant("doubled", 2.0, 4.0)) == ["doubled"]


def test_what_agrees_is_dropped():
    """A mutant that gives the reference's numbers, to rounding, is none."""
    assert kept(mutant("same", 1.0, 2.0), mutant("rounded", 1 + 1e-12, 2.0)) == []


def test_what_the_page_names_is_dropped():
    """The page's own sentence comes first."""
    assert kept(mutant("summed", 3.0, 4.0), known=((3.0, 4.0),)) == []


def test_twins_are_kept_once():
    """Of two mutants with the same numbers the likelier stands for both."""
    assert kept(mutant("first", 3.0, 4.0), mutant("second", 3.0, 4.0), mutant("third", 3.0, -4.0)) == [
        "first",
        "third",
    ]


@pytest.mark.parametrize(
    "value",
    [
        Observation(Outcome.RAISED, error=Error("ValueError", "x")),
        np.ones(3) * 1j,
        np.zeros(1001),
    ],
)
def test_what_says_too_little(value: Any):
    """A mutant that raises on a check, or gives what is not compared, is dropped."""
    assert kept(mutant("odd", value, 5.0)) == []


def test_numbers_that_leave_the_finite():
    """A mutant that diverges on one check is still told by the other; on both it says nothing."""
    assert kept(mutant("odd", np.nan, 5.0), mutant("nothing", np.nan, np.inf)) == ["odd"]


def test_minus_zero_is_zero():
    """The sign of a zero tells no two mutants apart."""
    assert mutants.fingerprint({"one": seen(f=-0.0)}, BOUNDS) == mutants.fingerprint(
        {"one": seen(f=0.0)}, BOUNDS
    )


# ---- the whole way ----


@pytest.fixture(scope="module")
def line(sandbox: Sandbox) -> AnswerKey:
    """Return the key of the page of lines, with its mutants."""
    return keymaker.make(LINE, sandbox, 0)


def test_mutants_of_a_page_are_all_different(line: AnswerKey):
    """Every mutant in a key has numbers of its own, and none those of a program of the page."""
    marks = [
        (one.task, mutants.fingerprint(one.seen, {check.id: check.bound for check in line.checks}))
        for one in line.mutants
    ]
    assert len(marks) == len(set(marks)) > 20


def test_a_mutant_is_recognised_by_its_numbers(line: AnswerKey, sandbox: Sandbox):
    """A program with an everyday mutant that the page does not name gets the sentence for it."""
    mutant = "\ndef slope(w, x, y):\n    return np.mean(twice(residual(w, x, y) + x))\n"
    text = LINE.reference.text + mutant
    row = sandbox.observe(type(LINE.reference)(text), line.scenarios, "numpy").row
    assert [found.id for found in diagnose(hold(line, row))] == ["derived.plus_for_times"]


def test_no_mutant_names_what_only_the_solution_has(line: AnswerKey):
    """The words of a mutant are arguments of a task, names of the given code, or functions of formulas."""
    shown = mutants.shown_names(LINE) | mutants.IN_FORMULAS | {"w", "x", "y"}
    assert {word for one in line.mutants for word in one.words.values()} <= shown


def test_a_mutant_is_said_plainly_where_its_words_are_not_known():
    """A variable of the solution is "another quantity" to the student."""
    mutant = SourceMutant("other_name", "def f(w): ...", {"name": "hidden_helper"})
    assert mutants.said_plainly(mutant, {"w"}) == SourceMutant("other_quantity", mutant.text)
    assert mutants.said_plainly(mutant, {"hidden_helper"}) is mutant
    assert all(f"derived.{sentence}" in sentences() for sentence in mutants.PLAINER.values())
