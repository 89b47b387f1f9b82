"""The numbers that the study notes printed, reproduced by the references of the pages.

The notes ran PyTorch on float32 tensors, so the references are fed such tensors here and have to give the
very digits. A reference that is written with NumPy runs on tensors when its ``np`` stands for torch, whose
functions have the same names. NumPy's own runs are compared at the digits that the note rounded to.
"""

from __future__ import annotations

import functools
import importlib.util
import math
from collections.abc import Sequence
from types import ModuleType

import numpy as np
import pytest
import torch
from conftest import ROOT
from variants import variant

SOLUTIONS = ROOT / "solutions"

THREE = [(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]
FIVE = [*THREE, (4.0, 8.0), (5.0, 10.0)]

T_C = np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
T_U = np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4])

WEIGHTS = np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8])
X = np.array([0.5, 0.3])
Y = np.array([0.23, -0.07])

LOSSES_222 = (
    0.2097097933292389,
    0.19503259658813477,
    0.1813509315252304,
    0.16865134239196777,
    0.15690487623214722,
    0.14607082307338715,
    0.1361003816127777,
    0.1269397884607315,
    0.11853282898664474,
    0.11082295328378677,
    0.10375461727380753,
)
WEIGHTS_AFTER_11 = (0.3425, -0.4540, 0.5855, 0.5676, -0.2230, -1.2686, -0.5765, 0.1418)


Samples = Sequence[tuple[float, float]]


