"""What gradients are taken of goes by the script's own name for it."""

from __future__ import annotations

import pytest

from grader.numbers.scripts.evidence.called import of_backward


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("loss.backward()", "loss"),
        ("loss.backward(retain_graph=True)\nloss.backward()", "loss"),
        ("gs = torch.autograd.grad(cost, [w, b])", "cost"),
        ("(a + b).backward()", "a + b"),
        ("real.backward()\nfake.backward()", ""),
        ("loss.backward()\nfor layer in layers:\n    layer.backward(g)", ""),
        ("torch.nn.functional.mse_loss(net(x), y).backward()", ""),
        ("opt.step()", ""),
    ],
)
def test_its_name(text: str, name: str) -> None:
    """Where there is one only, and short; the script may call nothing so."""
    assert of_backward(text) == name
