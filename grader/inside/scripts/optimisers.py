"""Have torch's optimisers make plain steps while a script is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any


def plain_optimisers(values: Iterable[Any], note: Callable[[], None]) -> list[str]:
    """Have torch's optimisers make plain steps, so that what they are given shows; return their names.

    Every step is noted, whether it moves something or not.
    """
    names = []
    for value in list(values):
        groups = getattr(value, "param_groups", None)
        if not isinstance(groups, list) or not hasattr(value, "step"):
            continue
        names.append(type(value).__name__)
        if is_plain(value):
            value.step = noted(value.step, note)
            continue

        def step(*words: Any, own: Any = value) -> None:
            note()
            for group in own.param_groups:
                for tensor in group["params"]:
                    if tensor.grad is not None:
                        tensor.data = tensor.data - group["lr"] * tensor.grad.detach()

        value.step = step
    return names


def noted(step: Callable[..., Any], note: Callable[[], None]) -> Callable[..., Any]:
    """Return a step that is noted first."""

    def both(*words: Any, **named: Any) -> Any:
        note()
        return step(*words, **named)

    return both


def is_plain(optimiser: Any) -> bool:
    """Tell whether an optimiser is gradient descent without momentum and weight decay."""
    if type(optimiser).__name__ != "SGD":
        return False
    return not any(group.get("momentum") or group.get("weight_decay") for group in optimiser.param_groups)
