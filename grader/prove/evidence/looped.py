"""NumPy's and torch's reductions and products as loops over single numbers.

Their text is put in front of a rewritten program (see ``grader.prove.evidence.loops``) and runs in the
sandbox, so nothing of ours is imported. Every function takes the original first and calls it: what the
original refuses is refused in the same way, and where a loop does not know what to do the original's result
counts.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy


def looped_sum(original: Any, values: Any, *args: Any, **words: Any) -> Any:
    """Add one number after the other."""
    return reduced(original, values, args, words, added)


def looped_mean(original: Any, values: Any, *args: Any, **words: Any) -> Any:
    """Add one number after the other, then divide by how many there are."""
    return reduced(original, values, args, words, lambda items: added(items) / len(items))


def looped_prod(original: Any, values: Any, *args: Any, **words: Any) -> Any:
    """Multiply one number after the other."""
    return reduced(original, values, args, words, multiplied)


def looped_max(original: Any, values: Any, *args: Any, **words: Any) -> Any:
    """Keep the larger of two numbers, one after the other."""
    return reduced(original, values, args, words, lambda items: chosen(items, lambda new, old: new > old))


def looped_min(original: Any, values: Any, *args: Any, **words: Any) -> Any:
    """Keep the smaller of two numbers, one after the other."""
    return reduced(original, values, args, words, lambda items: chosen(items, lambda new, old: new < old))


def looped_matmul(original: Any, left: Any, right: Any, *args: Any, **words: Any) -> Any:
    """Multiply vectors and matrices: every entry is a sum of products, worked out by itself."""
    expected = original(left, right, *args, **words)
    one, other = as_array(left), as_array(right)
    if args or words or {one.ndim, other.ndim} - {1, 2}:
        return expected
    return fitting(expected, lambda: product(one, other))


def looped_outer(original: Any, left: Any, right: Any, *args: Any, **words: Any) -> Any:
    """Multiply each number of one vector with each of the other."""
    expected = original(left, right, *args, **words)
    if args or words:
        return expected

    def table() -> Any:
        return stacked([stacked([one * other for other in flat(right)]) for one in flat(left)])

    return fitting(expected, table)


LOOPS: Mapping[str, Callable[..., Any]] = {
    "sum": looped_sum,
    "mean": looped_mean,
    "prod": looped_prod,
    "max": looped_max,
    "min": looped_min,
    "outer": looped_outer,
    "dot": looped_matmul,
    "matmul": looped_matmul,
    "mm": looped_matmul,
    "mv": looped_matmul,
}


def looped_method(name: str, receiver: Any, *args: Any, **words: Any) -> Any:
    """Call a method of an array or tensor as a loop, and of anything else as it is."""
    method = getattr(receiver, name)
    if not hasattr(receiver, "ndim"):
        return method(*args, **words)
    return LOOPS[name](lambda _, *rest, **named: method(*rest, **named), receiver, *args, **words)


def reduced(
    original: Any, values: Any, args: Sequence[Any], words: Mapping[str, Any], reduce: Callable[[Any], Any]
) -> Any:
    """Reduce all entries to one, or a matrix along one axis."""
    expected = original(values, *args, **words)
    array = as_array(values)
    axis = words.get("axis", words.get("dim", args[0] if args else None))
    usual = len(args) <= 1 and set(words) <= {"axis", "dim", "keepdims", "keepdim"}
    if not usual or 0 in array.shape or not (axis is None or (isinstance(axis, int) and array.ndim <= 2)):
        return expected
    if axis is None or array.ndim == 1:
        return fitting(expected, lambda: reduce(flat(array)))
    lines = array.T if axis in (0, -2) else array
    return fitting(expected, lambda: stacked([reduce(flat(line)) for line in lines]))


def product(left: Any, right: Any) -> Any:
    """Multiply two vectors, a matrix and a vector, or two matrices."""
    if left.ndim == 2:
        return stacked([product(row, right) for row in left])
    if right.ndim == 2:
        return stacked([product(left, column) for column in right.T])
    return added([one * other for one, other in zip(flat(left), flat(right), strict=True)])


def fitting(expected: Any, loop: Callable[[], Any]) -> Any:
    """Return what the loop gives in the original's shape; what the original gave where it has another."""
    if not hasattr(expected, "shape") or 0 in expected.shape:
        return expected
    result = as_array(loop())
    if result.shape == expected.shape:
        return result
    alike = flat(result) and len(flat(result)) == len(flat(expected))
    return result.reshape(expected.shape) if alike else expected


def added(items: Sequence[Any]) -> Any:
    """Return the sum of numbers."""
    total: Any = 0
    for item in items:
        total = total + item
    return total


def multiplied(items: Sequence[Any]) -> Any:
    """Return the product of numbers."""
    total: Any = 1
    for item in items:
        total = total * item
    return total


def chosen(items: Sequence[Any], better: Callable[[Any, Any], Any]) -> Any:
    """Return the number that no other is better than; a NaN where there is one."""
    best = items[0]
    for item in items:
        if item != item:
            return item
        if better(item, best):
            best = item
    return best


def as_array(values: Any) -> Any:
    """Return an array or tensor as it is, and a list or number as an array."""
    return values if hasattr(values, "ndim") else numpy.asarray(values)


def flat(values: Any) -> list[Any]:
    """Return the single numbers of an array or tensor, in order."""
    return list(as_array(values).reshape(-1))


def stacked(items: Sequence[Any]) -> Any:
    """Put equal parts together, tensors into a tensor."""
    if hasattr(items[0], "detach"):
        return sys.modules["torch"].stack(items)
    return numpy.stack(items)
