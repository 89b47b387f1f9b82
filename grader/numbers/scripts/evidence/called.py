"""Say what a script calls the value of which it takes gradients."""

from __future__ import annotations

import ast
from dataclasses import replace

from grader.numbers.scripts.evidence.records import Evidence

LONGEST = 24
"""Characters of an expression from which on it is no name that helps a reader."""


def with_names(found: Evidence, text: str) -> Evidence:
    """Return the evidence; what gradients are taken of goes by its name where there is one only."""
    name = of_backward(text)
    losses = (replace(one, called=name) if one.how == "backward" == one.name else one for one in found.losses)
    return replace(found, losses=tuple(losses))


def of_backward(text: str) -> str:
    """Return the one expression of which a script takes gradients, "" where there are more, or it is long."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    names = set(map(ast.unparse, filter(None, map(derived, calls))))
    name = names.pop() if len(names) == 1 else ""
    return name if len(name) <= LONGEST and "\n" not in name else ""


def derived(call: ast.Call) -> ast.expr | None:
    """Return what a call takes the gradient of: ``loss.backward()``, or ``torch.autograd.grad(loss, …)``."""
    if not isinstance(call.func, ast.Attribute):
        return None
    if call.func.attr == "backward":
        return call.func.value
    return call.args[0] if call.func.attr == "grad" and call.args else None
