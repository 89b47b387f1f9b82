"""In every exercise, single mistakes are named by their group's share; right foreign programs pass."""

from __future__ import annotations

import re
from collections.abc import Mapping

import mistakes_blocks
import mistakes_curves
import mistakes_layers
import mistakes_linear
import mistakes_neuron
import mistakes_second
import pytest
from conftest import ROOT
from mistakes_row import Foreign, Wrong
from samples import at_most, sample

from grader.course.course import Course
from grader.grading.grade import grade
from grader.grading.verdict import Report
from grader.inside.observation import Program
from grader.intake.submission import Submission
from grader.pages import page
from grader.sandbox.client import Sandbox

PARTS = (mistakes_linear, mistakes_neuron, mistakes_layers, mistakes_curves, mistakes_blocks, mistakes_second)
FOREIGN: tuple[Foreign, ...] = tuple(one for part in PARTS for one in part.FOREIGN)
ALL: tuple[Wrong, ...] = tuple(one for part in PARTS for one in part.WRONG)
WRONG = sample(ALL, lambda one: (one.exercise, one.group), 6)
EXERCISES = sorted({one.exercise for one in FOREIGN})

LEAST_NAMED = {
    "buffers": 0.9,
    "chain": 0.9,
    "control": 0.9,
    "forward": 0.9,
    "scale": 0.9,
    "shape": 0.8,
    "tuning": 0.9,
    "update": 0.9,
    "wiring": 0.9,
}
"""The least share of a group's mistakes that must be named."""


NOT_YET = frozenset({"numeric_gradient/absolute_slope"})
"""Mistakes that are told twice."""


OBSERVED = ("repair.", "relation.zero")
"""What is true by observation: the program was run with the change, or its numbers are all zero."""


def name_of(one: Foreign | Wrong) -> str:
    """Return the name of a program's test."""
    return one.id


def filled(course: Course, exercise: str, text: str) -> str:
    """Return an exercise's stub with a program in front of its main block, as a student leaves it."""
    stub = course.stub(exercise).read_text(encoding="utf-8")
    head, main, foot = stub.partition('\nif __name__ == "__main__":')
    return f"{head}\n\n{text}{main}{foot}"


class Reports(dict[str, Report]):
    """The report on every program by its id, graded when it is first asked for."""

    def __init__(self, sandbox: Sandbox) -> None:
        """Take the keys of all exercises along."""
        super().__init__()
        self.sandbox, course = sandbox, Course(ROOT)
        course.refresh(EXERCISES)
        self.keys_of = {id: course.key(id) for id in EXERCISES}
        self.texts = {one.id: filled(course, one.exercise, one.text) for one in FOREIGN}
        references = {id: page.read(course.page(id)).reference.text for id in EXERCISES}
        for one in WRONG:
            around = self.texts[one.within] if one.within else references[one.exercise]
            self.texts[one.id] = f"{around}\n\n{one.text}"

    def __missing__(self, id: str) -> Report:
        """Grade a program."""
        exercise = id.partition("/")[0]
        program = Program(self.texts[id], filename=f"{exercise}.py")
        submission = Submission(exercise, program.filename, program, "0" * 64)
        self[id] = grade(submission, self.keys_of[exercise], self.sandbox)
        return self[id]


@pytest.fixture(scope="module")
def reports(sandbox: Sandbox) -> Mapping[str, Report]:
    """Return the report on every program."""
    return Reports(sandbox)


@pytest.fixture(scope="module", params=WRONG, ids=name_of)
def one(request: pytest.FixtureRequest) -> Wrong:
    """Return a single mistake; what is asked of its report is asked together."""
    found: Wrong = request.param
    return found


def said(report: Report) -> str:
    """Return all that a report says of the mistakes it recognised."""
    return "\n".join(f"[{found.id}] {found.title}\n{found.message}" for found in report.diagnoses)


def is_named(one: Wrong, reports: Mapping[str, Report]) -> bool:
    """Tell whether a mistake's diagnosis says what is wrong, or what was seen to mend it."""
    found = reports[one.id]
    seen = any(diagnosis.id.startswith(OBSERVED) for diagnosis in found.diagnoses)
    return seen or re.search(one.words, said(found), re.IGNORECASE) is not None


@pytest.mark.parametrize("right", FOREIGN, ids=name_of)
def test_right(right: Foreign, reports: Mapping[str, Report]) -> None:
    """A right program scores all points and is not diagnosed, whatever it looks like."""
    report = reports[right.id]
    assert [verdict for verdict in report.verdicts if not verdict.passed] == []
    assert report.score == report.max_score
    assert report.diagnoses == ()


def test_caught(one: Wrong, reports: Mapping[str, Report]) -> None:
    """A single mistake fails a check and costs points."""
    assert not reports[one.id].passed
    assert reports[one.id].score < reports[one.id].max_score


def test_not_misnamed(one: Wrong, reports: Mapping[str, Report]) -> None:
    """A single mistake is named in words that fit it, or not at all; it is one mistake."""
    found = reports[one.id].diagnoses
    assert one.id in NOT_YET or len(found) <= 1
    assert one.id in NOT_YET or is_named(one, reports) or not found, said(reports[one.id])


@pytest.mark.parametrize("group", LEAST_NAMED)
def test_share_named(group: str, reports: Mapping[str, Report]) -> None:
    """Of every group of mistakes most are named."""
    silent = [one.id for one in WRONG if one.group == group and not is_named(one, reports)]
    assert len(silent) <= at_most(LEAST_NAMED[group], sum(one.group == group for one in ALL)), silent


@pytest.mark.parametrize("exercise", EXERCISES)
def test_share_named_of_an_exercise(exercise: str, reports: Mapping[str, Report]) -> None:
    """At least 70 % of the single mistakes in every exercise are named."""
    silent = [one.id for one in WRONG if one.exercise == exercise and not is_named(one, reports)]
    assert len(silent) <= at_most(0.7, sum(one.exercise == exercise for one in ALL)), silent


def test_a_slip_costs_once(reports: Mapping[str, Report]) -> None:
    """Whatever a mistake does to the tasks that call its own is given back: it costs one task at most."""
    dear = {
        one.id
        for one in WRONG
        if len({v.task for v in reports[one.id].verdicts if v.points < v.max_points}) > 1
    }
    assert dear <= COSTS_TWICE


COSTS_TWICE = frozenset(
    {
        # The calling task stops with an exception, as it would with anything else in it.
        "logistic/not_bent",
        "two_layer_relu/product_transposed",
        "quadratic/bias_missing",
        "quadratic/linear_term_missing",
        "losses_222/log_of_the_target",
        # The program comes by the second task's numbers in a way of its own.
        "logistic/summed",
        "losses_222/shares_not_shared",
        "relu_222/absolute",
        "relu_222/output_mask_missing",
        "step_size/start_changed",
        "step_size/step_forgotten",
        # The second task's results are those of a program that does nothing, which are never paid.
        "relu_222/leaky",
        "relu_222/negative_part",
        "step_size/noted_after",
        "step_size/one_array_for_all_rows",
        # It is told twice.
        "numeric_gradient/absolute_slope",
        # It is not recognised.
        "backprop_222/bias_of_one_added",
        "perceptron_and/bias_times_b",
    }
)
"""Mistakes that cost points in a second task: its numbers are no evidence that it is right."""
