"""Optimisers make plain steps while a script is looked at, and every step is noted."""

from __future__ import annotations

import types

import pytest

from grader.inside.scripts.optimisers import noted, plain_optimisers


def test_a_noted_step_is_made_as_before() -> None:
    """It gets what it was given, and gives what it gave."""
    seen: list[str] = []
    assert noted(lambda a, b: a + b, lambda: seen.append("step"))(1, b=2) == 3
    assert seen == ["step"]


def test_what_is_no_optimiser_is_left_alone() -> None:
    """It has no groups of parameters, or no step."""
    assert plain_optimisers([3, "text", types.SimpleNamespace(param_groups=[])], lambda: None) == []


@pytest.mark.parametrize("name", ["SGD", "Adam"])
def test_every_optimiser_steps_along_its_gradient(name: str) -> None:
    """Adam's own rule is torch's and is not judged."""
    torch = pytest.importorskip("torch")
    w = torch.ones(1, requires_grad=True)
    optimiser = getattr(torch.optim, name)([w], lr=0.5)
    seen: list[str] = []
    assert plain_optimisers([optimiser], lambda: seen.append("step")) == [optimiser]
    (3 * w).backward()
    optimiser.step()
    assert float(w.detach()) == pytest.approx(1 - 0.5 * 3)
    assert seen == ["step"]
