"""Inputs become fresh arrays and tensors; results become named arrays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from programs import asked

from grader.inside.attempt import TooDeep
from grader.inside.observation import Leaf
from grader.inside.values import as_array, as_float32, build, flatten, flatten_state, map_arrays


def flat(
    value: Any, name: str = "result", parts: tuple[str, ...] = ()
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the values, as lists, and the kinds that a result is written down as."""
    values: dict[str, np.ndarray] = {}
    kinds: dict[str, str] = {}
    flatten(name, value, parts, values, kinds)
    return {name: array.tolist() for name, array in values.items()}, kinds


# ---- inputs ----


def test_single_precision_reaches_every_float():
    """Floats, arrays, leaves and what lists and dictionaries hold become float32; all else stays."""
    args = (
        1.5,
        np.ones(2),
        [0.5, {"a": np.ones(1)}],
        Leaf(np.ones(2), np.ones(2)),
        3,
        True,
        "text",
        np.arange(2),
    )
    number, array, (half, inner), leaf, *rest = as_float32(asked("f", *args)).args
    changed = (number, array, half, inner["a"], leaf.value, leaf.grad)
    assert {value.dtype for value in changed} == {np.dtype(np.float32)}
    assert rest[:3] == [3, True, "text"]
    assert rest[3].dtype == np.arange(2).dtype


def test_mapping_keeps_the_kind_of_sequence():
    """A tuple stays a tuple, a 0-d array stays an array, an empty buffer stays empty."""
    assert map_arrays(np.negative, ((1.0,), [np.asarray(2.0)])) == ((-1.0,), [np.asarray(-2.0)])
    assert isinstance(map_arrays(np.negative, np.asarray(2.0)), np.ndarray)
    assert map_arrays(np.negative, Leaf(np.ones(1))).grad is None


def test_inputs_are_built_fresh():
    """Two builds of an input share no memory with it or with each other."""
    given_ = ([np.zeros(2)], {"a": np.zeros(2)}, (np.zeros(2),), 1.0, None)
    one, other = build(given_), build(given_)
    one[0][0][:], one[1]["a"][:], one[2][0][:] = 1, 1, 1
    for untouched in (given_, other):
        assert [untouched[0][0].max(), untouched[1]["a"].max(), untouched[2][0].max()] == [0, 0, 0]
    assert one[3:] == (1.0, None)


def test_a_leaf_is_built_as_a_tensor():
    """The tensor is a float64 leaf that requires grad, with a copy of the buffer."""
    leaf = Leaf(np.array([1.0, 2.0]), np.array([3.0, 4.0]))
    tensor = build([leaf])[0]
    tensor.grad.zero_()
    assert (tensor.dtype, tensor.is_leaf, tensor.requires_grad) == (torch.float64, True, True)
    assert leaf.grad is not None
    assert leaf.grad.tolist() == [3.0, 4.0]


def test_a_leaf_without_buffer_or_grad():
    """A buffer that was never filled is None; data does not require grad."""
    tensor = build(Leaf(np.ones(1), requires_grad=False))
    assert (tensor.grad, tensor.requires_grad) == (None, False)


# ---- results ----


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3, 3),
        (True, True),
        (2.5, 2.5),
        (1 + 2j, 1 + 2j),
        (np.float32(0.5), 0.5),
        ([1, 2.5], [1.0, 2.5]),
        ((np.ones(2), [0, 0]), [[1.0, 1.0], [0.0, 0.0]]),
        (torch.tensor([1.0, 2.0], requires_grad=True), [1.0, 2.0]),
        ([torch.tensor(1.0), 2], [1.0, 2.0]),
        (torch.tensor([1.5], dtype=torch.bfloat16), [1.5]),
        (torch.tensor([1 + 2j]).conj(), [1 - 2j]),
        ([], []),
        (range(3), [0, 1, 2]),
    ],
)
def test_what_counts_as_one_array(value: Any, expected: Any):
    """Numbers, lists, arrays and tensors are one array of numbers."""
    assert flat(value)[0] == {"result": expected}


