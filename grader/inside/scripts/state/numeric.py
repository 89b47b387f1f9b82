"""What a script keeps its numbers in: floats, arrays, lists, tensors, all read and written alike."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

ENTRIES_AT_MOST = 1 << 21
"""A larger array is data; it is neither copied nor differenced."""

LIST_AT_MOST = 256
"""A longer list is data or a history, not a parameter."""


def is_tensor(value: Any) -> bool:
    """Tell whether a value is a torch tensor, without loading torch."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


def is_scalar(value: Any) -> bool:
    """Tell whether a value is a plain number: Python's or NumPy's, but no truth value."""
    return isinstance(value, int | float | np.floating | np.integer) and not isinstance(value, bool)


def is_numeric(value: Any) -> bool:
    """Tell whether a value holds real numbers and nothing else."""
    if is_scalar(value):
        return True
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "fiu" and 0 < value.size <= ENTRIES_AT_MOST
    if is_tensor(value):
        real = not value.is_complex() and str(value.layout) == "torch.strided"
        return real and 0 < value.numel() <= ENTRIES_AT_MOST and is_readable(value)
    return isinstance(value, list) and is_numeric_list(value)


def is_readable(tensor: Any) -> bool:
    """Tell whether a tensor has numbers to read: within the transforms of torch.func it has none."""
    try:
        return bool(tensor.data_ptr() != 0)
    except RuntimeError:
        return False


def is_small(value: Any, entries: int) -> bool:
    """Tell whether a value holds real numbers, and at most so many."""
    size = value.numel() if is_tensor(value) else value.size if isinstance(value, np.ndarray) else 0
    return size <= entries and is_numeric(value)


def is_numeric_list(value: list[Any], depth: int = 3) -> bool:
    """Tell whether a list, or a list of equally long lists, holds plain numbers only."""
    if not 0 < len(value) <= LIST_AT_MOST:
        return False
    if all(is_scalar(item) for item in value):
        return True
    if depth == 0 or not all(isinstance(item, list) for item in value):
        return False
    return len({len(item) for item in value}) == 1 and all(is_numeric_list(item, depth - 1) for item in value)


def is_whole(value: Any) -> bool:
    """Tell whether a value is of a whole-number type: a counter or an index, unless it is moved off it."""
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "iu"
    if is_tensor(value):
        return not value.is_floating_point()
    if isinstance(value, list):
        return all(is_whole(item) for item in value)
    return isinstance(value, int | np.integer)


def is_single(value: Any) -> bool:
    """Tell whether a value is kept in single precision or less."""
    if is_tensor(value):
        return bool(value.is_floating_point() and value.element_size() < 8)
    return (
        isinstance(value, np.ndarray | np.floating) and value.dtype.kind == "f" and value.dtype.itemsize < 8
    )


def array_of(value: Any) -> np.ndarray:
    """Return a copy of a numeric value as an array of doubles."""
    if is_tensor(value):
        return np.array(value.detach().double().numpy(), dtype=np.float64)
    return np.array(value, dtype=np.float64)


def like(value: Any, numbers: np.ndarray) -> Any:
    """Return the numbers in the form of a value, widened where that holds whole numbers only."""
    if is_tensor(value):
        import torch

        dtype = value.dtype if value.is_floating_point() else torch.get_default_dtype()
        return torch.from_numpy(np.array(numbers)).to(dtype).requires_grad_(value.requires_grad)
    if isinstance(value, np.ndarray):
        return np.array(numbers, dtype=value.dtype if value.dtype.kind == "f" else np.float64)
    if isinstance(value, np.floating):
        return value.dtype.type(numbers)
    if isinstance(value, list):
        return np.array(numbers).tolist()
    return float(numbers)


def write_into(value: Any, numbers: np.ndarray) -> bool:
    """Write numbers into a value in place, so that all who hold it see them; False where it cannot be."""
    if is_tensor(value):
        if not value.is_floating_point():
            return False
        import torch

        value.data = torch.from_numpy(np.array(numbers)).to(value.dtype)
        return True
    if isinstance(value, np.ndarray):
        if value.dtype.kind != "f" or not value.flags.writeable or value.shape != numbers.shape:
            return False
        value[...] = numbers
        return True
    if isinstance(value, list):
        value[:] = np.array(numbers).tolist()
        return True
    return False
