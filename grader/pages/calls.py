"""A call as a reader would write it."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.inside.observation import Function, Leaf, Scenario, Seeded


def call_text(asked: Scenario) -> str:
    """Return the call of a scenario as a reader would write it; empty where it is no single call."""
    if asked.kind in ("experiment", "vectorised"):
        return ""
    words = zip(asked.labels, asked.args, strict=True)
    return f"{asked.task}({', '.join(f'{label}={value_text(value)}' for label, value in words)})"


def value_text(value: Any) -> str:
    """Return an input as a reader would write it, four digits a number."""
    if isinstance(value, Leaf):
        grad = "" if value.grad is None else f", grad={value_text(value.grad)}"
        return f"tensor({value_text(value.value)}{grad})"
    if isinstance(value, np.ndarray):
        return value_text(value.tolist())
    if isinstance(value, Seeded):
        return f"np.random.default_rng({value.seed})"
    if isinstance(value, Function):
        return value.name
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {value_text(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        inner = ", ".join(value_text(item) for item in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner})"
    return f"{value:.6g}" if isinstance(value, float) else repr(value)
