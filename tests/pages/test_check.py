"""A check's inputs are drawn once, from its own seed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.pages.check import Check, Draw, plain, resolve, scenario_of


def check(title: str = "one sample", **rest: Any) -> Check:
    """Return a check of a function of x."""
    words: dict[str, Any] = {"kind": "returns", "labels": ("x",), "inputs": {"x": 1.0}}
    return Check(title=title, task="f", **{**words, **rest})


NORMAL = Draw(lambda rng: rng.normal(size=3))


@pytest.mark.parametrize(
    ("title", "id"),
    [
        ("one sample", "one-sample"),
        ("Flat, where the line fits!", "flat-where-the-line-fits"),
        ("2 + 5", "2-5"),
    ],
)
def test_the_id_is_the_title_as_a_word(title: str, id: str):
    """Spaces and signs become dashes, capitals small letters."""
    assert check(title).id == id


def test_a_scenario_takes_over_what_the_check_says():
    """Labels, parts and fields are the check's, and the arguments stand in the order of the labels."""
    scenario = scenario_of(
        check(labels=("x", "y"), inputs={"y": 2.0, "x": 1.0}, fields=("value",)), 0, "text"
    )
    assert (scenario.args, scenario.labels) == ((1.0, 2.0), ("x", "y"))
    assert (scenario.task, scenario.kind, scenario.fields, scenario.text) == (
        "f",
        "returns",
        ("value",),
        "text",
    )


def test_the_same_seed_draws_the_same():
    """A key can be made again; another seed draws anew."""
    drawn = [scenario_of(check(inputs={"x": NORMAL}), seed) for seed in (0, 0, 1)]
    args = [scenario.args[0].tolist() for scenario in drawn]
    assert args[0] == args[1] != args[2]
    assert drawn[0].seed == drawn[1].seed != drawn[2].seed


def test_a_draw_depends_on_its_own_check_alone():
    """Two checks with the same draw get different numbers, so that adding one redraws no other."""
    one, other = (scenario_of(check(title, inputs={"x": NORMAL}), 0).args[0] for title in ("one", "two"))
    assert one.tolist() != other.tolist()


def test_dependent_inputs_come_last():
    """A function of a generator may draw several inputs that belong together."""

    def pair(rng: np.random.Generator) -> dict[str, Any]:
        x = rng.normal(size=2)
        return {"x": x, "y": 2 * x}

    x, y = scenario_of(check(labels=("x", "y"), inputs={}, draw=pair), 0).args
    assert y.tolist() == (2 * x).tolist()


def test_a_missing_input_is_named():
    """A label without an input is a KeyError, which the page turns into its author's error."""
    with pytest.raises(KeyError, match="y"):
        scenario_of(check(labels=("x", "y")), 0)


def test_draws_are_taken_at_any_depth():
    """A draw may stand in a list, and may give another draw."""
    rng = np.random.default_rng(0)
    nested = [1.0, (Draw(lambda rng: Draw(lambda rng: 5.0)),)]
    assert resolve(nested, rng) == [1.0, (5.0,)]


def test_inputs_travel_as_plain_values():
    """NumPy scalars become Python numbers, also in lists."""
    assert [type(value) for value in plain([np.float64(1), (np.int64(2),), np.ones(1)])] == [
        float,
        tuple,
        np.ndarray,
    ]
    assert type(plain(np.bool_(True))) is bool
