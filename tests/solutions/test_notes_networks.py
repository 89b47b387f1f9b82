"""The networks of the study notes, reproduced by the references of their pages.

Printed numbers are met to the digit: the notes' runs were made in float32, so the references are fed such
tensors (their ``np`` stands for torch there). Gradients by hand are held against autograd and against
central differences in double precision.
"""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Callable, Sequence
from types import ModuleType

import numpy as np
import pytest
import torch
from conftest import ROOT
from variants import variant

SOLUTIONS = ROOT / "solutions"

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
RELU_WEIGHTS_AFTER_11 = (0.3877, -0.4000, 0.6126, 0.6000, 0.5074, -0.5, -0.3, 0.8)

PRINTED_TRACE = np.array([[0.47695, 0.5287], [0.39688, 0.3339], [0.35292, 0.24607]])
RIGHT_TRACE = np.array([[0.47695, 0.5287], [0.3945, 0.32252], [0.3403, 0.21985]])

Forward = Callable[[Sequence[torch.Tensor], torch.Tensor], torch.Tensor]
Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


@functools.cache
def page(exercise: str) -> ModuleType:
    """Import a page from its file."""
    spec = importlib.util.spec_from_file_location(f"networks_{exercise}", SOLUTIONS / f"{exercise}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_torch(exercise: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return a page whose functions calculate with torch for the time of a test."""
    monkeypatch.setattr(page(exercise), "np", torch)
    return page(exercise)


def rounded(values: Sequence[float], digits: int) -> tuple[float, ...]:
    """Return numbers as a note printed them."""
    return tuple(round(float(value), digits) for value in values)


def differences(function: Callable[..., float], given: Sequence[np.ndarray], place: int) -> np.ndarray:
    """Return the central differences of a function in every entry of one of its arguments."""
    slopes = np.empty_like(given[place])
    for index in np.ndindex(slopes.shape):
        ends = []
        for step in (1e-5, -1e-5):
            moved = [array.copy() for array in given]
            moved[place][index] += step
            ends.append(float(function(*moved)))
        slopes[index] = (ends[0] - ends[1]) / 2e-5
    return slopes


def train_as_the_note_did(
    forward: Forward, loss: Loss, rounds: int
) -> tuple[list[torch.Tensor], list[list[float]], list[list[float]]]:
    """Run note 004's loop in float32: autograd, step 1, all eight gradients zeroed.

    Returns the weights, and for each round loss and outputs, and the gradients.
    """
    weights = [torch.tensor(value, dtype=torch.float32, requires_grad=True) for value in WEIGHTS]
    x, y = torch.tensor(X, dtype=torch.float32), torch.tensor(Y, dtype=torch.float32)
    printed, gradients = [], []
    for _ in range(rounds):
        o = forward(weights, x)
        error = loss(o, y)
        error.backward()
        printed.append([error.item(), *o.tolist()])
        gradients.append([w.grad.item() for w in weights])
        for w in weights:
            w.data = w.data - 1 * w.grad.data
            w.grad.data.zero_()
    return [w.detach() for w in weights], printed, gradients


# ---- relu_222: note 004 -------------------------------------------------------------------------------


def relu_run(rounds: int, monkeypatch: pytest.MonkeyPatch) -> tuple[list, list, list]:
    """Run the note's loop with the page's forward and loss."""
    network = in_torch("relu_222", monkeypatch)
    return train_as_the_note_did(lambda w, x: network.forward(w, x)[1], network.loss, rounds)


def test_start_of_the_relu_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """The outputs at the start are (0.0250, 0) and the loss is 0.0234625, in single precision."""
    _, printed, _ = relu_run(1, monkeypatch)
    assert printed == [[0.023462500423192978, 0.02500000037252903, 0.0]]
    assert rounded(printed[0][1:], 4) == (0.0250, 0.0)
    assert round(printed[0][0], 7) == 0.0234625


def test_weights_of_the_relu_network_after_eleven_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last round's weights agree with the note's four digits, and the second output stays dead."""
    weights, printed, _ = relu_run(11, monkeypatch)
    assert rounded(weights, 4) == RELU_WEIGHTS_AFTER_11
    assert all(o2 == 0 for _, _, o2 in printed)


def test_relu_network_bit_for_bit_as_with_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Losses, outputs and gradients equal those of torch.relu in every bit, so any printed number is met."""

    def written_out(w: Sequence[torch.Tensor], x: torch.Tensor) -> torch.Tensor:
        h1, h2 = torch.relu(w[0] * x[0] + w[2] * x[1]), torch.relu(w[1] * x[0] + w[3] * x[1])
        return torch.stack([torch.relu(w[4] * h1 + w[6] * h2), torch.relu(w[5] * h1 + w[7] * h2)])

    def half_sum(o: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return (1 / 2) * (o[0] - y[0]) ** 2 + (1 / 2) * (o[1] - y[1]) ** 2

    ours, theirs = relu_run(50, monkeypatch), train_as_the_note_did(written_out, half_sum, 50)
    assert ours[1:] == theirs[1:]
    assert [w.item() for w in ours[0]] == [w.item() for w in theirs[0]]


def test_first_gradients_of_the_relu_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five of the first gradients are 0, by autograd and by hand, and the others round to two digits."""
    _, _, (by_autograd,) = relu_run(1, monkeypatch)
    monkeypatch.undo()
    network = page("relu_222")
    by_hand = network.gradient(WEIGHTS, X, Y, *network.forward(WEIGHTS, X))
    expected = (-0.01, 0.0, -0.01, 0.0, -0.05, 0.0, 0.0, 0.0)
    assert rounded(by_autograd, 2) == rounded(by_hand, 2) == expected


@pytest.mark.parametrize("precision", [np.float32, np.float64])
def test_relu_network_trained_by_hand(precision: type) -> None:
    """The slopes by hand lead to the note's weights; the loss ends at what the dead output leaves."""
    network = page("relu_222")
    w, x, y = (array.astype(precision) for array in (WEIGHTS, X, Y))
    run = network.descent(network, None, w, x, y, 1, 11)
    assert rounded([run[f"w{place}"] for place in range(1, 9)], 4) == RELU_WEIGHTS_AFTER_11
    assert round(float(run["losses"][0]), 7) == 0.0234625
    long = network.descent(network, None, w, x, y, 1, 100)
    assert float(long["losses"][-1]) == pytest.approx(0.07**2 / 2, rel=1e-6)


def test_what_the_page_says_of_the_relu_network() -> None:
    """The second output is dead, and the weights that the page calls stuck are those that never moved."""
    network = page("relu_222")
    assert network.dead_nodes(WEIGHTS, X[None]).tolist() == [False, True, False, True]
    stuck = network.stuck_weights(WEIGHTS, X[None])
    assert stuck.tolist() == [bool(a == b) for a, b in zip(WEIGHTS, RELU_WEIGHTS_AFTER_11, strict=True)]
    assert round(float(network.forward(WEIGHTS, X[::-1])[0][1]), 2) == 0.18


def random_network(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Draw weights, inputs and targets; seed 0 stands for the note's own."""
    if seed == 0:
        return WEIGHTS, X, Y
    rng = np.random.default_rng(seed)
    return rng.normal(size=8), rng.normal(size=2), rng.normal(size=2)


@pytest.mark.parametrize("seed", range(8))
def test_relu_gradients_agree_with_autograd(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """By hand and by autograd the eight gradients are the same in double precision."""
    network, (w, x, y) = page("relu_222"), random_network(seed)
    by_hand = network.gradient(w, x, y, *network.forward(w, x))
    monkeypatch.setattr(network, "np", torch)
    leaf = torch.tensor(w, requires_grad=True)
    network.network_loss(leaf, torch.tensor(x), torch.tensor(y)).backward()
    np.testing.assert_allclose(by_hand, leaf.grad.numpy(), rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("seed", range(8))
def test_relu_gradients_agree_with_central_differences(seed: int) -> None:
    """At every weight the gradient is the slope of the page's own loss."""
    network, (w, x, y) = page("relu_222"), random_network(seed)
    by_hand = network.gradient(w, x, y, *network.forward(w, x))
    np.testing.assert_allclose(by_hand, differences(network.network_loss, (w, x, y), 0), rtol=1e-6, atol=1e-9)


# ---- losses_222: note 004 -----------------------------------------------------------------------------


@pytest.mark.parametrize("precision", [np.float32, np.float64])
def test_the_mean_over_two_outputs_is_the_half_sum_in_every_bit(precision: type) -> None:
    """With two outputs the mean squared error and half the sum are one number; with three they are not."""
    network = page("losses_222")
    tables = np.random.default_rng(4).normal(size=(200, 2, 3)).astype(precision)
    for o, y in tables:
        assert network.mean_squared_error(o[None, :2], y[None, :2]) == network.half_sum(o[:2], y[:2])
        assert network.mean_squared_error(o[None], y[None]) != network.half_sum(o, y)


def test_mean_squared_error_trains_as_the_half_sum_did(monkeypatch: pytest.MonkeyPatch) -> None:
    """All eleven losses and the final weights have the note's digits, and the library gives the same bits."""
    network = in_torch("losses_222", monkeypatch)
    forward = functools.partial(lambda w, x: network.forward(torch.stack(list(w)), x))
    weights, printed, gradients = train_as_the_note_did(forward, network.mean_squared_error, 11)
    assert tuple(loss for loss, _, _ in printed) == LOSSES_222
    assert rounded(weights, 4) == WEIGHTS_AFTER_11
    library = torch.nn.MSELoss(reduction="mean")
    assert train_as_the_note_did(forward, library, 11)[1:] == (printed, gradients)


def test_mean_squared_slope_trains_to_the_weights_of_the_note() -> None:
    """The slope by hand, sent back through the network, leads to the note's losses and weights."""
    network, w, losses = page("losses_222"), WEIGHTS, []
    for _ in range(11):
        o = network.forward(w, X)
        losses.append(network.mean_squared_error(o[None], Y[None]))
        w = w - network.backward(w, X, network.mean_squared_slope(o[None], Y[None])[0])
    assert losses == pytest.approx(LOSSES_222, abs=3e-8)
    assert rounded(w, 4) == WEIGHTS_AFTER_11


@pytest.mark.parametrize("seed", range(6))
def test_cross_entropy_agrees_with_the_library(seed: int) -> None:
    """Loss and slope are those of CrossEntropyLoss and autograd, for targets that are no probabilities."""
    network, rng = page("losses_222"), np.random.default_rng(seed)
    o, t = rng.normal(size=(2, 4))
    leaf = torch.tensor(o, requires_grad=True)
    error = torch.nn.CrossEntropyLoss()(leaf[None], torch.tensor(t)[None])
    error.backward()
    s = network.softmax(o)
    assert network.cross_entropy(s, t) == pytest.approx(error.item(), rel=1e-12)
    slope = network.cross_entropy_slope(o, t, s)
    np.testing.assert_allclose(slope, leaf.grad.numpy(), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(slope, differences(network.loss_of_outputs, (o, t), 0), rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("seed", range(6))
def test_slope_of_the_mean_squared_error(seed: int) -> None:
    """The slope is the derivative of the page's own loss at every output."""
    network, rng = page("losses_222"), np.random.default_rng(seed)
    o, y = rng.normal(size=(2, 3, 4))
    slope = network.mean_squared_slope(o, y)
    np.testing.assert_allclose(
        slope, differences(network.mean_squared_error, (o, y), 0), rtol=1e-6, atol=1e-9
    )


def test_cross_entropy_falls_below_zero_while_the_error_grows() -> None:
    """The numbers of the page's story: the loss falls in every round, and the outputs leave their targets."""
    network = page("losses_222")
    _, losses, errors = network.train(WEIGHTS, X, Y, 10.0, 21)
    assert rounded([losses[0], losses[10], losses[20]], 4) == (0.1187, 0.0152, -0.0063)
    assert rounded([errors[0], errors[20]], 4) == (0.2097, 0.2609)
    assert np.all(np.diff(losses) < 0)
    assert rounded(network.forward(network.train(WEIGHTS, X, Y, 10.0, 20)[0], X), 2) == (0.94, 0.06)


def test_the_targets_of_the_note_fail_both_conditions() -> None:
    """(0.23, -0.07) has a negative entry and does not add up to 1."""
    negative, sums = page("losses_222").failed_conditions(np.array([Y, [0.3, 0.7]]))
    assert (negative.tolist(), sums.tolist()) == ([True, False], [True, False])


def test_cross_entropy_as_in_the_textbook_is_no_slope_here() -> None:
    """The difference of shares and targets is not the derivative at the note's targets."""
    network = page("losses_222")
    o = network.forward(WEIGHTS, X)
    textbook = variant("losses_222", "as_in_the_textbook")(o, Y, network.softmax(o))
    slopes = differences(network.loss_of_outputs, (o, Y), 0)
    assert rounded(slopes, 4) == (-0.1521, 0.1521)
    assert rounded(textbook, 4) == (0.2571, 0.5829)


# ---- step_size: note 004 ------------------------------------------------------------------------------


def test_outputs_with_step_10() -> None:
    """With the right slopes the outputs of the first rounds have these five digits."""
    _, outputs, _ = page("step_size").descend(WEIGHTS, X, Y, 10.0, 3)
    assert [rounded(o, 5) for o in outputs] == [tuple(row) for row in RIGHT_TRACE.tolist()]


def test_losses_with_step_1() -> None:
    """The eleven losses of the note, to one unit in the last place of its single precision."""
    weights, _, losses = page("step_size").descend(WEIGHTS, X, Y, 1.0, 11)
    assert losses == pytest.approx(LOSSES_222, abs=3e-8)
    assert rounded(weights, 4) == WEIGHTS_AFTER_11


def test_the_printed_trace_departs_in_row_1() -> None:
    """The trace that the note printed is wrong from its first update on; with the right slopes none is."""
    first_departure = page("step_size").first_departure
    assert first_departure(PRINTED_TRACE, WEIGHTS, X, Y, 10.0) == 1
    assert first_departure(RIGHT_TRACE, WEIGHTS, X, Y, 10.0) == -1


def test_the_printed_trace_comes_from_the_wrong_hidden_error() -> None:
    """The misconception of backprop_222, weight slopes sent back, prints the note's trace; its loss falls."""
    wrong, network, w, trace = page("backprop_222"), page("step_size"), WEIGHTS, []
    sent_back = variant("backprop_222", "weight_slopes_sent_back")
    for _ in range(20):
        h, o = wrong.forward(w, X)
        trace.append(o)
        w = w - 10 * sent_back(w, X, Y, h, o)
    assert [rounded(o, 5) for o in trace[:3]] == [tuple(row) for row in PRINTED_TRACE.tolist()]
    assert np.all(np.diff([network.loss(o, Y) for o in trace]) < 0)


def test_slopes_that_pile_up_depart_in_row_2() -> None:
    """Where only the first gradient is cleared, round 2 has the loss 0.16786 against 0.18135."""
    network = page("step_size")
    trace = network.piling(WEIGHTS, X, Y, 1.0, 4)
    assert round(float(network.loss(trace[2], Y)), 5) == 0.16786
    assert round(network.descend(WEIGHTS, X, Y, 1.0, 3)[2][2], 5) == 0.18135
    assert network.first_departure(trace, WEIGHTS, X, Y, 1.0) == 2


TABLE = {
    0.1: (0.2097, 0.2082, 0.1952, 0.1049, 0.0103),
    1.0: (0.2097, 0.1950, 0.1038, 0.0103, 0.0032),
    10.0: (0.2097, 0.0906, 0.0095, 0.0032, 0.0025),
    100.0: (0.2097, 0.0215, 0.0026, 0.0025, 0.0025),
    1000.0: (0.2097, 0.0289, 0.0289, 0.0289, 0.0289),
}


def test_table_of_the_steps() -> None:
    """The table in the page's story: more updates lower the loss, longer steps are faster, up to a point."""
    table = np.array(page("step_size").loss_table(WEIGHTS, X, Y, list(TABLE), [0, 1, 10, 100, 1000]))
    assert [rounded(row, 4) for row in table] == list(TABLE.values())
    assert np.all(np.diff(table[:3], axis=1) < 0)
    assert np.all(np.diff(table[:4, 1:4], axis=0) < 0)
    assert table[4, 4] > table[0, 4]


def test_updates_that_the_steps_need() -> None:
    """Step 10 is below 0.01 after ten updates; step 1000 never gets there, and its outputs are 0."""
    network = page("step_size")
    assert network.updates_needed(WEIGHTS, X, Y, 10.0, 0.01, 50) == 10
    assert network.updates_needed(WEIGHTS, X, Y, 1000.0, 0.01, 500) == -1
    weights, outputs, _ = network.descend(WEIGHTS, X, Y, 1000.0, 2)
    assert np.all(outputs[1] < 1e-14)
    assert rounded([network.gradient(WEIGHTS, X, Y)[5], weights[5]], 4)[0] == 0.0839
    assert round(float(weights[5]), 1) == -84.4


@pytest.mark.parametrize("exercise", ["step_size", "losses_222"])
@pytest.mark.parametrize("seed", range(4))
def test_measured_slopes_are_those_of_backprop_222(exercise: str, seed: int) -> None:
    """What the two pages give students in place of back-propagation has all its digits."""
    network, (w, x, y) = page("backprop_222"), random_network(seed)
    h, o = network.forward(w, x)
    if exercise == "step_size":
        measured = page(exercise).gradient(w, x, y)
    else:
        measured = page(exercise).backward(w, x, o - y)
    np.testing.assert_allclose(measured, network.gradient(w, x, y, h, o), rtol=1e-11, atol=1e-16)


# ---- two_layer_linear: note 000 -----------------------------------------------------------------------


def random_layers(seed: int) -> list[np.ndarray]:
    """Draw two layers, all sizes different, and a batch with targets."""
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in ((3, 4), (3,), (2, 3), (2,), (5, 4), (5, 2))]


@pytest.mark.parametrize("seed", range(4))
def test_linear_gradients_agree_with_autograd(seed: int) -> None:
    """The four gradients of one sample and of a batch are those of autograd in double precision."""
    network, (*layers, x, y) = page("two_layer_linear"), random_layers(seed)
    w1, b1, w2, b2 = leaves = [torch.tensor(array, requires_grad=True) for array in layers]

    def by_autograd(x: np.ndarray, y: np.ndarray) -> list[np.ndarray]:
        prediction = (torch.tensor(x) @ w1.T + b1) @ w2.T + b2
        error = ((prediction - torch.tensor(y)) ** 2).sum(dim=1).mean()
        return [slope.numpy() for slope in torch.autograd.grad(error, leaves)]

    h, prediction = (
        np.array(values) for values in zip(*(network.forward(*layers, row) for row in x), strict=True)
    )
    one = network.gradient(*layers, x[0], y[0], h[0], prediction[0])
    batch = network.batch_gradient(*layers, x, y, h, prediction)
    for ours, theirs in zip((*one, *batch), (*by_autograd(x[:1], y[:1]), *by_autograd(x, y)), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-12, atol=1e-14)


@pytest.mark.parametrize("place", range(4))
def test_linear_gradients_agree_with_central_differences(place: int) -> None:
    """Each gradient is the slope of the page's own loss."""
    network, (*layers, x, y) = page("two_layer_linear"), random_layers(7)
    h, prediction = (
        np.array(values) for values in zip(*(network.forward(*layers, row) for row in x), strict=True)
    )
    one = network.gradient(*layers, x[0], y[0], h[0], prediction[0])[place]
    expected = differences(network.sample_loss, (*layers, x[0], y[0]), place)
    np.testing.assert_allclose(one, expected, rtol=1e-6, atol=1e-8)
    batch = network.batch_gradient(*layers, x, y, h, prediction)[place]
    expected = differences(network.batch_loss, (*layers, x, y), place)
    np.testing.assert_allclose(batch, expected, rtol=1e-6, atol=1e-8)


def test_worked_number_of_two_linear_layers() -> None:
    """The slopes of the page's story, in whole numbers."""
    network = page("two_layer_linear")
    h, prediction = network.forward(**network.story, x=network.x_story)
    given = {"x": network.x_story, "y": np.array([4.0]), "h": h, "prediction": prediction}
    slopes = [slope.tolist() for slope in network.gradient(**network.story, **given)]
    assert slopes == [[[8, 16, -8], [-4, -8, 4]], [8, -4], [[12, 4]], [4]]


def test_two_linear_layers_are_one() -> None:
    """The one layer predicts what the two predict."""
    network, (*layers, x, _) = page("two_layer_linear"), random_layers(3)
    w, b = network.collapse(*layers)
    for row in x:
        np.testing.assert_allclose(w @ row + b, network.forward(*layers, row)[1], rtol=1e-12)


# ---- two_layer_relu: note 002 -------------------------------------------------------------------------


def note_002(dtype: torch.dtype, n: int = 6) -> list[torch.Tensor]:
    """Draw data and weights of the note's sizes, 10-7-10."""
    made = torch.Generator().manual_seed(2)
    return [torch.randn(shape, generator=made, dtype=dtype) for shape in ((n, 10), (n, 10), (10, 7), (7, 10))]


def train_as_note_002_did(
    x: torch.Tensor, y: torch.Tensor, w1: torch.Tensor, w2: torch.Tensor, rounds: int
) -> tuple[torch.Tensor, torch.Tensor, list[torch.Tensor]]:
    """Write out the note's own loop by hand, with lr 1e-4."""
    w1, w2, losses = w1.clone(), w2.clone(), []
    for _ in range(rounds):
        h = x.mm(w1)
        h_relu = h.clamp(min=0)
        y_pred = h_relu.mm(w2)
        losses.append((y_pred - y).pow(2).sum())
        grad_y_pred = 2.0 * (y_pred - y)
        grad_w2 = h_relu.t().mm(grad_y_pred)
        grad_h = grad_y_pred.mm(w2.t())
        grad_h[h < 0] = 0
        grad_w1 = x.t().mm(grad_h)
        w1 -= 1e-4 * grad_w1
        w2 -= 1e-4 * grad_w2
    return w1, w2, losses


def test_two_layers_train_bit_for_bit_as_the_note() -> None:
    """At the note's sizes and rate, 500 rounds of the reference equal the note's loop in every bit."""
    data = note_002(torch.float32)
    ours = page("two_layer_relu").train(*data, 1e-4, 500)
    theirs = train_as_note_002_did(*data, 500)
    assert all(torch.equal(a, b) for a, b in zip(ours[:2], theirs[:2], strict=True))
    assert ours[2] == theirs[2]
    assert all(later < sooner for sooner, later in zip(ours[2], ours[2][1:], strict=False))


def by_the_rules(x: torch.Tensor, y: torch.Tensor, w1: torch.Tensor, w2: torch.Tensor) -> list[torch.Tensor]:
    """Return the slopes for w1 and w2 by the page's rules."""
    network = page("two_layer_relu")
    z, h, prediction = network.forward(x, w1, w2)
    slopes = 2 * (prediction - y)
    slope_z = network.through_the_clamp(network.slope_of_hidden(slopes, w2), z)
    return [network.slope_of_weights(x, slope_z), network.slope_of_weights(h, slopes)]


@pytest.mark.parametrize("shapes", [((6, 10), (6, 10), (10, 7), (7, 10)), ((5, 3), (5, 2), (3, 4), (4, 2))])
def test_relu_layers_by_hand_agree_with_autograd(shapes: Sequence[tuple[int, int]]) -> None:
    """By hand, by autograd and by central differences the slopes are the same, full buffers or not."""
    network, rng = page("two_layer_relu"), np.random.default_rng(11)
    arrays = [rng.normal(size=shape) for shape in shapes]
    tensors = [torch.tensor(array) for array in arrays]
    leaves = [tensor.clone().requires_grad_() for tensor in tensors[2:]]
    for leaf in leaves:
        leaf.grad = torch.ones_like(leaf)
    by_autograd = network.by_autograd(*tensors[:2], *leaves)

    def loss(w1: np.ndarray, w2: np.ndarray) -> float:
        x, y = tensors[:2]
        return float(network.loss(network.forward(x, torch.tensor(w1), torch.tensor(w2))[2], y))

    for place, (ours, theirs) in enumerate(zip(by_the_rules(*tensors), by_autograd, strict=True)):
        np.testing.assert_allclose(ours.numpy(), theirs.numpy(), rtol=1e-12, atol=1e-12)
        np.testing.assert_allclose(ours.numpy(), differences(loss, arrays[2:], place), rtol=1e-6, atol=1e-6)


def test_worked_number_of_the_clamp() -> None:
    """The slopes of the page's story, in whole numbers."""
    values = ([[1.0, 2.0]], [[7.0]], [[1.0, 2.0], [1.0, -2.0]], [[2.0], [5.0]])
    slope_w1, slope_w2 = by_the_rules(*(torch.tensor(value) for value in values))
    assert (slope_w1.tolist(), slope_w2.tolist()) == ([[-4, 0], [-8, 0]], [[-6], [0]])


# ---- nn_module: note 000 ------------------------------------------------------------------------------


def train_network(epochs: int, dtype: torch.dtype = torch.float64) -> tuple[list[float], torch.nn.Module]:
    """Train the page's network with the page's parts on x = 1..5, y = 2x, from the start of its story."""
    parts = page("nn_module")
    network = parts.make_network().to(dtype)
    parts.set_parameters(network, 1.0, 0.0, 0.25, 1.0, 0.0)
    xs = torch.tensor([[1.0], [2.0], [3.0], [4.0], [5.0]], dtype=dtype)
    return parts.train(network, parts.make_loader(xs, 2 * xs), 0.01, epochs), network


def at_4(network: torch.nn.Module) -> float:
    """Return a network's prediction at 4."""
    dtype = next(network.parameters()).dtype
    return network(torch.tensor([[4.0]], dtype=dtype)).item()


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_hundred_epochs_with_the_parts_of_the_library(dtype: torch.dtype) -> None:
    """The numbers of the page's story, in both precisions."""
    assert at_4(train_network(0, dtype)[1]) == 4
    losses, network = train_network(20, dtype)
    assert rounded([losses[0], losses[-1], at_4(network)], 2) == (9.48, 0.10, 7.88)
    losses, network = train_network(100, dtype)
    assert (round(losses[-1], 4), round(at_4(network), 2)) == (0.0012, 7.99)
    assert network[1].weight.item() == 0.25


def test_adam_by_hand_is_that_of_the_library() -> None:
    """Thirty steps by the page's formula follow torch.optim.Adam to the last digits."""
    adam_step, rng = page("nn_module").adam_step, np.random.default_rng(5)
    parameter = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.Adam([parameter], lr=0.05)
    p, m, v = 1.0, 0.0, 0.0
    for t, slope in enumerate(rng.normal(size=30), 1):
        p, m, v = adam_step(p, slope, m, v, t, 0.05)
        parameter.grad = torch.tensor(slope)
        optimiser.step()
        assert p == pytest.approx(parameter.item(), rel=1e-12)


def test_first_step_of_adam() -> None:
    """The worked number: from 1 with the slope -18 to 1.01, and as far with -0.5."""
    adam_step = page("nn_module").adam_step
    assert rounded(adam_step(1.0, -18.0, 0.0, 0.0, 1, 0.01), 6) == (1.01, -1.8, 0.324)
    assert round(adam_step(1.0, -0.5, 0.0, 0.0, 1, 0.01)[0], 6) == 1.01


def test_training_with_adam_by_hand_gives_the_same_run() -> None:
    """The page's alternative, Adam written out, agrees with the reference over twenty epochs."""
    parts = page("nn_module")
    losses, network = train_network(20)
    other = parts.make_network().double()
    parts.set_parameters(other, 1.0, 0.0, 0.25, 1.0, 0.0)
    xs = torch.arange(1.0, 6.0, dtype=torch.float64)[:, None]
    by_hand = variant("nn_module", "adam_by_hand")(other, parts.make_loader(xs, 2 * xs), 0.01, 20)
    assert by_hand == pytest.approx(losses, rel=1e-10)
    assert at_4(other) == pytest.approx(at_4(network), rel=1e-10)