@pytest.mark.parametrize("value", [None, "1.0", b"1", object(), {1, 2}, [None], lambda: 1, 10**30])
def test_what_is_no_number(value: Any):
    """None, text and objects have a kind and no value."""
    values, kinds = flat(value)
    assert values == {}
    assert kinds["result"] == type(value).__name__


def test_parts_name_the_items_of_a_sequence():
    """A pair, a list or an array of the right length is written under the names of its parts."""
    for pair in ((1, 2), [1, 2], np.array([1, 2]), torch.tensor([1, 2])):
        assert flat(pair, parts=("dw", "db"))[0] == {"dw": 1, "db": 2}
    assert flat((1, 2, 3), parts=("dw", "db"))[0] == {"result": [1, 2, 3]}
    assert flat(5, parts=("dw", "db"))[0] == {"result": 5}


def test_a_dictionary_is_written_by_its_keys():
    """A key that is a part's name stands alone; any other follows the result's name."""
    assert flat({"dw": 1, "loss": [2, 3]}, parts=("dw",))[0] == {"dw": 1, "result.loss": [2, 3]}


def test_ragged_lists_are_written_item_by_item():
    """What has no rectangular shape keeps its numbers under indexed names."""
    values, kinds = flat([[1], [2, 3], None])
    assert values == {"result[0]": [1], "result[1]": [2, 3]}
    assert kinds["result[2]"] == "NoneType"


def test_an_array_is_copied():
    """What a program does to its result afterwards does not reach the observation."""
    mine = np.zeros(2)
    array = as_array(mine)
    mine[:] = 1
    assert array is not None
    assert not array.any()


def test_a_list_that_holds_itself_ends():
    """A result without end is an error of the call, and no recursion of the program's own."""
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(TooDeep):
        flat(endless)


Nested = st.recursive(
    st.one_of(st.floats(allow_nan=False), st.integers(-(2**53), 2**53), st.booleans()),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.tuples(inner, inner)),
    max_leaves=20,
)


def leaves(value: Any) -> Iterator[float]:
    """Yield the numbers of a nested list, in order."""
    if isinstance(value, list | tuple):
        for item in value:
            yield from leaves(item)
    else:
        yield float(value)


@given(Nested)
def test_no_number_is_lost_in_any_nesting(value: Any):
    """Whatever the shape, the arrays hold exactly the numbers of the result, in order."""
    values: dict[str, np.ndarray] = {}
    flatten("result", value, (), values, {})
    assert [float(number) for array in values.values() for number in array.ravel()] == list(leaves(value))


# ---- states ----


def state(
    item: Any, fields: tuple[str, ...] = ("value", "grad", "requires_grad", "is_leaf")
) -> dict[str, Any]:
    """Return the state of one item as lists."""
    values: dict[str, np.ndarray] = {}
    flatten_state("w", item, fields, values, {})
    return {name: array.tolist() for name, array in values.items()}


def test_a_tensor_has_four_fields():
    """Value, buffer and both flags are written down."""
    tensor = build(Leaf(np.array(1.0), np.array(2.0)))
    assert state(tensor) == {"w": 1.0, "w.grad": 2.0, "w.requires_grad": True, "w.is_leaf": True}
    assert state(tensor, ("value",)) == {"w": 1.0}


def test_an_empty_buffer_is_zeros():
    """None and a buffer of zeros are the same for a step of descent."""
    empty, zeros = build(Leaf(np.ones(2))), build(Leaf(np.ones(2), np.zeros(2)))
    assert state(empty) == state(zeros)


def test_a_plain_array_has_no_flags():
    """An array requires no grad and is no leaf, and what is no number has no state."""
    assert state(np.ones(1)) == {"w": [1.0], "w.grad": [0.0], "w.requires_grad": False, "w.is_leaf": False}
    assert state("text") == {}
