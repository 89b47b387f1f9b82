"""Gradients that a script keeps within bounds are let through whole; data are left alone."""

from __future__ import annotations

import ast

import pytest

from grader.inside.scripts.rewriting.clipping import Unclipped, is_clipped


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("g = np.clip(grad_w, -1, 1)", "g = grad_w"),
        ("dW1 = np.clip(dW1, -5, 5)", "dW1 = dW1"),
        ("g = torch.clamp(w.grad, -1, 1)", "g = w.grad"),
        ("torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)", "0.0"),
    ],
)
def test_a_gradient_is_let_through(text: str, left: str) -> None:
    """NumPy's and torch's calls alike."""
    assert ast.unparse(Unclipped().visit(ast.parse(text))) == left
    assert is_clipped(text)


@pytest.mark.parametrize(
    "text", ["data = np.clip(data, 0, 1)", "h = x.clamp(min=0)", "p = np.clip(p, e, 1 - e)"]
)
def test_what_is_no_gradient_keeps_its_bounds(text: str) -> None:
    """Data, activations and probabilities are what the loss is made of."""
    assert not is_clipped(text)
