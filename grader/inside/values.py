"""Inputs become fresh arrays and tensors; results become named arrays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from grader.inside.attempt import TooDeep
from grader.inside.observation import Function, Leaf, Scenario, Seeded


def as_float32(scenario: Scenario) -> Scenario:
    """Return the same scenario on single-precision inputs."""
    return replace(scenario, args=tuple(map_arrays(_single, argument) for argument in scenario.args))


def _single(array: np.ndarray) -> np.ndarray:
    return array.astype(np.float32) if array.dtype == np.float64 else array


def map_arrays(change: Callable[[np.ndarray], np.ndarray], value: Any) -> Any:
    """Apply ``change`` to every array in an input, and to Python floats as 0-d arrays."""
    if isinstance(value, np.ndarray):
        return np.asarray(change(value))  # arithmetic turns a 0-d array into a scalar
    if isinstance(value, float):
        return np.asarray(change(np.asarray(value)))[()]
    if isinstance(value, Leaf):
        grad = None if value.grad is None else np.asarray(change(value.grad))
        return replace(value, value=np.asarray(change(value.value)), grad=grad)
    if isinstance(value, list | tuple):
        return type(value)(map_arrays(change, item) for item in value)
    if isinstance(value, dict):
        return {key: map_arrays(change, item) for key, item in value.items()}
    return value


def build(value: Any, program: Any = None) -> Any:
    """Return a fresh copy of an input, with real tensors, generators and functions for their records.

    ``program`` has the program's own functions as attributes.
    """
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, Leaf):
        return build_leaf(value)
    if isinstance(value, Seeded):
        return np.random.default_rng(value.seed)
    if isinstance(value, Function):
        return build_function(value, program)
    if isinstance(value, list | tuple):
        return type(value)(build(item, program) for item in value)
    if isinstance(value, dict):
        return {key: build(item, program) for key, item in value.items()}
    return value


def build_function(function: Function, program: Any) -> Any:
    """Return the program's own function of that name, or the one that the page's text defines."""
    if not function.text:
        return getattr(program, function.name)
    space: dict[str, Any] = {"__name__": "given", "np": np}
    exec(compile(function.text, "given.py", "exec", dont_inherit=True), space)
    return space["experiment"]


def build_leaf(leaf: Leaf) -> Any:
    """Return the torch tensor that a leaf describes."""
    import torch

    tensor = torch.from_numpy(leaf.value.copy()).requires_grad_(leaf.requires_grad)
    if leaf.grad is not None:
        tensor.grad = torch.from_numpy(leaf.grad.copy())
    return tensor


def flatten(
    name: str, value: Any, parts: Sequence[str], values: dict[str, np.ndarray], kinds: dict[str, str]
) -> None:
    """Write a returned value down as arrays: numbers as one array, pairs and dictionaries by their parts.

    ``parts`` names the items of a sequence; a sequence that has as many items is written under these
    names, so that a message can say ``w3`` and not ``gradients[2]``.

    Raises:
        TooDeep: lists stand inside lists without an end, or almost so.
    """
    try:
        write_down(name, value, parts, values, kinds)
    except RecursionError:
        raise TooDeep from None


def write_down(
    name: str, value: Any, parts: Sequence[str], values: dict[str, np.ndarray], kinds: dict[str, str]
) -> None:
    """Do as ``flatten``, for one value after the other."""
    kinds[name] = type(value).__name__
    if isinstance(value, dict):
        for key, item in value.items():
            write_down(f"{key}" if str(key) in parts else f"{name}.{key}", item, (), values, kinds)
        return
    if parts and is_sequence(value) and len(value) == len(parts):
        for part, item in zip(parts, value, strict=True):
            write_down(part, item, (), values, kinds)
        return
    array = as_array(value)
    if array is not None:
        values[name] = array
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            write_down(f"{name}[{index}]", item, (), values, kinds)


def is_sequence(value: Any) -> bool:
    """Tell whether a value has items: a list, a tuple, an array or a tensor with at least one axis."""
    return isinstance(value, list | tuple) or getattr(value, "ndim", 0) > 0


def as_array(value: Any) -> np.ndarray | None:
    """Return a value as an array of numbers; None where it is not one (text, None, ragged, objects)."""
    if value is None or isinstance(value, str | bytes):
        return None
    if hasattr(value, "detach") and hasattr(value, "numpy"):
        return tensor_array(value)
    if isinstance(value, list | tuple):
        value = [as_array(item) for item in value]
        if any(item is None for item in value):
            return None
    try:
        array = np.asarray(value)
    except (ValueError, TypeError):  # ragged, or an object that only claims to be an array
        return None
    return np.array(array) if array.dtype.kind in "biufc" else None


def tensor_array(tensor: Any) -> np.ndarray:
    """Return a tensor's numbers as an array of its own."""
    plain = tensor.detach()
    if str(plain.dtype) in ("torch.bfloat16", "torch.float16"):
        plain = plain.float()
    return np.array(plain.cpu().resolve_conj().resolve_neg().numpy())


def flatten_state(
    name: str, item: Any, fields: Sequence[str], values: dict[str, np.ndarray], kinds: dict[str, str]
) -> None:
    """Write down a tensor's state: its value, its buffer, whether it requires grad and is a leaf.

    An empty gradient buffer (``None``) is written as zeros: for a step of descent they are the same.
    """
    kinds[name] = type(item).__name__
    array = as_array(item)
    if array is None:
        return
    if "value" in fields:
        values[name] = array
    if "grad" in fields:
        grad = getattr(item, "grad", None)
        kinds[f"{name}.grad"] = type(grad).__name__
        values[f"{name}.grad"] = np.zeros_like(array) if grad is None else tensor_array(grad)
    for flag in ("requires_grad", "is_leaf"):
        if flag in fields:
            values[f"{name}.{flag}"] = np.asarray(bool(getattr(item, flag, False)))
