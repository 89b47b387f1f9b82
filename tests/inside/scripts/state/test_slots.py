"""Places with numbers in a script's state, and the names they go by."""

from __future__ import annotations

from collections import namedtuple
from typing import Any

import numpy as np
import pytest

from grader.inside.scripts.state.rounds import Names
from grader.inside.scripts.state.slots import Slot, slots


def named(**names: object) -> list[str]:
    """Return the places that hold numbers."""
    return sorted(str(slot) for slot in slots(Names(dict(names), dict, lambda given: None)))


def test_numbers_in_containers_go_by_their_path() -> None:
    """Entries of dictionaries and lists of lists of other things."""
    assert named(p={"w": 1.5, "text": "x"}, layers=[{"b": 2.0}]) == ["layers[0]['b']", "p['w']"]


def test_a_modules_parameter_goes_by_its_modules_name() -> None:
    """A loop over all parameters leaves the last one behind, under a name of its own."""
    torch = pytest.importorskip("torch")
    net = torch.nn.Linear(2, 1)
    assert {"net.bias", "net.weight"} <= set(named(p=net.bias, net=net))
    assert "p" not in named(p=net.bias, net=net)
    assert named(alone=torch.nn.Parameter(torch.ones(1))) == ["alone"]


def test_what_a_loop_left_behind_goes_by_its_list() -> None:
    """Where all arrays of a list have names, they go by these."""
    a, b = np.zeros(2), np.ones(2)
    assert named(params=[a, b], p=b) == ["params[0]", "params[1]"]
    assert named(params=[a, b], w=a, v=b) == ["v", "w"]


def test_entries_of_tuples_can_be_exchanged() -> None:
    """The name then stands for another tuple; entries that have names go by them."""
    Pair = namedtuple("Pair", "w b")
    names: dict[str, Any] = {"m": (1.0, 2.0), "p": Pair(3.0, 4.0)}
    scope = Names(names, dict, lambda given: None)
    assert named(**names) == ["m[0]", "m[1]", "p.b", "p.w"]
    Slot("m", (("item", 1),)).put(scope, np.array(9.0))
    Slot("p", (("attr", "w"),)).put(scope, np.array(8.0))
    assert names == {"m": (1.0, 9.0), "p": Pair(8.0, 4.0)}


def test_what_a_function_keeps_goes_by_its_own_name() -> None:
    """Two functions that keep the same variable are one place; what is put there both see."""
    space: dict[str, Any] = {"__name__": "__main__"}
    exec("def make():\n    w = 1.5\n    return (lambda: w), (lambda: 2 * w)\none, two = make()", space)
    names = {name: space[name] for name in ("one", "two")}
    assert named(**names) == ["w"]
    Slot("one", (("cell", "w"),)).put(Names(names, dict, lambda given: None), np.array(4.0))
    assert (space["one"](), space["two"]()) == (4.0, 8.0)


def test_of_two_names_for_one_array_the_one_that_is_bound_anew_counts() -> None:
    """What a function was given as its start stays what it was."""
    start = np.ones(2)
    names: dict[str, Any] = {"start": start, "w": start}
    scope = Names(names, dict, lambda given: None, frozenset({"w"}))
    assert [str(slot) for slot in slots(scope)] == ["w"]


class Number:
    """A number of a small engine for gradients."""

    def __init__(self, data: float) -> None:
        """Hold it."""
        self.data = data


Number.__module__ = "__main__"


def test_many_single_numbers_of_a_layer_are_one_place() -> None:
    """They are read and written together; of few, each is a place of its own."""
    net = {"layers": [[[Number(float(one)) for one in range(12)] for _ in range(3)] for _ in range(2)]}
    scope = Names({"net": net}, dict, lambda given: None)
    first, second = slots(scope)
    assert [str(first), str(second)] == ["net['layers'][0][:][:].data", "net['layers'][1][:][:].data"]
    second.put(scope, np.arange(36.0))
    assert np.array_equal(second.get(scope), np.arange(36.0))
    assert net["layers"][1][2][11].data == 35.0
    assert np.array_equal(first.get(scope), np.tile(np.arange(12.0), 3))
    assert named(few=[Number(1.0), Number(2.0)]) == ["few[0].data", "few[1].data"]


def test_numbers_beside_other_things_stay_places_of_their_own() -> None:
    """A path through every entry would lead to what is no number."""
    few = [Number(float(one)) for one in range(40)]
    names = named(one=[*few, Number(np.zeros(2))], two=few)  # type: ignore[arg-type]
    assert {"one[0].data", "one[40].data"} <= set(names)
