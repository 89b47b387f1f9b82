"""What a round records: the last value under each label, sums, and what it binds."""

from __future__ import annotations

import sys
import types

import numpy as np
import pytest

from grader.inside.scripts.state.recorded import Recorded, snapshot, unwrapped


def test_a_value_is_handed_on() -> None:
    """The script goes on with the same object."""
    value = np.ones(3)
    assert Recorded().value("told:l", value) is value


def test_a_difference_is_what_python_makes_of_it() -> None:
    """The script sees left minus right, and the guesses are kept."""
    seen = Recorded()
    assert seen.difference("p - y", 3.0, 1.0) == 2.0
    assert float(seen.values["squared:p - y"]) == 4.0


def test_a_difference_of_other_things_is_not_recorded() -> None:
    """Sets, say, may be taken from each other."""
    seen = Recorded()
    assert seen.difference("a - b", {1, 2}, {2}) == {1}
    assert not seen.values


def test_what_comes_several_times_is_summed_too() -> None:
    """The sum has a label of its own, but for guesses: of them only the sum over the round counts."""
    seen = Recorded()
    for error in (1.0, 2.0):
        seen.value("local:loss", error)
        seen.difference("p - y", error, 0.0)
    found = seen.losses({}, {})
    assert float(found["local:loss"]) == 2.0
    assert float(found["total:local:loss"]) == 3.0
    assert float(found["squared:p - y"]) == 5.0


def test_names_that_a_round_binds_are_found() -> None:
    """New values, and lists that grew; what is as it was is none."""
    before_names = {"old": np.ones(2), "history": [1.0]}
    before = snapshot(before_names)
    before_names["history"].append(0.5)  # type: ignore[attr-defined]
    found = Recorded().losses(before, {**before_names, "loss": 0.25})
    assert {name: float(array) for name, array in found.items()} == {"list:history": 0.5, "name:loss": 0.25}


def test_what_backward_is_called_on_is_added_up() -> None:
    """A round may call it several times."""
    seen = Recorded(backwards=[[1.0, 2.0]])
    assert float(seen.losses({}, {})["backward"]) == 3.0


@pytest.mark.parametrize("value", [2.0, np.ones(2), "text", None])
def test_plain_values_are_what_they_are(value: object) -> None:
    """Only objects of the script's own classes hold their number in ``data``."""
    assert unwrapped(value) is value


def test_an_object_of_the_scripts_own_holds_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small engine for gradients keeps it in ``data``."""
    module = types.ModuleType("__main__")
    exec("class Value:\n    def __init__(self): self.data = 2.5", module.__dict__)
    monkeypatch.setitem(sys.modules, "__main__", module)
    assert unwrapped(module.Value()) == 2.5


@pytest.mark.parametrize("count", [3, np.int64(3)])
def test_whole_numbers_are_no_losses(count: int) -> None:
    """They count errors, or rounds."""
    seen = Recorded()
    seen.value("told:errors", count)
    assert seen.losses(snapshot({"errors": 0}), {"errors": count}) == {}


def test_each_step_has_its_own_value() -> None:
    """What backward is called on after a step belongs to the next one; steps in a row end nothing."""
    seen = Recorded()
    seen.step()
    for value in (1.0, 2.0):
        seen.backward(value)
    seen.step()
    seen.step()
    assert {key: float(value) for key, value in seen.of_backward().items()} == {"backward": 3.0}
    seen.backward(5.0)
    found = {key: float(value) for key, value in seen.of_backward().items()}
    assert found == {"backward:1": 3.0, "backward:2": 5.0}


def test_the_sides_of_a_difference_are_kept() -> None:
    """Where both move with the parameters, the target does."""
    seen = Recorded()
    seen.difference("a - b", 3.0, 1.0)
    assert [float(side) for side in seen.sides["a - b"]] == [3.0, 1.0]