@functools.cache
def page(exercise: str) -> ModuleType:
    """Import a page from its file."""
    spec = importlib.util.spec_from_file_location(f"page_{exercise}", SOLUTIONS / f"{exercise}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tensors(*values: float) -> list[torch.Tensor]:
    """Return parameters as the notes made them: float32, one entry each."""
    return [torch.tensor([value], requires_grad=True) for value in values]


# ---- forward, loss, update_step, zero_grad, manual_gradient: the line of notes 000 and 001 -----------------


def train_line(start: float, samples: Samples, epochs: int) -> tuple[torch.Tensor, list[float], list[float]]:
    """Run the notes' loop with four references; return w, all gradients, and each epoch's last loss."""
    forward, loss = page("forward").forward, page("loss").squared_error
    update_step, zero_grad = page("update_step").update_step, page("zero_grad").zero_grad
    (w,) = tensors(start)
    gradients, losses = [], []
    for _ in range(epochs):
        for x, y in samples:
            error = loss(forward(x, w), y)
            error.backward()
            gradients.append(w.grad.item())
            update_step([w], 0.01)
            zero_grad([w])
        losses.append(error.item())
    return w, gradients, losses


LINES = {
    "note 000": (0.0, FIVE, [-4.0, -15.680000305175781, -32.457603454589844]),
    "note 001": (1.0, THREE, [-2.0, -7.840000152587891, -16.228801727294922]),
}


@pytest.mark.parametrize("note", LINES)
def test_first_gradients_of_the_line(note: str) -> None:
    """Forward, loss, step and clearing give the gradients that the note printed in its first epoch."""
    start, samples, expected = LINES[note]
    assert train_line(start, samples, 1)[1][:3] == expected


@pytest.mark.parametrize("note", LINES)
def test_first_gradients_of_the_line_by_hand(note: str) -> None:
    """The gradient written by hand gives the same digits in single precision as autograd did."""
    w, samples, expected = LINES[note]
    gradient = page("manual_gradient").gradient
    weight, zero, found = np.float32(w), np.float32(0), []
    for x, y in samples[:3]:
        slope, _ = gradient(weight, zero, np.float32([x]), np.float32([y]))
        found.append(float(slope))
        weight -= np.float32(0.01) * slope
    assert found == expected


def test_losses_of_the_line_of_note_000() -> None:
    """The last sample's loss in epochs 1 and 2 has the note's digits."""
    assert train_line(0.0, FIVE, 2)[2] == [25.273963928222656, 1.5969340801239014]


def test_predictions_of_the_line_of_note_000() -> None:
    """The prediction at 4 is 0 before the training and 8 after it."""
    forward = page("forward").forward
    assert forward(4.0, tensors(0.0)[0]).item() == 0
    assert forward(4.0, train_line(0.0, FIVE, 100)[0]).item() == pytest.approx(8.0, abs=1e-4)


def test_costs_of_the_line_of_note_001() -> None:
    """The cost starts at 7.3159 and ends below a millionth of a millionth, to the last digit."""
    _, _, losses = train_line(1.0, THREE, 100)
    assert (losses[0], losses[-1]) == (7.315943717956543, 9.094947017729282e-13)


def test_prediction_of_the_line_of_note_001() -> None:
    """The prediction at 4 after the training has the note's digits."""
    assert page("forward").forward(4.0, train_line(1.0, THREE, 100)[0]).item() == 7.999998569488525


# ---- forward, loss, manual_gradient: the thermometer of note 003 -------------------------------------------


def test_loss_of_the_thermometer(monkeypatch: pytest.MonkeyPatch) -> None:
    """At w = 1 and b = 0 the mean squared error has the digits of the note."""
    monkeypatch.setattr(page("loss"), "np", torch)
    t_u, t_c = torch.tensor(T_U, dtype=torch.float32), torch.tensor(T_C, dtype=torch.float32)
    w, b = tensors(1.0, 0.0)
    predictions = page("forward").forward_with_bias(t_u, w, b)
    assert page("loss").mean_squared_error(predictions, t_c).item() == 1763.884765625


def test_gradient_of_the_thermometer() -> None:
    """The gradient at the start is (4517.2964, 82.6)."""
    dw, db = page("manual_gradient").gradient(1.0, 0.0, T_U, T_C)
    assert (round(float(dw), 4), round(float(db), 1)) == (4517.2964, 82.6)


# ---- quadratic: notes 000 and 001 ---------------------------------------------------------------------


def gradients_along(parameters: list[torch.Tensor], samples: Samples, lr: float) -> list[tuple[float, ...]]:
    """Return the gradients at every sample of one epoch of ``quadratic``, which moves the parameters."""
    quadratic, gradients = page("quadratic"), []
    for x, y in samples:
        quadratic.loss(quadratic.forward(x, *parameters), y).backward()
        gradients.append(tuple(parameter.grad.item() for parameter in parameters))
        for parameter in parameters:
            parameter.grad = None
        quadratic.train(parameters, [x], [y], lr, 1)
    return gradients


def train_as_the_note_did(
    parameters: list[torch.Tensor], samples: Samples, lr: float, epochs: int
) -> list[float]:
    """Write out the notes' own loop, with ``.data`` and without a stop; return each epoch's last loss."""
    w1, w2, b = parameters
    losses = []
    for _ in range(epochs):
        for x, y in samples:
            error = (w1 * x**2 + w2 * x + b - y) ** 2
            error.backward()
            for parameter in parameters:
                parameter.data = parameter.data - lr * parameter.grad.data
                parameter.grad.data.zero_()
        losses.append(error.item())
    return losses


def train_quadratic(parameters: list[torch.Tensor], samples: Samples, lr: float, epochs: int) -> list[float]:
    """Train with the page's reference."""
    xs, ys = zip(*samples, strict=True)
    return page("quadratic").train(parameters, list(xs), list(ys), lr, epochs)


QUADRATICS = {
    "note 001": ((1.0, 1.0, 0.0), THREE, 0.01, 100),
    "note 000, diverging": ((0.0, 0.0, 0.0), FIVE, 0.01, 13),
    "note 000, converging": ((0.0, 0.0, 0.0), FIVE, 0.003, 100),
}


@pytest.mark.parametrize("run", QUADRATICS)
def test_quadratic_trains_bit_for_bit_as_the_note(run: str) -> None:
    """Losses and parameters equal those of the notes' loop in every bit, so any number it printed is met."""
    start, samples, lr, epochs = QUADRATICS[run]
    ours, theirs = tensors(*start), tensors(*start)
    assert train_quadratic(ours, samples, lr, epochs) == train_as_the_note_did(theirs, samples, lr, epochs)
    assert [p.item() for p in ours] == [p.item() for p in theirs]


def test_first_gradients_of_quadratic_in_note_001() -> None:
    """The gradients of (w1, w2, b) at the three samples of the first epoch have the note's digits."""
    assert gradients_along(tensors(1.0, 1.0, 0.0), THREE, 0.01) == [
        (0.0, 0.0, 0.0),
        (16.0, 8.0, 4.0),
        (77.04000854492188, 25.680004119873047, 8.560001373291016),
    ]


def test_costs_of_quadratic_in_note_001() -> None:
    """The cost of epochs 0, 1, 2 and of the last one has the note's digits; it does not always fall."""
    losses = train_quadratic(tensors(1.0, 1.0, 0.0), THREE, 0.01, 100)
    assert losses[:3] == [18.318405151367188, 1.3162453174591064, 1.8171736001968384]
    assert (len(losses), losses[-1]) == (100, 0.003087138058617711)


def test_prediction_of_quadratic_in_note_001() -> None:
    """The prediction at 4 is 20 before the training, and after it worse than the line's."""
    quadratic, parameters = page("quadratic"), tensors(1.0, 1.0, 0.0)
    assert quadratic.forward(4.0, *parameters).item() == 20
    train_quadratic(parameters, THREE, 0.01, 100)
    assert quadratic.forward(4.0, *parameters).item() == 8.3240966796875


def test_first_gradients_of_quadratic_in_note_000() -> None:
    """The gradients of the diverging run's first epoch have the note's digits."""
    gradients = gradients_along(tensors(0.0, 0.0, 0.0), FIVE, 0.01)
    assert [w1 for w1, _, _ in gradients] == [
        -4.0,
        -29.760000228881836,
        -41.05440139770508,
        173.85321044921875,
        -1762.6634521484375,
    ]
    assert [w2 for _, w2, _ in gradients[:3]] == [-4.0, -14.880000114440918, -13.68480110168457]
    assert [b for _, _, b in gradients[:3]] == [-4.0, -7.440000057220459, -4.561600208282471]


def test_losses_of_quadratic_in_note_000() -> None:
    """The loss at the end of epochs 1 and 2 has the note's digits: the run diverges."""
    assert train_quadratic(tensors(0.0, 0.0, 0.0), FIVE, 0.01, 2) == [1242.79296875, 718501.125]


def test_diverging_quadratic_stops_with_finite_losses() -> None:
    """Where the note's run goes on with inf and nan, the reference ends after the thirteenth epoch."""
    theirs = train_as_the_note_did(tensors(0.0, 0.0, 0.0), FIVE, 0.01, 100)
    ours = train_quadratic(tensors(0.0, 0.0, 0.0), FIVE, 0.01, 100)
    assert theirs[13] == math.inf
    assert math.isnan(theirs[-1])
    assert ours == [value for value in theirs if math.isfinite(value)]
    assert len(ours) == 13


def test_quadratic_converges_at_a_smaller_rate() -> None:
    """With lr 0.003 the data of note 000 are learnt: the prediction at 4 is about 7.9 after 1000 epochs."""
    parameters = tensors(0.0, 0.0, 0.0)
    assert len(train_quadratic(parameters, FIVE, 0.003, 1000)) == 1000
    assert page("quadratic").forward(4.0, *parameters).item() == pytest.approx(7.90, abs=0.005)


# ---- backprop_222: note 004 ---------------------------------------------------------------------------


def train_222_in_torch(rounds: int, cleared: int = 8) -> tuple[list[torch.Tensor], list[float], list[float]]:
    """Run the note's loop: the page's forward and loss on tensors, autograd, step 1.

    ``cleared`` is how many of the eight gradients are zeroed. Returns the weights, the gradients of the first
    round and the losses. The page's ``np`` has to stand for torch.
    """
    network = page("backprop_222")
    weights = [torch.tensor(value, dtype=torch.float32, requires_grad=True) for value in WEIGHTS]
    x, y = torch.tensor(X, dtype=torch.float32), torch.tensor(Y, dtype=torch.float32)
    first, losses = [], []
    for _ in range(rounds):
        _, o = network.forward(weights, x)
        error = network.loss(o, y)
        error.backward()
        losses.append(error.item())
        first = first or [w.grad.item() for w in weights]
        for w in weights:
            w.data = w.data - 1 * w.grad.data
        for w in weights[:cleared]:
            w.grad.data.zero_()
    return weights, first, losses


def outputs_along(rounds: int, step: float) -> list[tuple[float, ...]]:
    """Return the outputs of ``backprop_222`` before each of some rounds, to five digits as the note."""
    network, outputs = page("backprop_222"), []
    for done in range(rounds):
        weights, _ = network.train(WEIGHTS, X, Y, step, done)
        _, o = network.forward(weights, X)
        outputs.append(tuple(round(float(value), 5) for value in o))
    return outputs


@pytest.fixture
def in_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the page's functions calculate with torch."""
    monkeypatch.setattr(page("backprop_222"), "np", torch)


@pytest.fixture
def with_the_wrong_hidden_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the note's first mistake, the hidden error made of weight gradients, in the reference's place."""
    monkeypatch.setattr(page("backprop_222"), "gradient", variant("backprop_222", "weight_slopes_sent_back"))


def test_outputs_of_222_at_the_start() -> None:
    """The outputs at the start are (0.4769, 0.5287), and (0.47695, 0.5287) to five digits."""
    _, o = page("backprop_222").forward(WEIGHTS, X)
    assert [round(float(value), 4) for value in o] == [0.4769, 0.5287]
    assert outputs_along(1, 10.0) == [(0.47695, 0.5287)]


@pytest.mark.usefixtures("in_torch")
def test_losses_of_222_have_the_digits_of_the_note() -> None:
    """All eleven losses agree to the last digit in single precision; the note counts its rounds from 0."""
    _, _, losses = train_222_in_torch(11)
    assert tuple(losses) == LOSSES_222


@pytest.mark.usefixtures("in_torch")
def test_weights_of_222_after_eleven_rounds() -> None:
    """The final weights agree with the note's four digits."""
    weights, _, _ = train_222_in_torch(11)
    assert tuple(round(w.item(), 4) for w in weights) == WEIGHTS_AFTER_11


@pytest.mark.usefixtures("in_torch")
def test_autograd_gradients_of_222_at_the_start() -> None:
    """The first gradients round to the note's two digits."""
    _, first, _ = train_222_in_torch(1)
    assert [round(value, 2) for value in first] == [-0.01, 0.01, -0.01, 0.01, 0.03, 0.08, 0.03, 0.07]


def test_gradients_of_222_by_hand_at_the_start() -> None:
    """The gradients by hand round to the note's two digits."""
    network = page("backprop_222")
    slopes = network.gradient(WEIGHTS, X, Y, *network.forward(WEIGHTS, X))
    assert [round(float(value), 2) for value in slopes] == [-0.01, 0.01, -0.01, 0.01, 0.03, 0.08, 0.03, 0.07]


@pytest.mark.parametrize("precision", [np.float32, np.float64])
def test_training_of_222_by_hand(precision: type) -> None:
    """The training by hand meets the eleven losses to one unit in float32's last place, and the weights."""
    weights, losses = page("backprop_222").train(*(a.astype(precision) for a in (WEIGHTS, X, Y)), 1, 11)
    assert losses == pytest.approx(LOSSES_222, abs=3e-8)
    assert tuple(round(float(w), 4) for w in weights) == WEIGHTS_AFTER_11


def test_outputs_of_222_with_the_right_gradients() -> None:
    """With step 10 the right gradients give the outputs that stand beside the note's wrong ones."""
    assert outputs_along(3, 10.0)[1:] == [(0.3945, 0.32252), (0.3403, 0.21985)]


@pytest.mark.usefixtures("with_the_wrong_hidden_error")
def test_outputs_of_222_with_the_wrong_hidden_error() -> None:
    """With the note's wrong hidden error the page's misconception gives the outputs that the note printed."""
    assert outputs_along(3, 10.0) == [(0.47695, 0.5287), (0.39688, 0.3339), (0.35292, 0.24607)]


@pytest.mark.usefixtures("with_the_wrong_hidden_error")
def test_loss_of_222_falls_with_the_wrong_hidden_error() -> None:
    """The loss falls in every round although the hidden gradients are wrong."""
    _, losses = page("backprop_222").train(WEIGHTS, X, Y, 10.0, 20)
    assert np.all(np.diff(losses) < 0)


@pytest.mark.usefixtures("in_torch")
def test_losses_of_222_where_only_the_first_gradient_is_cleared() -> None:
    """With seven gradients piling up the loss falls faster: 0.16786 in round 2 against 0.18135."""
    _, _, losses = train_222_in_torch(3, cleared=1)
    assert (round(losses[2], 5), round(LOSSES_222[2], 5)) == (0.16786, 0.18135)


def test_the_misconception_piles_up_as_the_note_did() -> None:
    """The page's misconception gives the loss of the note's second mistake."""
    _, losses = variant("backprop_222", "all_but_the_first_pile_up")(WEIGHTS, X, Y, 1.0, 3)
    assert round(float(losses[2]), 5) == 0.16786


def test_no_output_of_222_reaches_the_negative_target() -> None:
    """However long it trains, the loss keeps what the second output cannot give: half of 0.07 squared."""
    _, losses = page("backprop_222").train(WEIGHTS, X, Y, 10.0, 2000)
    assert losses[-1] == pytest.approx(0.07**2 / 2, rel=0.1)
    assert losses[-1] > 0.07**2 / 2


def test_the_mean_over_two_outputs_is_the_half_sum() -> None:
    """The mean squared error over the two outputs equals the loss of the page exactly."""
    network = page("backprop_222")
    _, o = network.forward(WEIGHTS, X)
    assert variant("backprop_222", "mean_of_the_two_squares")(o, Y) == network.loss(o, Y)


def random_network(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw weights, inputs and targets; seed 0 stands for the note's own."""
    if seed == 0:
        return WEIGHTS, X, Y
    rng = np.random.default_rng(seed)
    return rng.normal(size=8), rng.normal(size=2), rng.normal(size=2)


@pytest.mark.parametrize("seed", range(6))
def test_gradients_of_222_agree_with_autograd(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """By hand and by autograd the eight gradients are the same in double precision."""
    network, (w, x, y) = page("backprop_222"), random_network(seed)
    by_hand = network.gradient(w, x, y, *network.forward(w, x))
    monkeypatch.setattr(network, "np", torch)
    leaf = torch.tensor(w, requires_grad=True)
    network.network_loss(leaf, torch.tensor(x), torch.tensor(y)).backward()
    np.testing.assert_allclose(by_hand, leaf.grad.numpy(), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("seed", range(6))
def test_gradients_of_222_agree_with_central_differences(seed: int) -> None:
    """At every weight the gradient is the slope of the page's own loss."""
    network, (w, x, y) = page("backprop_222"), random_network(seed)
    by_hand = network.gradient(w, x, y, *network.forward(w, x))
    steps = 1e-5 * np.eye(8)
    rises = [network.network_loss(w + step, x, y) - network.network_loss(w - step, x, y) for step in steps]
    np.testing.assert_allclose(by_hand, np.array(rises) / 2e-5, rtol=1e-6, atol=1e-10)
