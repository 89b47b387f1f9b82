"""Have torch's optimisers make plain steps while a script is looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def plain_optimisers(values: Iterable[Any]) -> list[str]:
    """Have torch's optimisers make plain steps, so that what they are given shows; return their names."""
    names = []
    for value in list(values):
        groups = getattr(value, "param_groups", None)
        if not isinstance(groups, list) or not hasattr(value, "step"):
            continue
        names.append(type(value).__name__)
        if is_plain(value):
            continue

        def step(*words: Any, own: Any = value) -> None:
            for group in own.param_groups:
                for tensor in group["params"]:
                    if tensor.grad is not None:
                        tensor.data = tensor.data - group["lr"] * tensor.grad.detach()

        value.step = step
    return names


def is_plain(optimiser: Any) -> bool:
    """Tell whether an optimiser is gradient descent without momentum and weight decay."""
    if type(optimiser).__name__ != "SGD":
        return False
    return not any(group.get("momentum") or group.get("weight_decay") for group in optimiser.param_groups)
