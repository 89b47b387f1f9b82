"""Optimisers make plain steps while a script is looked at, and every step is noted."""

from __future__ import annotations

import types

import pytest

from grader.inside.scripts.state.optimisers import name_of, noted, plain_optimisers, rules


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


def test_a_closure_is_called_before_the_step() -> None:
    """So it is in LBFGS; its value is handed on. Where a loss is made large, the step goes up."""
    torch = pytest.importorskip("torch")
    w = torch.ones(1, requires_grad=True)
    optimiser = torch.optim.Adam([w], lr=0.5, maximize=True)
    plain_optimisers([optimiser], lambda: None)

    def closure() -> float:
        (3 * w).backward()
        return 3.0

    assert optimiser.step(closure) == 3.0
    assert float(w.detach()) == pytest.approx(1 + 0.5 * 3)


def test_rules_that_are_not_gradient_descent_have_names() -> None:
    """SGD with momentum is one of them."""
    torch = pytest.importorskip("torch")
    w, b = torch.ones(1, requires_grad=True), torch.ones(1, requires_grad=True)
    heavy = torch.optim.SGD([w], lr=0.1, momentum=0.9, weight_decay=0.1)
    assert name_of(heavy) == "SGD (momentum, weight_decay)"
    assert rules([heavy, torch.optim.SGD([b], lr=0.1)]) == {id(w): "SGD (momentum, weight_decay)"}
