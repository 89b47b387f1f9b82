"""The numbers of notes 000, 001, 002 and 003 that lines and single neurons gave, reproduced by the pages.

The notes' own loops are written out here as they stood, on float32 tensors, and the references have to agree
with them in every bit; so any number that a note printed is met, listed here or not. A reference that is
written with NumPy runs on tensors when its ``np`` stands for torch, whose functions have the same names.
"""

from __future__ import annotations

import functools
import importlib.util
import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from types import ModuleType

import numpy as np
import pytest
import torch
from conftest import ROOT
from variants import variant

SOLUTIONS = ROOT / "solutions"

THREE = [(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]
FIVE = [*THREE, (4.0, 8.0), (5.0, 10.0)]

T_C = torch.tensor([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0])
T_U = torch.tensor([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4])

AND = [(1, 0, -1), (0, 1, -1), (0, 0, -1), (1, 1, 1)]

Samples = Sequence[tuple[float, float]]
Row = tuple[float, tuple[float, float], tuple[float, float]]


@functools.cache
def page(exercise: str) -> ModuleType:
    """Import a page from its file."""
    spec = importlib.util.spec_from_file_location(f"page_{exercise}", SOLUTIONS / f"{exercise}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def in_torch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the references that are written with NumPy calculate with torch."""
    for exercise in ("numeric_gradient", "thermometer"):
        monkeypatch.setattr(page(exercise), "np", torch)


def weight(value: float) -> torch.Tensor:
    """Return a parameter as the notes made it: float32, one entry."""
    return torch.tensor([value], requires_grad=True)


# ---- linear: notes 000 and 001 ------------------------------------------------------------------------


LINES = {"note 000": (0.0, FIVE), "note 001": (1.0, THREE)}


def line_as_the_note_did(
    start: float, samples: Samples, epochs: int
) -> tuple[float, list[float], list[float]]:
    """Write out the notes' loop, with ``.data``; return w, all gradients and each epoch's last loss."""
    w = weight(start)
    gradients, losses = [], []
    for _ in range(epochs):
        for x, y in samples:
            loss = (x * w - y) * (x * w - y)
            loss.backward()
            gradients.append(w.grad.item())
            w.data = w.data - 0.01 * w.grad.data
            w.grad.data.zero_()
        losses.append(loss.item())
    return w.item(), gradients, losses


def slopes_along(start: float, samples: Samples, epochs: int) -> list[float]:
    """Return the slope that ``learn`` reports for every sample of a training."""
    w, learn = weight(start), page("linear").learn
    return [learn(w, x, y, 0.01)[1] for _ in range(epochs) for x, y in samples]


def train_line(start: float, samples: Samples, epochs: int) -> tuple[torch.Tensor, list[float]]:
    """Train with the page's reference; return w and the history."""
    w = weight(start)
    xs, ys = zip(*samples, strict=True)
    return w, page("linear").train(w, xs, ys, 0.01, epochs)


@pytest.mark.parametrize("note", LINES)
def test_linear_trains_bit_for_bit_as_the_note(note: str) -> None:
    """Weight, gradients and losses equal those of the note's loop in every bit."""
    start, samples = LINES[note]
    w, gradients, losses = line_as_the_note_did(start, samples, 100)
    ours, history = train_line(start, samples, 100)
    assert (ours.item(), history) == (w, losses)
    assert slopes_along(start, samples, 100) == gradients


def test_first_gradients_of_linear() -> None:
    """The slopes of the first epoch have the digits of both notes."""
    assert slopes_along(0.0, FIVE, 1)[:3] == [-4.0, -15.680000305175781, -32.457603454589844]
    assert slopes_along(1.0, THREE, 1) == [-2.0, -7.840000152587891, -16.228801727294922]


def test_history_of_linear_in_note_000() -> None:
    """The loss at the end of epochs 1 and 2 has the note's digits."""
    assert train_line(0.0, FIVE, 2)[1] == [25.273963928222656, 1.5969340801239014]


def test_history_of_linear_in_note_001() -> None:
    """The cost of the first and of the last of a hundred epochs has the note's digits."""
    history = train_line(1.0, THREE, 100)[1]
    assert (len(history), history[0], history[-1]) == (100, 7.315943717956543, 9.094947017729282e-13)


def test_predictions_of_linear_at_four() -> None:
    """The predictions at 4 before and after the training are those of the notes."""
    forward = page("linear").forward
    assert forward(4.0, weight(0.0)).item() == 0
    assert forward(4.0, weight(1.0)).item() == 4
    assert forward(4.0, train_line(0.0, FIVE, 100)[0]).item() == pytest.approx(8.0, abs=1e-4)
    assert forward(4.0, train_line(1.0, THREE, 100)[0]).item() == 7.999998569488525


def test_the_history_of_note_001_read() -> None:
    """The cost of note 001 falls below one in a thousand in its sixteenth epoch and never rises."""
    history = train_line(1.0, THREE, 100)[1]
    assert page("linear").epochs_needed(history, 1e-3) == 16
    assert all(later <= earlier for earlier, later in pairwise(history))


# ---- perceptron_and: note 002 -------------------------------------------------------------------------


START_OF_AND = (0.666, 0.333, 0.233)
AFTER_20 = (0.4514297388906616, 0.2369025056182418, -0.611635769357402)


def and_as_the_note_did(epochs: int) -> tuple[float, float, float]:
    """Write out the note's loop in plain Python numbers."""
    w1, w2, b = START_OF_AND
    for _ in range(epochs):
        for x1, x2, target in AND:
            prediction = w1 * x1 + w2 * x2 + b
            slope = 2 * (prediction - target)
            w1 = w1 - 0.01 * (slope * x1)
            w2 = w2 - 0.01 * (slope * x2)
            b = b - 0.01 * slope
    return w1, w2, b


def test_and_after_twenty_epochs() -> None:
    """The parameters have every digit of the note."""
    assert page("perceptron_and").train(AND, *START_OF_AND, 0.01, 20) == AFTER_20


@pytest.mark.parametrize("epochs", range(21))
def test_and_trains_bit_for_bit_as_the_note(epochs: int) -> None:
    """After every epoch the parameters are those of the note's loop, in double precision."""
    assert page("perceptron_and").train(AND, *START_OF_AND, 0.01, epochs) == and_as_the_note_did(epochs)


def test_and_decides_as_the_table() -> None:
    """Thresholded, the four predictions after the training are AND; before it they are all yes."""
    neuron = page("perceptron_and")

    def decisions(w1: float, w2: float, b: float) -> list[int]:
        return [neuron.decide(neuron.predict(x1, x2, w1, w2, b)) for x1, x2, _ in AND]

    assert decisions(*START_OF_AND) == [1, 1, 1, 1]
    assert decisions(*AFTER_20) == [target for _, _, target in AND]


def test_and_is_first_right_after_thirteen_epochs() -> None:
    """What the page's story says of the table, the predictions and the mean loss holds."""
    neuron = page("perceptron_and")

    def right(epochs: int) -> bool:
        parameters = neuron.train(AND, *START_OF_AND, 0.01, epochs)
        return all(neuron.decide(neuron.predict(x1, x2, *parameters)) == target for x1, x2, target in AND)

    assert [right(epochs) for epochs in range(21)] == [False] * 13 + [True] * 8
    predictions = [neuron.predict(x1, x2, *AFTER_20) for x1, x2, _ in AND]
    assert [round(value, 2) for value in predictions] == [-0.16, -0.37, -0.61, 0.08]
    errors = [value - target for value, (_, _, target) in zip(predictions, AND, strict=True)]
    assert round(sum(error**2 for error in errors) / 4, 2) == 0.52


# ---- numeric_gradient: note 003 -----------------------------------------------------------------------


def loss_of_the_note(w: torch.Tensor, b: torch.Tensor, x: torch.Tensor = T_U) -> torch.Tensor:
    """Mean squared error as the note wrote it: the model, the squared differences, their mean."""
    t_p = w * x + b
    squared_diffs = (t_p - T_C) ** 2
    return squared_diffs.mean()


def step_as_the_note_did(lr: float = 1e-2, delta: float = 0.1) -> tuple[torch.Tensor, ...]:
    """Write out the note's step; return both rates of change and both new parameters."""
    w, b = torch.ones(1), torch.zeros(1)
    rate_w = (loss_of_the_note(w + delta, b) - loss_of_the_note(w - delta, b)) / (2.0 * delta)
    w = w - lr * rate_w
    rate_b = (loss_of_the_note(w, b + delta) - loss_of_the_note(w, b - delta)) / (2.0 * delta)
    b = b - lr * rate_b
    return rate_w, rate_b, w, b


@pytest.mark.usefixtures("in_torch")
def test_loss_of_the_thermometer() -> None:
    """At w = 1 and b = 0 the loss has the digits of the note, on all pages that compute it."""
    one, zero = torch.ones(()), torch.zeros(())
    assert page("numeric_gradient").loss(one, zero, T_U, T_C).item() == 1763.884765625
    assert page("thermometer").loss(one * T_U + zero, T_C).item() == 1763.884765625
    assert f"{page('numeric_gradient').loss(one, zero, T_U, T_C):.4f}" == "1763.8848"


@pytest.mark.usefixtures("in_torch")
def test_predictions_of_the_thermometer_at_the_start() -> None:
    """At w = 1 and b = 0 the line predicts the readings themselves."""
    assert torch.equal(torch.ones(1) * T_U + torch.zeros(1), T_U)


@pytest.mark.usefixtures("in_torch")
@pytest.mark.parametrize("shape", [(), (1,)])
def test_rates_of_change_bit_for_bit_as_the_note(shape: tuple[int, ...]) -> None:
    """Both differences and the whole step equal the note's in every bit, for parameters of either shape."""
    numeric, w, b = page("numeric_gradient"), torch.ones(shape), torch.zeros(shape)
    rate_w, rate_b, new_w, new_b = step_as_the_note_did()
    assert numeric.gradient(w, b, T_U, T_C, 0.1)[0].item() == rate_w.item()
    assert numeric.gradient(new_w, b, T_U, T_C, 0.1)[1].item() == rate_b.item()
    stepped = numeric.step_of_the_notes(w, b, T_U, T_C, 0.1, 1e-2)
    assert [value.item() for value in stepped] == [new_w.item(), new_b.item()]


@pytest.mark.usefixtures("in_torch")
def test_rate_of_change_in_w() -> None:
    """The difference is 4517.2974 where the chain rule gives 4517.2964; the slope in b is 82.6."""
    numeric, w, b = page("numeric_gradient"), torch.ones(()), torch.zeros(())
    assert f"{numeric.gradient(w, b, T_U, T_C, 0.1)[0]:.4f}" == "4517.2974"
    dw, db = page("thermometer").gradient(T_U, T_C, w * T_U + b)
    assert (f"{dw:.4f}", f"{db:.4f}") == ("4517.2964", "82.6000")
    assert numeric.gradient(w, b, T_U, T_C, 0.1)[1].item() == pytest.approx(82.6, abs=0.01)


@pytest.mark.usefixtures("in_torch")
def test_step_of_note_003() -> None:
    """First w and then b at the new w: -44.1730 and 46, where the loss is over five million."""
    w, b = page("numeric_gradient").step_of_the_notes(torch.ones(()), torch.zeros(()), T_U, T_C, 0.1, 1e-2)
    assert (f"{w:.4f}", f"{b:.4f}") == ("-44.1730", "46.0000")
    assert page("numeric_gradient").loss(w, b, T_U, T_C).item() == 5589329.5


def test_step_along_the_gradient() -> None:
    """With both slopes taken at the start, b would have gone to -0.826."""
    numeric = page("numeric_gradient")
    dw, db = numeric.gradient(1.0, 0.0, T_U.double().numpy(), T_C.double().numpy(), 0.1)
    w, b = numeric.step(1.0, 0.0, dw, db, 0.01)
    assert (round(float(w), 3), round(float(b), 3)) == (-44.173, -0.826)


# ---- thermometer: note 003 ----------------------------------------------------------------------------


Gradient = Callable[[torch.Tensor, torch.Tensor, torch.Tensor], tuple[torch.Tensor, torch.Tensor]]


def mean_of_the_products(t_u: torch.Tensor, t_c: torch.Tensor, t_p: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """Write the gradient with the mean taken last."""
    dsq_diffs = 2 * (t_p - t_c)
    return (dsq_diffs * t_u).mean(), (dsq_diffs * 1.0).mean()


def sum_of_the_shares(t_u: torch.Tensor, t_c: torch.Tensor, t_p: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """Write the gradient with the number of samples divided by first."""
    dsq_diffs = 2 * (t_p - t_c) / t_p.size(0)
    return (dsq_diffs * t_u).sum(), (dsq_diffs * 1.0).sum()


def thermometer_as_the_note_did(
    scale: float, lr: float, epochs: int, gradient: Gradient = mean_of_the_products
) -> list[Row]:
    """Write out the note's training loop; return the loss, the new parameters and the gradient of each epoch.

    The note stops behind the first epoch whose loss is not finite, so that epoch has a row as well.
    """
    params, t_u, rows = torch.tensor([1.0, 0.0]), scale * T_U, []
    for _ in range(epochs):
        w, b = params
        t_p = w * t_u + b
        squared_diffs = (t_p - T_C) ** 2
        loss = squared_diffs.mean()
        grad = torch.stack(gradient(t_u, T_C, t_p))
        params = params - lr * grad
        rows.append((float(loss), tuple(params.tolist()), tuple(grad.tolist())))
        if not torch.isfinite(loss).all():
            break
    return rows


def train_thermometer(scale: float, lr: float, epochs: int) -> tuple[float, float, list[float]]:
    """Train with the page's reference on float32 tensors."""
    w, b = torch.tensor([1.0, 0.0])
    w, b, losses = page("thermometer").train(w, b, scale * T_U, T_C, lr, epochs)
    return w.item(), b.item(), losses


RUNS = {
    "lr 1e-2": (1.0, 1e-2, 100),
    "lr 1e-4": (1.0, 1e-4, 100),
    "inputs times 0.1": (0.1, 1e-3, 5000),
}


FORMS = {"mean of the products": mean_of_the_products, "sum of the shares": sum_of_the_shares}


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest, in_torch: None, monkeypatch: pytest.MonkeyPatch) -> Gradient:
    """Return the note's gradient in one of two ways to write it, and let the page train with its own."""
    if request.param == "sum of the shares":
        divided_first = variant("thermometer", "divided_first", np=torch)
        monkeypatch.setattr(page("thermometer"), "gradient", divided_first)
    return FORMS[request.param]


@pytest.mark.parametrize("run", RUNS)
def test_thermometer_trains_bit_for_bit_as_the_note(run: str, form: Gradient) -> None:
    """All losses, parameters and gradients equal those of the note's loop in every bit."""
    scale, lr, epochs = RUNS[run]
    rows = [row for row in thermometer_as_the_note_did(scale, lr, epochs, form) if math.isfinite(row[0])]
    w, b, losses = train_thermometer(scale, lr, epochs)
    assert losses == [loss for loss, _, _ in rows]
    assert (w, b) == rows[-1][1]
    for done in (0, 1, 2, 9, len(rows) - 1):
        w, b, _ = train_thermometer(scale, lr, done)
        t_p = torch.tensor(w) * (scale * T_U) + torch.tensor(b)
        slopes = page("thermometer").gradient(scale * T_U, T_C, t_p)
        assert tuple(slope.item() for slope in slopes) == rows[done][2]


@pytest.mark.usefixtures("form")
def test_listed_digits_of_the_thermometer() -> None:
    """Either way of writing the gradient gives the digits that the note printed."""
    diverging = [f"{loss:f}" for loss in train_thermometer(1.0, 1e-2, 100)[2]]
    assert diverging[:3] == ["1763.884766", "5802484.500000", "19408029696.000000"]
    assert len(diverging) == 10
    w, b, losses = train_thermometer(1.0, 1e-4, 100)
    assert [f"{losses[1]:f}", f"{losses[99]:f}", f"{w:.4f}", f"{b:.4f}"] == [
        "323.090515",
        "29.022667",
        "0.2327",
        "-0.0438",
    ]
    w, b, losses = train_thermometer(0.1, 1e-3, 5000)
    assert [f"{losses[0]:f}", f"{losses[-1]:f}", f"{w:.4f}", f"{b:.4f}"] == [
        "80.364342",
        "7.851448",
        "4.0435",
        "-9.8084",
    ]


@pytest.mark.usefixtures("form")
def test_the_loss_is_infinite_in_epoch_11() -> None:
    """The tenth step leads to a loss that float32 cannot hold, and there the training stops."""
    w, b, losses = train_thermometer(1.0, 1e-2, 100)
    assert all(map(math.isfinite, losses))
    assert page("thermometer").loss(w * T_U + b, T_C).item() == math.inf


@pytest.mark.usefixtures("in_torch")
def test_parameters_of_the_first_steps() -> None:
    """With lr 1e-2 the parameters swing from side to side, further each time."""
    steps = [train_thermometer(1.0, 1e-2, epochs)[:2] for epochs in (1, 2, 3)]
    assert [(f"{w:.4f}", f"{b:.4f}") for w, b in steps] == [
        ("-44.1730", "-0.8260"),
        ("2568.4011", "45.1637"),
        ("-148527.7188", "-2616.3931"),
    ]


@pytest.mark.usefixtures("in_torch")
def test_the_fitted_line_in_the_original_unit() -> None:
    """Taken back, the line predicts for the readings what the trained one does for the scaled ones."""
    w, b, _ = train_thermometer(0.1, 1e-3, 5000)
    original = page("thermometer").in_original_units(w, b, 0.1)
    np.testing.assert_allclose(original[0] * T_U + original[1], w * (0.1 * T_U) + b, rtol=1e-5)
    fitted = page("thermometer").fit_scaled(*torch.tensor([1.0, 0.0]), T_U, T_C, 0.1, 1e-3, 5000)
    assert [float(value) for value in fitted[:2]] == pytest.approx(original)


@pytest.mark.filterwarnings("ignore:overflow")
def test_what_the_story_of_the_thermometer_tells() -> None:
    """In double precision there is room for 87 epochs; a hundred scaled ones reach 12.71 or 28.95."""
    thermometer, x, y = page("thermometer"), T_U.double().numpy(), T_C.double().numpy()
    assert len(thermometer.train(1.0, 0.0, x, y, 1e-2, 100)[2]) == 87
    assert round(thermometer.train(1.0, 0.0, 0.1 * x, y, 0.03, 100)[2][-1], 2) == 12.71
    assert round(thermometer.train(1.0, 0.0, 0.1 * x, y, 1e-3, 100)[2][-1], 2) == 28.95


# ---- learning_rate: notes 000 and 003 -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "stable"), [("lr 1e-2", False), ("lr 1e-4", True), ("inputs times 0.1", True)]
)
def test_the_largest_rate_tells_which_run_of_note_003_settles(run: str, stable: bool) -> None:
    """The note's rates lie on the side of the largest stable rate that their losses show."""
    rate, (scale, lr, _) = page("learning_rate"), RUNS[run]
    hessian = rate.curvature(scale * T_U.double().numpy())
    assert (lr < rate.largest_rate(hessian)) == stable
    assert (abs(rate.steepest_factor(hessian, lr)) < 1) == stable


@pytest.mark.usefixtures("in_torch")
def test_the_predicted_factor_is_that_of_the_printed_losses() -> None:
    """The losses of the diverging run grow by the square of the factor that the curvature predicts."""
    rate, (_, _, losses) = page("learning_rate"), train_thermometer(1.0, 1e-2, 100)
    predicted = rate.steepest_factor(rate.curvature(T_U.double().numpy()), 1e-2)
    assert round(float(predicted), 2) == -57.83
    for known in range(3, len(losses) + 1):
        assert rate.observed_factor(losses[:known]) == pytest.approx(-predicted, rel=1e-4)


def test_the_story_of_the_learning_rate() -> None:
    """Eigenvalues, rates and factors are those that the page tells."""
    rate, x = page("learning_rate"), T_U.double().numpy()
    steep, flat = np.linalg.eigvalsh(rate.curvature(x))[::-1]
    assert (round(steep, 2), round(flat, 3)) == (5883.42, 0.175)
    assert round(rate.largest_rate(rate.curvature(x)), 5) == 0.00034
    steep, flat = np.linalg.eigvalsh(rate.curvature(0.1 * x))[::-1]
    assert (round(steep, 1), round(flat, 3)) == (60.6, 0.170)
    assert round(rate.largest_rate(rate.curvature(0.1 * x)), 3) == 0.033
    worked = np.array([[8.0, 2.0], [2.0, 5.0]])
    assert rate.largest_rate(worked) == pytest.approx(2 / 9)
    assert rate.steepest_factor(worked, 0.3) == pytest.approx(-1.7)


def test_quadratic_runs_away_by_its_factors() -> None:
    """At x = 5 one step makes -12.02 out of 1 with lr 0.01; an epoch grows by 24.5, with 0.003 it settles."""
    rate, xs = page("learning_rate"), np.arange(1.0, 6.0)
    assert rate.error_factor(5.0, 0.01) == pytest.approx(-12.02)
    assert rate.error_factor(5.0, 0.003) == pytest.approx(-2.906)
    assert round(float(rate.epoch_factor(xs, 0.01)), 1) == 24.5
    assert round(float(rate.epoch_factor(xs, 0.003)), 3) == 0.998
    assert rate.observed_factor([1242.79296875, 718501.125]) == pytest.approx(24.04, abs=0.005)
