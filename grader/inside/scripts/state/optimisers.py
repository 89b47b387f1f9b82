"""Have torch's optimisers make plain steps while a script is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

OF_SGD = ("momentum", "weight_decay")
"""Settings of SGD that make its step another one than that of gradient descent."""


def plain_optimisers(values: Iterable[Any], note: Callable[[], None]) -> list[Any]:
    """Have torch's optimisers make plain steps, so that what they are given shows; return them.

    Every step is noted, whether it moves something or not.
    """
    found = [
        value
        for value in list(values)
        if isinstance(getattr(value, "param_groups", None), list) and hasattr(value, "step")
    ]
    for one in found:
        one.step = noted(one.step, note) if is_plain(one) else plain(one, note)
    return found


def plain(optimiser: Any, note: Callable[[], None]) -> Callable[..., Any]:
    """Return a step of plain gradient descent in place of an optimiser's own."""

    def step(closure: Callable[[], Any] | None = None) -> Any:
        loss = None if closure is None else closure()
        note()
        for group in optimiser.param_groups:
            rate = -group["lr"] if group.get("maximize") else group["lr"]
            for tensor in group["params"]:
                if tensor.grad is not None:
                    tensor.data = tensor.data - rate * tensor.grad.detach()
        return loss

    return step


def noted(step: Callable[..., Any], note: Callable[[], None]) -> Callable[..., Any]:
    """Return a step that is noted first."""

    def both(*words: Any, **named: Any) -> Any:
        note()
        return step(*words, **named)

    return both


def is_plain(optimiser: Any) -> bool:
    """Tell whether an optimiser is gradient descent without momentum and weight decay."""
    return name_of(optimiser) == "SGD"


def name_of(optimiser: Any) -> str:
    """Return an optimiser's name, of SGD with the settings that make its step another one."""
    name = type(optimiser).__name__
    more = [key for key in OF_SGD if any(group.get(key) for group in optimiser.param_groups)]
    return f"{name} ({', '.join(more)})" if name == "SGD" and more else name


def rules(optimisers: Iterable[Any]) -> Mapping[int, str]:
    """Return the names of optimisers whose step is not that of gradient descent, by the tensors they move."""
    return {
        id(tensor): name_of(one)
        for one in optimisers
        if not is_plain(one)
        for group in one.param_groups
        for tensor in group["params"]
    }
