"""Tolerances are measured between the scatter of right answers and the nearest wrong one."""

from __future__ import annotations

import numpy as np
import pytest
from programs import asked, seen

from grader.inside.observation import Error, Leaf, Observation, Outcome
from grader.keys.making.tolerance import (
    LOOSEST,
    ROUNDING,
    CheckMargins,
    Margins,
    measure,
    moved,
    nudged,
    scales,
    split,
)
from grader.numbers.compare import Bound

RAISED = Observation(Outcome.RAISED, error=Error("ValueError", "x"))

ONE = seen(f=1.0)


# ---- inputs a little off ----


def test_inputs_move_by_a_fraction_of_themselves():
    """Floats move, by no more than asked; whole numbers, flags and zeros stay."""
    scenario = asked("f", 2.0, np.array([1.0, 0.0, -3.0]), 5, np.arange(3), True)
    number, array, *rest = moved(scenario, 0.1).args
    assert number != 2.0
    assert abs(number - 2.0) <= 0.2
    assert np.all(np.abs(array - [1, 0, -3]) <= [0.1, 0, 0.3])
    assert array[0] != 1.0
    assert rest[0] == 5
    assert rest[1].tolist() == [0, 1, 2]
    assert rest[2] is True


def test_moving_is_repeatable():
    """The same seed moves the same way, another seed another way."""
    scenario = asked("f", np.ones(3))
    one, again, other = (moved(scenario, 0.1, seed).args[0].tolist() for seed in (1, 1, 2))
    assert one == again != other


def test_inputs_are_nudged_by_one_last_place():
    """Every float becomes one of its two neighbours; a leaf's value and buffer do so too."""
    scenario = asked("f", 1.0, Leaf(np.ones(2), np.ones(2)), np.arange(2))
    number, leaf, whole = nudged(scenario).args
    neighbours = {float(np.nextafter(1.0, way)) for way in (-np.inf, np.inf)}
    assert {float(number), *leaf.value.tolist(), *leaf.grad.tolist()} <= neighbours
    assert whole.tolist() == [0, 1]


# ---- scales ----


def test_a_scale_is_the_values_own_size():
    """The largest entry of the reference, or of the reference on moved inputs."""
    assert scales(seen(f=[1.0, -5.0]), seen(f=[2.0, 3.0])) == {"f": 5.0}
    assert scales(seen(f=1.0), seen(f=3.0)) == {"f": 3.0}


def test_a_vanishing_gradient_has_the_size_of_its_terms():
    """What is 0 at the optimum takes the size it has beside the optimum, however large."""
    assert scales(seen(f=0.0), seen(f=400.0)) == {"f": 400.0}


def test_a_neighbour_that_diverges_tells_no_scale():
    """A training that explodes on moved inputs counts ten times its own size, a failing one nothing."""
    assert scales(seen(f=2.0), seen(f=1e30)) == {"f": 20.0}
    assert scales(seen(f=2.0), RAISED) == {"f": 2.0}
    assert scales(seen(f=2.0), seen()) == {"f": 2.0}


def test_a_cleared_buffer_has_the_size_of_what_stands_beside_it():
    """A value that is 0 everywhere is measured against the others of its check, or against 1."""
    assert scales(seen(w=4.0, w__grad=0.0), seen(w=4.0, w__grad=0.0)) == {"w": 4.0, "w.grad": 4.0}
    assert scales(seen(f=0.0), seen(f=0.0)) == {"f": 1.0}


# ---- measuring ----


def measured(right: list[float], wrong: list[float], precision: str = "double", **words: float) -> Margins:
    """Measure the tolerance of a number whose reference is 1."""
    return measure(
        ONE, [seen(f=value) for value in right], [seen(f=value) for value in wrong], {}, precision, **words
    )


def test_a_tolerance_lies_in_the_middle():
    """Halfway, in powers of ten, between the scatter and the nearest mistake."""
    margins = measured([1 + 1e-12], [1 + 1e-4, 2.0])
    assert margins.scatter == pytest.approx(1e-12, rel=1e-3)
    assert margins.nearest == pytest.approx(1e-4)
    assert margins.tolerance == pytest.approx(1e-8, rel=1e-3)
    assert margins.separated


@pytest.mark.parametrize(("precision", "loosest"), LOOSEST.items())
def test_no_measurement_is_looser_than(precision: str, loosest: float):
    """However far the nearest mistake is, a tolerance stays strict."""
    assert measured([1 + loosest / 100], [], precision).tolerance <= loosest


def test_rounding_is_the_least_scatter():
    """Right answers that agree to the last bit still scatter by one rounding."""
    assert measured([], []).scatter == ROUNDING["double"]


def test_a_tolerance_keeps_its_distance_from_the_scatter():
    """Where right answers scatter widely, the tolerance is ten times as wide, beyond the loosest."""
    margins = measured([1.001], [2.0])
    assert margins.tolerance == pytest.approx(10 * margins.scatter)
    assert margins.separated


def test_a_right_answer_far_off_is_no_scatter():
    """An alternative that is a hundredth off is wrong, and widens nothing."""
    assert measured([1.02], []).scatter == ROUNDING["double"]


@pytest.mark.parametrize("mistake", [1.0, 1 + 50 * ROUNDING["double"]])
def test_a_mistake_that_agrees_is_not_near(mistake: float):
    """A misconception that gives the right number here, to rounding, does not narrow the tolerance."""
    assert measured([], [mistake]).nearest == np.inf


def test_what_is_measured_is_separated():
    """As near as a mistake may come before it is taken to agree, there is a factor of ten on both sides."""
    assert measured([1 + 1e-7], [1 + 1.1e-5]).separated


def test_a_written_tolerance_is_taken():
    """An author's own bound stands, and its margins are still measured."""
    margins = measured([], [1.001], written=1e-3)
    assert margins.tolerance == 1e-3
    assert not margins.separated


def test_failing_programs_are_no_neighbours():
    """A misconception that raises is infinitely far."""
    assert measure(ONE, [], [RAISED], {}, "double").nearest == np.inf


def test_margins_become_a_bound():
    """Grading needs both tolerances and the scales."""
    margins = CheckMargins({"f": 2.0}, Margins(0, 1, 1e-8), Margins(0, 1, 1e-4))
    assert margins.bound == Bound(1e-8, 1e-4, {"f": 2.0})


def test_observations_are_split_by_precision():
    """Float32 results are right answers of their own kind."""
    single, double = seen(f=np.float32(0.1)), seen(f=0.1)
    assert split([single, double]) == ([double], [single])
