"""Pages beyond the notes, held against torch's autograd in double precision; their stories' numbers."""

from __future__ import annotations

import functools
import importlib.util
from types import ModuleType

import numpy as np
import pytest
import torch
from conftest import ROOT

SOLUTIONS = ROOT / "solutions"


@functools.cache
def page(exercise: str) -> ModuleType:
    """Import a page from its file."""
    spec = importlib.util.spec_from_file_location(f"layers_{exercise}", SOLUTIONS / f"{exercise}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(ours: object, theirs: object) -> None:
    """Demand that two arrays are equal but for rounding."""
    theirs = theirs.detach().numpy() if isinstance(theirs, torch.Tensor) else theirs
    np.testing.assert_allclose(np.asarray(ours), theirs, rtol=1e-11, atol=1e-13)


def leaves(*arrays: np.ndarray) -> list[torch.Tensor]:
    """Return the arrays as tensors that require grad."""
    return [torch.tensor(array, requires_grad=True) for array in arrays]


# ---- batchnorm_backward -------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_batch_normalisation_agrees_with_torch(seed: int) -> None:
    """Output, running numbers, prediction and the three slopes are those of torch.nn.BatchNorm1d."""
    layer, rng = page("batchnorm_backward"), np.random.default_rng(seed)
    given, g = layer.fresh(rng, 6, 3), rng.normal(size=(6, 3))
    out, xhat, spread = layer.forward(**given)
    torchs = torch.nn.BatchNorm1d(3, eps=given["eps"], momentum=0.3).double()
    x, torchs.weight.data, torchs.bias.data = (torch.tensor(given[name]) for name in ("x", "gamma", "beta"))
    theirs = torchs(x.requires_grad_())
    same(out, theirs)
    slopes = torch.autograd.grad((theirs * torch.tensor(g)).sum(), [x, torchs.weight, torchs.bias])
    for ours, slope in zip(layer.backward(**given, g=g, xhat=xhat, spread=spread), slopes, strict=True):
        same(ours, slope)
    running = layer.update_running(given["x"], np.zeros(3), np.ones(3), 0.3)
    same(running[0], torchs.running_mean)
    same(running[1], torchs.running_var)
    same(layer.predict(**given, running_mean=running[0], running_variance=running[1]), torchs.eval()(x))


def test_the_story_of_batch_normalisation() -> None:
    """The worked example has the numbers that the story prints."""
    layer = page("batchnorm_backward")
    _, xhat, spread = layer.forward(**layer.story)
    g = np.array([[3.0], [0.0], [0.0]])
    dx, dgamma, dbeta = layer.backward(**layer.story, g=g, xhat=xhat, spread=spread)
    assert np.round(xhat.ravel(), 4).tolist() == [-0.8944, -0.4472, 1.3416]
    numbers = (spread, 2 * np.mean(g * xhat), dgamma, dbeta, dx[0])
    rounded = [round(float(np.squeeze(number)), 4) for number in numbers]
    assert rounded == [2.2361, -1.7889, -2.6833, 3, 1.0733]
    same(dx.sum(), 0.0)
