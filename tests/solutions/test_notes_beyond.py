"""The pages beyond the notes: their references agree with torch in double precision."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import torch

SOLUTIONS = Path(__file__).resolve().parents[2] / "solutions"
SEEDS = range(3)


@functools.cache
def page(exercise: str) -> ModuleType:
    """Import a page from its file."""
    spec = importlib.util.spec_from_file_location(f"page_{exercise}", SOLUTIONS / f"{exercise}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def near(got: object, expected: torch.Tensor) -> bool:
    """Tell whether numbers agree with torch's to 12 digits."""
    return np.allclose(np.asarray(got), expected.detach().numpy(), rtol=1e-12, atol=1e-12)


# ---- softmax_cross_entropy -------------------------------------------------------------------------------


@pytest.mark.parametrize("spread", [1.0, 30.0, 1000.0])
@pytest.mark.parametrize("seed", SEEDS)
def test_softmax_and_its_loss(seed: int, spread: float) -> None:
    """Softmax, cross-entropy and gradient are torch's, for small logits and for logits of a thousand."""
    parts, rng = page("softmax_cross_entropy"), np.random.default_rng(seed)
    z, y = spread * rng.normal(size=(6, 4)), rng.integers(0, 4, 6)
    logits = torch.tensor(z, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(y))
    loss.backward()
    assert near(parts.softmax(z), torch.softmax(logits, dim=1))
    assert near(parts.cross_entropy(z, y), loss)
    assert near(parts.gradient(z, y), logits.grad)


# ---- momentum and adam -----------------------------------------------------------------------------------


def descend(
    optimiser: type[torch.optim.Optimizer], w: np.ndarray, c: np.ndarray, **rates: object
) -> torch.Tensor:
    """Return where seven rounds of torch's optimiser lead in the valley of both pages."""
    parameter = torch.tensor(w, requires_grad=True)
    rule = optimiser([parameter], **rates)
    for _ in range(7):
        rule.zero_grad()
        (0.5 * (torch.tensor(c) * parameter**2).sum()).backward()
        rule.step()
    return parameter


@pytest.mark.parametrize("seed", SEEDS)
def test_momentum(seed: int) -> None:
    """Seven rounds of momentum end where those of torch's SGD end."""
    rng = np.random.default_rng(seed)
    w, c = rng.normal(size=4), rng.uniform(0.5, 3, 4)
    got, _ = page("momentum").descend(w, c, 0.1, 0.8, 7)
    assert near(got, descend(torch.optim.SGD, w, c, lr=0.1, momentum=0.8))


@pytest.mark.parametrize("seed", SEEDS)
def test_nesterov(seed: int) -> None:
    """Seven rounds of Nesterov's momentum end where those of torch's SGD end."""
    rng = np.random.default_rng(seed)
    w, c = rng.normal(size=4), rng.uniform(0.5, 3, 4)
    expected = descend(torch.optim.SGD, w, c, lr=0.1, momentum=0.8, nesterov=True)
    v = np.zeros(4)
    for _ in range(7):
        w, v = page("momentum").nesterov_step(w, v, c * w, 0.1, 0.8)
    assert near(w, expected)


@pytest.mark.parametrize("size", [1.0, 1e-6])
@pytest.mark.parametrize("seed", SEEDS)
def test_adam(seed: int, size: float) -> None:
    """Seven rounds of Adam end where torch's end, for slopes of any size."""
    rng = np.random.default_rng(seed)
    w, c = rng.normal(size=4), size * rng.uniform(0.5, 3, 4)
    got, _ = page("adam").descend(w, c, 0.1, 0.8, 0.97, 1e-8, 7)
    assert near(got, descend(torch.optim.Adam, w, c, lr=0.1, betas=(0.8, 0.97), eps=1e-8))


# ---- l2_logistic -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_penalised_logistic(seed: int) -> None:
    """Loss and gradient of the penalised neuron are torch's, and the bias bears no penalty."""
    parts, rng = page("l2_logistic"), np.random.default_rng(seed)
    x, y, strength = rng.normal(size=(7, 3)), rng.integers(0, 2, 7).astype(float), 0.4
    w, b = (
        torch.tensor(rng.normal(size=3), requires_grad=True),
        torch.tensor(0.7, dtype=torch.float64, requires_grad=True),
    )
    z = torch.tensor(x) @ w + b
    loss = (
        torch.nn.functional.binary_cross_entropy_with_logits(z, torch.tensor(y)) + strength / 2 * (w**2).sum()
    )
    loss.backward()
    given = w.detach().numpy(), b.item(), x, y, strength
    dw, db = parts.gradient(*given)
    assert near(parts.penalised_loss(*given), loss)
    assert near(dw, w.grad)
    assert near(db, b.grad)


# ---- gradient_check --------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_checked_backward_pass(seed: int) -> None:
    """The backward pass made of the page's pieces is torch's, and the page's own check accepts it."""
    parts, rng = page("gradient_check"), np.random.default_rng(seed)
    arrays = [rng.normal(size=size) for size in ((4, 3), (3, 2), (5, 4), (5, 2))]
    w1, w2, x, y = (torch.tensor(array, requires_grad=True) for array in arrays)
    (0.5 * ((torch.tanh(x @ w1) @ w2 - y) ** 2).mean()).backward()
    dw1, dw2 = parts.backward(*arrays)
    assert near(dw1, w1.grad)
    assert near(dw2, w2.grad)
    assert parts.is_right(lambda w: parts.loss(w, *arrays[1:]), lambda w: dw1, arrays[0])
