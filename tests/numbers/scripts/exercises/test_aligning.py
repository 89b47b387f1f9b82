"""Parameters are told by what they do to the loss, whatever they are called and in which order they stand."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from grader.numbers.scripts.exercises import aligning
from grader.numbers.scripts.exercises.models import MODELS
from grader.numbers.scripts.evidence.records import Evidence, Loss, Parameter

DRAWS = 4
RNG = np.random.default_rng(5)


def parameter(name: str, whole: np.ndarray) -> Parameter:
    """Return a parameter of which only its values matter here."""
    size = whole.shape[1]
    nothing = np.zeros((DRAWS, size))
    slope = np.zeros((DRAWS, 1, size))
    return Parameter(
        name, (size,), (1,), nothing, whole, nothing, slope, slope, np.eye(size), nothing[:0], slope[:0]
    )


def evidence(values: np.ndarray, losses: np.ndarray, names: list[str]) -> Evidence:
    """Return evidence of single numbers and one loss."""
    return Evidence(
        parameters=tuple(parameter(name, values[:, place : place + 1]) for place, name in enumerate(names)),
        losses=(Loss("name", "loss", 1, True, False),),
        values=losses[:, None],
        items=(0,) * DRAWS,
        sizes=(),
        memory=(),
        unmoved={},
        optimiser="",
        single=False,
        differenced=False,
        loop=(1, 2),
        place=0,
        data={},
        parts={},
    )


def losses_of(model: str, theta: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the model's summed loss of every draw."""
    return MODELS[model].errors(theta, x, y).sum(axis=-1)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_parabola_is_aligned_in_any_order(order: tuple[int, ...]) -> None:
    """Every order of the three numbers is undone, whatever constant the loss has."""
    x, y = np.array([[1.0], [2.0], [3.0]]), np.array([[2.0], [4.0], [7.0]])
    theta = RNG.normal(size=(DRAWS, 3))
    seen = evidence(theta[:, list(order)], 0.5 * losses_of("parabola", theta, x, y), ["p", "q", "r"])
    found = aligning.fit(seen, 0, ["parabola"], [(x, y)])
    assert found is not None
    assert [order[place] for place in found.order] == [0, 1, 2]


def test_eight_weights_are_aligned_by_value() -> None:
    """The weights of a 2-2-2 network in another order give the same loss in the order that is found."""
    x, y = np.array([[0.5, 0.3]]), np.array([[0.23, -0.07]])
    theta = RNG.normal(size=(DRAWS, 8))
    order = [3, 0, 7, 1, 5, 2, 6, 4]
    wanted = losses_of("network 2-2-2", theta, x, y)
    seen = evidence(theta[:, order], wanted, list("abcdefgh"))
    found = aligning.fit(seen, 0, ["network 2-2-2"], [(x, y)])
    assert found is not None
    again = losses_of("network 2-2-2", theta[:, order][:, list(found.order)], x, y)
    assert np.allclose(again, wanted)


def test_one_sample_at_each_draw_is_enough() -> None:
    """A loss on single samples is recognised, whichever sample each draw saw."""
    x, y = np.array([[1.0], [2.0], [3.0]]), np.array([[2.0], [4.0], [6.0]])
    theta = RNG.normal(size=(DRAWS, 2))
    each = MODELS["line"].errors(theta, x, y)
    seen = evidence(theta, each[np.arange(DRAWS), [1, 2, 0, 1]], ["w", "b"])
    assert aligning.fit(seen, 0, ["line"], [(x, y)]) == aligning.Fit("line", (0, 1), 0)


def test_another_loss_is_not_taken_for_it() -> None:
    """A line's absolute error, and a power of the weight, are no squared error of a line."""
    x, y = np.array([[1.0], [2.0], [3.0]]), np.array([[2.0], [4.0], [6.0]])
    theta = np.abs(RNG.normal(size=(DRAWS, 1))) + 0.5
    absolute = np.abs(theta * x.T - y.T).sum(axis=1)
    power = ((theta**x.T - y.T) ** 2).sum(axis=1)
    for losses in (absolute, power):
        seen = evidence(theta, losses, ["w"])
        assert aligning.fit(seen, 0, ["line through the origin"], [(x, y)]) is None


def test_a_single_draw_proves_nothing() -> None:
    """Up to a constant one number is like any other."""
    x, y = np.array([[1.0]]), np.array([[2.0]])
    seen = evidence(RNG.normal(size=(DRAWS, 1)), np.ones(DRAWS), ["w"])
    one = replace(seen.parameters[0], whole=seen.parameters[0].whole[:1])
    alone = replace(seen, parameters=(one,), values=np.ones((1, 1)))
    assert aligning.fit(alone, 0, ["line through the origin"], [(x, y)]) is None


def test_names_sort_as_people_count() -> None:
    """w2 comes before w10."""
    assert sorted(["w10", "w2", "b"], key=aligning.natural) == ["b", "w2", "w10"]


AND = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0], [1.0, 1.0]])


@pytest.mark.parametrize("model", ["threshold unit", "logistic unit"])
def test_a_unit_is_known_by_its_loss(model: str) -> None:
    """Targets may be 0 or -1 for false; a threshold unit has no loss at draws where it is right."""
    theta = np.array([[0.4, -0.3, 0.2], [-1.0, 0.7, 0.1], [0.5, 0.5, -0.7], [-0.2, -0.1, -0.4]])
    values = losses_of(model, theta, AND, np.array([[0.0], [0.0], [0.0], [1.0]]))
    seen = evidence(theta, values, ["w1", "w2", "b"])
    given = [(AND, np.array([[-1.0], [-1.0], [-1.0], [1.0]]))]
    found = aligning.fit(seen, 0, ["neuron", model], given)
    assert found == aligning.Fit(model, (0, 1, 2), 0)
    assert (values == 0).any() == (model == "threshold unit")


@pytest.mark.parametrize(("theta", "right"), [([2.0, 2.0, -3.0], True), ([2.0, 2.0, -1.0], False)])
def test_a_sigmoid_divides_at_a_half(theta: list[float], right: bool) -> None:
    """An output above it counts as true."""
    y = np.array([[-1.0], [-1.0], [-1.0], [1.0]])
    assert aligning.final_error(MODELS["logistic unit"], np.array(theta), AND, y)[1] is right


def test_the_docs_name_every_model() -> None:
    """Authors look the names up there."""
    docs = (Path(__file__).parents[4] / "docs" / "scripts.md").read_text(encoding="utf-8")
    assert [name for name in MODELS if f"`{name}`" not in docs] == []
