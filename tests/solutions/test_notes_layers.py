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


# ---- conv1d_backward ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "stride", "padding"), [(4, 1, 0), (4, 3, 2), (3, 2, 1), (11, 1, 0), (2, 5, 3)]
)
def test_convolution_agrees_with_torch(width: int, stride: int, padding: int) -> None:
    """Output, positions and the three slopes are those of torch's conv1d, whatever stride and padding are."""
    layer, rng = page("conv1d_backward"), np.random.default_rng(width)
    given = layer.fresh_backward(rng, c=3, n=11, k=2, width=width, stride=stride, padding=padding)
    g = given.pop("g")
    x, w, b = leaves(given["x"], given["w"], given["b"])
    theirs = torch.nn.functional.conv1d(x, w, b, stride=stride, padding=padding)
    same(layer.forward(**given), theirs)
    assert layer.positions(11, width, stride, padding) == theirs.shape[1]
    slopes = torch.autograd.grad((theirs * torch.tensor(g)).sum(), [x, w, b])
    for ours, slope in zip(layer.backward(**given, g=g), slopes, strict=True):
        same(ours, slope)


def test_the_story_of_the_convolution() -> None:
    """The worked example has the numbers that the story prints."""
    layer = page("conv1d_backward")
    given = {"w": np.array([[[1.0, 0.0, -2.0]]]), "b": np.array([0.5]), "stride": 2, "padding": 0}
    assert layer.forward(layer.line, **given).tolist() == [[-6.5, -5.5]]
    dx, dw, db = layer.backward(layer.line, **given, g=np.array([[3.0, -1.0]]))
    assert (dx.tolist(), dw.tolist(), db.tolist()) == ([[3, 0, -7, 0, 2]], [[[-1, 3, 7]]], [2])


# ---- attention_backward -------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_attention_agrees_with_torch(seed: int) -> None:
    """Output, slopes and the shares looking back are those of torch's scaled dot product attention."""
    head, rng = page("attention_backward"), np.random.default_rng(seed)
    given = head.fresh(rng)
    q, k, v = leaves(given["q"], given["k"], given["v"])
    theirs = torch.nn.functional.scaled_dot_product_attention(q, k, v)
    same(given["a"] @ given["v"], theirs)
    slopes = torch.autograd.grad((theirs * torch.tensor(given["g"])).sum(), [q, k, v])
    for ours, slope in zip(head.backward(**given), slopes, strict=True):
        same(ours, slope)
    back = torch.nn.functional.scaled_dot_product_attention(q, q, torch.eye(4).double(), is_causal=True)
    same(head.causal_weights(given["q"] @ given["q"].T / 3**0.5), back)


@pytest.mark.parametrize("seed", range(4))
def test_the_slope_of_the_scores_agrees_with_autograd(seed: int) -> None:
    """Back through the softmax every row of slopes is that of autograd, and adds up to 0."""
    head, (scores, da) = page("attention_backward"), np.random.default_rng(seed).normal(size=(2, 3, 5))
    (leaf,) = leaves(scores)
    (torch.softmax(leaf, dim=1) * torch.tensor(da)).sum().backward()
    ours = head.slope_of_scores(head.softmax(scores), da)
    same(ours, leaf.grad)
    same(ours.sum(axis=1), np.zeros(3))


def test_the_story_of_attention() -> None:
    """The worked example has the numbers that the story prints."""
    head = page("attention_backward")
    a = head.softmax(np.log([[3.0, 1.0]]))
    same(a, [[0.75, 0.25]])
    same(a @ [2.0, 6.0], [3.0])
    same(head.slope_of_scores(a, np.array([[2.0, 6.0]])), [[-0.75, 0.75]])


# ---- autograd_engine ----------------------------------------------------------------------------------


class TorchProgram:
    """Torch in the place of a student's program: a value is a tensor."""

    @staticmethod
    def Value(number: float) -> torch.Tensor:
        """Return a leaf."""
        return torch.tensor(number, dtype=torch.float64, requires_grad=True)


@pytest.mark.parametrize("seed", range(12))
def test_random_expressions_agree_with_torch(seed: int) -> None:
    """A random expression with shared values has the number and the slopes that torch finds."""
    engine, leaves = page("autograd_engine"), np.random.default_rng(seed).uniform(-2, 2, 3)
    ours = engine.random_expression(engine, np.random.default_rng(seed), leaves)
    theirs = engine.random_expression(TorchProgram, np.random.default_rng(seed), leaves)
    same(ours["data"], theirs["data"])
    same(ours["slopes"], [0.0 if slope is None else slope.item() for slope in theirs["slopes"]])


@pytest.mark.parametrize("which", range(5))
def test_operations_agree_with_torch(which: int) -> None:
    """Each operation has the number and the slopes that torch finds."""
    engine = page("autograd_engine")
    ours = engine.operations(engine, None, 0.7, 2.3, which)
    a, b = TorchProgram.Value(0.7), TorchProgram.Value(2.3)
    theirs = [
        [a + b, a + a, a + 3],
        [a * b, a * a, a * 3],
        [a**2, a**3, b**-1, a**0.5],
        [7 - a, -3 - b],
        [a.exp(), b.exp()],
    ][which]
    for values, result in zip(ours.values(), theirs, strict=True):
        slopes = torch.autograd.grad(result, [a, b], allow_unused=True)
        same(values, [result.item(), *(0.0 if slope is None else slope.item() for slope in slopes)])


def test_the_story_of_the_engine() -> None:
    """a² + a has the slope 7 at 3, and the order is a, b, c."""
    engine = page("autograd_engine")
    a = engine.Value(3.0)
    b = a * a
    c = b + a
    assert c.order() == [a, b, c]
    c.backward()
    assert (a.grad, b.grad, c.grad) == (7, 1, 1)


# ---- mlp_digits ---------------------------------------------------------------------------------------


def test_the_story_of_the_digits() -> None:
    """The training has the losses that the story prints, and all 50 digits are read in the end."""
    digits = page("mlp_digits")
    seen = digits.everything(digits, None, 16, 0.1, 15)
    assert [round(seen["losses"][epoch], 4) for epoch in (0, 14)] == [2.3063, 0.0197]
    assert (seen["seen"], seen["new"]) == (1, 1)
    assert round(torch.nn.functional.cross_entropy(torch.zeros(1, 10), torch.tensor([3])).item(), 4) == 2.3026


def test_the_digits_are_images() -> None:
    """There are 50 images of 8 times 8 pixels between 0 and 1, five of each digit, no two alike."""
    images, labels = page("mlp_digits").digits()
    assert images.shape == (50, 8, 8)
    assert (images.min(), images.max()) == (0, 1)
    assert torch.bincount(labels).tolist() == [5] * 10
    assert len(images.flatten(1).unique(dim=0)) == 50
