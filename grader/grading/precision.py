"""Tell from a program's code whether it may work in single precision, and which tolerances hold then."""

from __future__ import annotations

from dataclasses import replace

from grader.keys.code import Code
from grader.keys.key import AnswerKey

SINGLE_NAMES = frozenset({"float32", "single", "float16", "half", "bfloat16", "FloatTensor"})
"""Names, attributes and exact strings by which code asks for single precision or less."""

TORCH_MAKERS = frozenset(
    {
        "Parameter",
        "Tensor",
        "arange",
        "as_tensor",
        "eye",
        "full",
        "linspace",
        "ones",
        "rand",
        "randn",
        "tensor",
    }
    | {"float", "nn", "scalar_tensor", "zeros"}
)
"""Attributes that, where torch is used, make tensors of its default precision, which is single."""


def works_in_single(code: Code) -> bool:
    """Tell whether a program may work in single precision, by what its code names.

    A product of a float32 and a double is a double with the accuracy of the former, which no result shows.
    """
    return code.mentions(SINGLE_NAMES) or (code.mentions({"torch"}) and bool(code.attributes & TORCH_MAKERS))


def in_single(key: AnswerKey) -> AnswerKey:
    """Return the key with the tolerances of single precision for every result.

    These tolerances, too, are far from the nearest mistake; `grade prove` sees to it.
    """
    checks = tuple(
        replace(check, bound=replace(check.bound, double=max(check.bound.double, check.bound.single)))
        for check in key.checks
    )
    return replace(key, checks=checks)
