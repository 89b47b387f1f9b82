r"""
# Two layers and a clamp

In `backprop_222` a gradient went back through a network one weight at a time. A network of useful size has
thousands of weights, and nobody writes a line for each. Written with matrices, as in `two_layer_linear`, the
same steps are a few lines, however large the network is. PyTorch does them for you when you call
`backward()`; this page does them both ways, so that you know what `backward()` does.

**The network.** A batch of n samples is a matrix x with a row for each sample. The first layer multiplies it
by a matrix W1, then everything below 0 is set to 0 (it is *clamped*; the function is called ReLU), and the
second layer multiplies by W2:

    z = x·W1          the sums of the hidden nodes
    h = z, but 0 wherever z is negative
    p = h·W2          the predictions

With d inputs, m hidden nodes and k outputs the shapes are

    x (n, d)    W1 (d, m)    z and h (n, m)    W2 (m, k)    p and y (n, k)

The loss is the sum of all squared errors, over the samples and the outputs. Nothing is averaged here:

    L = sum of (p - y)²

**The way back.** Start from the slope of L for the predictions, which is known from `manual_gradient`:
2·(p - y), a matrix of shape (n, k). Every slope has the shape of what it belongs to, and this alone tells
almost always which matrix has to be turned.

1. *A matrix of weights.* One weight leads from one node to another. Each sample adds its share to the slope:
   the value at the weight's beginning times the slope at its end. So W2 needs h and the slope of p, and W1
   needs x and the slope of z. It is one rule for both layers.
2. *The hidden values h.* What the loss feels of a hidden node comes back from all outputs: each output's
   slope times the weight that leads there, added up.
3. *Through the clamp, from h to z.* Where z was above 0 the clamp let it pass: a little more z is as much
   more h. Where z was below 0 the result was 0 and stays 0, whatever z does. Which of the two holds was
   decided on the way forward, by z. The slope that comes back has no say in it, and may well be negative.

**One number worked out.** One sample x = (1, 2), two hidden nodes, one output:

    W1 =  1   2      z = (1·1 + 2·1, 1·2 + 2·(-2)) = (3, -2)      W2 =  2      p = 3·2 + 0·5 = 6
          1  -2      h = (3, 0)                                         5

The target is y = 7, so L = 1, and the slope of p is 2·(6 - 7) = -2. Backward: the slope for W2 is
(3·(-2), 0·(-2)) = (-6, 0). For h it is (-2·2, -2·5) = (-4, -10). The second node was clamped, so for z it is
(-4, 0). For W1 it is

    1·(-4)  1·0       -4   0
    2·(-4)  2·0   =   -8   0

A larger W1[0, 0] makes the loss smaller. The second column cannot change anything, since its node is silent.

**A hint for the search.** In the note that this page comes from, the network has 10 inputs, 7 hidden nodes
and 10 outputs. Where two sizes are equal, a matrix that should have been turned fits without turning, and the
program runs on with wrong numbers. Test with sizes that are all different.

**What to write.** Forward and loss; the gradient by autograd (clear the buffers, as in `zero_grad`); the
three rules by hand, without autograd; and a training that uses them. Try your file with
`python two_layer_relu.py`, then hand it in.
"""

import numpy as np
import torch

from grader.author import alternative, draw, intermediates, leaf, returns, rewrite, slip, task, tensor


@task
def forward(x, w1, w2):
    """Return the triple (z, h, prediction): the hidden sums, the hidden values, the predictions.

    x: a tensor of shape (n, d), a row for each sample.  w1: shape (d, m).  w2: shape (m, k).
    z, h: shape (n, m).  prediction: shape (n, k).  Autograd must be able to follow w1 and w2.
    """
    z = x @ w1
    h = z.clamp(min=0)
    return z, h, h @ w2


@task
def loss(prediction, y):
    """Return the sum of all squared errors, one number.

    prediction, y: tensors of shape (n, k).
    """
    return ((prediction - y) ** 2).sum()


@task
def by_autograd(x, y, w1, w2):
    """Return the pair (slope of the loss for w1, slope for w2), found by autograd.

    x: shape (n, d).  y: shape (n, k).  w1, w2: tensors of shape (d, m) and (m, k) that require grad. Their
    buffers may hold something from before; the slopes must not depend on it.
    Returns tensors of the shapes of w1 and w2.
    """
    w1.grad = w2.grad = None
    _, _, prediction = forward(x, w1, w2)
    loss(prediction, y).backward()
    return w1.grad, w2.grad


@task
def slope_of_weights(values, slopes):
    """Return the slope of the loss for a matrix of weights, by hand: rule 1.

    values: what goes into the layer, shape (n, a).  slopes: the slopes of what comes out, shape (n, b).
    Returns a tensor of shape (a, b), the weights' own shape.
    """
    return values.T @ slopes


@task
def slope_of_hidden(slopes, w2):
    """Return the slope of the loss for the hidden values h, by hand: rule 2.

    slopes: the slopes of the predictions, shape (n, k).  w2: shape (m, k).  Returns shape (n, m).
    """
    return slopes @ w2.T


@task
def through_the_clamp(slopes, z):
    """Return the slope of the loss for the hidden sums z, by hand: rule 3.

    slopes: the slopes of the hidden values h, shape (n, m).  z: shape (n, m), no entry is 0.
    Returns shape (n, m).
    """
    return slopes * (z > 0)


@task
def train(x, y, w1, w2, lr, rounds):
    """Return the triple (w1, w2, losses): the weights after some rounds, a list with the loss of each round.

    x: shape (n, d).  y: shape (n, k).  w1, w2: tensors of shape (d, m) and (m, k) that need no grad.
    lr: the learning rate.  rounds: how many updates.

    Use the rules by hand. The loss of a round is computed before its update, and both slopes belong to the
    weights that the round began with. Call the slope for the hidden sums slope_z: where a check fails, you
    read whether that of the last round is right.
    """
    losses = []
    for _ in range(rounds):
        z, h, prediction = forward(x, w1, w2)
        losses.append(loss(prediction, y))
        slopes = 2 * (prediction - y)
        slope_z = through_the_clamp(slope_of_hidden(slopes, w2), z)
        w2 = w2 - lr * slope_of_weights(h, slopes)
        w1 = w1 - lr * slope_of_weights(x, slope_z)
    return w1, w2, losses


# ---- for instructors ------------------------------------------------------------------------------

on_the_way = intermediates(train, "slope_z")


@alternative(by_autograd)
def buffers_zeroed(x, y, w1, w2):
    for w in (w1, w2):
        if w.grad is not None:
            w.grad.zero_()
    error = loss(forward(x, w1, w2)[2], y)
    error.backward()
    return w1.grad.clone(), w2.grad.clone()


@alternative(slope_of_weights)
def sample_by_sample(values, slopes):
    total = torch.zeros(values.shape[1], slopes.shape[1], dtype=values.dtype)
    for value, slope in zip(values, slopes):
        total += torch.outer(value, slope)
    return total


@alternative(slope_of_hidden)
def output_by_output(slopes, w2):
    total = 0
    for output in range(w2.shape[1]):
        total = total + slopes[:, output : output + 1] * w2[:, output]
    return total


@alternative(train)
def in_place(x, y, w1, w2, lr, rounds):
    w1, w2, losses = w1.clone(), w2.clone(), []
    for _ in range(rounds):
        z, h, prediction = forward(x, w1, w2)
        losses += [loss(prediction, y).item()]
        slopes = 2 * (prediction - y)
        slope_w2 = h.T @ slopes
        slope_z = slopes @ w2.T
        slope_z[z < 0] = 0
        w1 -= lr * (x.T @ slope_z)
        w2 -= lr * slope_w2
    return w1, w2, losses


def signed(rng, low, high, *shape):
    """Draw numbers of both signs, none near 0."""
    return rng.uniform(low, high, shape) * rng.choice([-1.0, 1.0], shape)


def network(rng):
    """Draw a batch and a network; no hidden sum is near 0, and every node is silent for some samples only."""
    n, d, m, k = SIZES.values()
    while True:
        x, w1, w2 = signed(rng, 0.3, 1.2, n, d), signed(rng, 0.3, 1.2, d, m), signed(rng, 0.3, 1.2, m, k)
        z = x @ w1
        silent = (z < 0).sum(axis=0)
        if np.abs(z).min() > 0.05 and silent.min() > 0 and silent.max() < n:
            return x, w1, w2, z


def fresh_network(rng):
    """Draw a batch and its weights as data."""
    x, w1, w2, _ = network(rng)
    return {"x": tensor(x), "w1": tensor(w1), "w2": tensor(w2)}


def fresh_targets(rng, x, w1, w2):
    """Draw targets on both sides of the predictions."""
    prediction = np.maximum(x @ w1, 0) @ w2
    return prediction + signed(rng, 0.5, 2, *prediction.shape)


def fresh_backward(rng):
    """Draw a network with targets, its weights with something in their buffers."""
    x, w1, w2, _ = network(rng)
    y = fresh_targets(rng, x, w1, w2)
    weights = [leaf(w, grad=signed(rng, 1, 3, *w.shape)) for w in (w1, w2)]
    return {"x": tensor(x), "y": tensor(y), "w1": weights[0], "w2": weights[1]}


def fresh_training(rng):
    """Draw a network with targets and a learning rate at which the loss falls."""
    x, w1, w2, _ = network(rng)
    y = fresh_targets(rng, x, w1, w2)
    given = {"x": tensor(x), "y": tensor(y), "w1": tensor(w1), "w2": tensor(w2)}
    return {**given, "lr": rng.uniform(0.006, 0.009)}


def fresh_matrix(rows, columns):
    """Stand for a fresh matrix of data without a number near 0."""
    return draw(lambda rng: tensor(signed(rng, 0.3, 2, SIZES[rows], SIZES[columns])))


# fmt: off
with_relu = rewrite(forward, "x @ w1", "torch.mm(x, w1)", "z.clamp(min=0)", "torch.relu(z)",
    "h @ w2", "torch.mm(h, w2)")
with_where = rewrite(forward, "x @ w1", 'torch.einsum("nd,dm->nm", x, w1)',
    "z.clamp(min=0)", "torch.where(z > 0, z, torch.zeros_like(z))",
    "return z, h, h @ w2", 'return [z, h, torch.einsum("nm,mk->nk", h, w2)]')
library_loss = rewrite(loss, ..., 'return torch.nn.functional.mse_loss(prediction, y, reduction="sum")')
target_first = rewrite(loss, ..., "return torch.sum((y - prediction).pow(2))")
gradients_asked_for = rewrite(by_autograd,
    ..., "return torch.autograd.grad(loss(forward(x, w1, w2)[2], y), [w1, w2])")
with_einsum = rewrite(slope_of_weights, "values.T @ slopes", 'torch.einsum("na,nb->ab", values, slopes)')
in_single_precision = rewrite(slope_of_weights, "T @ slopes", "float().t().mm(slopes.float())")
as_the_note_did = rewrite(through_the_clamp,
    "return slopes * (z > 0)", "slopes = slopes.clone(); slopes[z < 0] = 0; return slopes")
masked_from_outside = rewrite(through_the_clamp,
    "slopes * (z > 0)", "torch.where(z < 0, torch.zeros_like(slopes), slopes)")
clamp_forgotten = slip(forward, ..., "z = x @ w1; return z, z, z @ w2").says("""
    Your hidden values can be negative. Between z and h something should have happened to them.
    Hint: Print h for the worked number of the story. Which of its two entries should be 0?
    Hint: Without it, two layers in a row are worth no more than one. What bends here?""")
weights_clamped = slip(forward, ..., "h = x @ w1.clamp(min=0); return x @ w1, h, h @ w2").says("""
    You set something to 0 that is no sum of a node. What is it that the clamp gets hold of?
    Hint: In the worked number W1 holds a -2. Does it still stand there when you multiply?
    Hint: Which comes first in the story: the product with W1, or the clamp?""")
predictions_clamped = slip(forward, "h @ w2", "(h @ w2).clamp(min=0)").says("""
    Your hidden values are right, and your network can never predict anything below 0. Which layer ends it?
    Hint: In how many places does the story clamp?""")
clamped_from_above = slip(forward, "min=0", "max=0").says("""
    Your hidden values are never positive. Which half of the numbers does the clamp let pass?
    Hint: In the worked number z is (3, -2). Which of the two does the story keep?
    Hint: Read your clamp as a sentence: is 0 the least of the results, or the greatest?""")
size_without_sign = slip(forward, "z.clamp(min=0)", "z.abs()").says("""
    A hidden sum of -2 becomes 2 in your code. What should become of it?
    Hint: Two different things get rid of a minus sign: to drop the sign, and to drop the number.""")
averaged = slip(loss, "sum", "mean").says("""
    Give your loss every sample twice. Does it double? What does the story say about averaging?
    Hint: By which number does your loss differ from the sum of the squares? Count rows and columns.""")
averaged_over_the_samples = slip(loss, "()", "() / len(y)").says("""
    Give your loss every sample twice. Does it double? What does the story say about averaging?
    Hint: You add over the outputs. What do you do over the samples?""")
halved = slip(loss, "()", "() / 2").says("""
    Your loss is off by one constant. Which factor stands in front of the sum in the story?
    Hint: Another page puts a constant there, so that the 2 of the square cancels. Does this one?""")
square_of_the_sum = slip(loss, ..., "return (prediction - y).sum() ** 2").says("""
    In your loss an error of 1 and an error of -1 cancel. Should they?
    Hint: Two things happen to the errors, a sum and a square. Which comes first?""")
buffers_not_cleared = slip(by_autograd,
    ..., "loss(forward(x, w1, w2)[2], y).backward(); return w1.grad, w2.grad").says("""
    Call your function twice with the same weights. Why is the second answer another one?
    Hint: Print `w1.grad` before the first `backward()`. Is there always nothing in it?
    Hint: What does `backward()` do with what a buffer holds already? See the example in `zero_grad`.""")
only_the_first_buffer_cleared = slip(by_autograd, "w1.grad = w2.grad = None", "w1.grad = None").says("""
    Your slope for w1 is right. What was in the buffer of w2 before you called `backward()`?
    Hint: There are two parameters, each with its own buffer. How many do you clear?""")
cleared_before_it_is_returned = slip(by_autograd,
    "return w1.grad, w2.grad", "return w1.grad.zero_(), w2.grad.zero_()").says("""
    All your slopes are zero, wherever the weights are. In which order do you fill and empty the buffers?
    Hint: Print the buffers after each of your lines. When are they full?
    Hint: A buffer that is zeroed after you took it is the very tensor that you took.""")
order_exchanged = slip(by_autograd, "w1.grad, w2.grad", "w2.grad, w1.grad").says("""
    Both your slopes are right, but each stands where the other belongs.
    Hint: Compare the shapes of what you return with the shapes of w1 and w2.""")
mean_over_the_samples = slip(slope_of_weights, "slopes", "slopes / len(values)").says("""
    Give your function every sample twice. The loss of this page doubles. Does your slope?
    Hint: Is there a division in rule 1?""")
turned_round = slip(slope_of_weights, "values", "slopes", "slopes", "values").says("""
    Your numbers are right, but they lie across. Compare the shape of your result with that of the weights.
    Hint: For two inputs and three nodes behind them, how many rows do the weights have?
    Hint: The row of a weight says where it begins. Which of your two factors belongs to the beginning?""")
samples_added_first = slip(slope_of_weights,
    "values.T @ slopes", "torch.outer(values.sum(0), slopes.sum(0))").says("""
    With one sample your slope is right. Try two samples, and compare with the sum of their own slopes.
    Hint: Take values 1 and -1, and slopes 1 and -1. Each sample alone gives 1. What do you get for both?
    Hint: You add over the samples, then multiply. In which order does rule 1 do it?""")
only_the_last_sample = slip(slope_of_weights,
    "values.T @ slopes", "torch.outer(values[-1], slopes[-1])").says("""
    Change the first sample. Does your slope notice?
    Hint: If you go through the samples in a loop: is each share added, or does it take the place of the
    last?""")
not_turned = slip(slope_of_hidden, "w2.T", "w2").says("""
    With as many hidden nodes as outputs your code runs, and elsewhere it stops. What does W2 look like?
    Hint: Write the shapes below each other: (n, k) times what gives (n, m)?
    Hint: Forward, W2 leads from hidden nodes to outputs. You are going the other way.""")
folded_in_place_of_turned = slip(slope_of_hidden, "w2.T", "w2.reshape(w2.shape[1], w2.shape[0])").says("""
    Your result has the right shape and the wrong numbers. Where did the weight W2[0, 1] go?
    Hint: Take W2 with the rows (1, 2) and (3, 4). Print it, and print the matrix that you multiply by.
    Hint: There are several ways to make (k, m) of (m, k). Only one of them exchanges rows and columns.""")
weights_left_out = slip(slope_of_hidden, "@ w2.T", ".sum(1, keepdim=True).expand(-1, len(w2))").says("""
    Every hidden node gets the same slope from you. Does a node with large weights not move the loss more?
    Hint: Set W2[0] to 0. The first hidden node then reaches nothing. What is its slope in your code?""")
gradient_clamped = slip(through_the_clamp, "slopes * (z > 0)", "slopes.clamp(min=0)").says("""
    You cut off negative slopes. Is it the slope that was clamped on the way forward?
    Hint: In the worked number the slope of h is (-4, -10) and that of z is (-4, 0). What does yours give?
    Hint: What decides whether a node is silent: z, or the slope that comes back to it?""")
let_through = slip(through_the_clamp, "slopes * (z > 0)", "slopes.clone()").says("""
    A silent node passes its slope on in your code. How much does h change when z goes from -2 to -1.9?
    Hint: Compare the worked number: what is the slope of z at the node that was clamped?""")
mask_turned_over = slip(through_the_clamp, "z > 0", "z < 0").says("""
    Your code keeps the slope where the node was silent and drops it where it was not.
    Hint: At z = 3, a little more z is a little more h. So what should happen to the slope there?""")
multiplied_by_the_value = slip(through_the_clamp, "z > 0", "z.clamp(min=0)").says("""
    At z = 3 your slope is three times too large. How much does h grow when z grows by 0.01?
    Hint: You need how steep the clamp is, and not how high.""")
only_the_mask = slip(through_the_clamp, "slopes * (z > 0)", "(z > 0).to(slopes.dtype)").says("""
    Your numbers tell which nodes let something pass. What is it that should pass?
    Hint: You have worked out how steep the clamp is. By which rule do you connect that with the slopes?""")
second_layer_moved_first = slip(train, "slope_z = through_the_clamp(slope_of_hidden(slopes, w2), z)", "",
    "slope_of_weights(h, slopes)",
    "slope_of_weights(h, slopes)\n        slope_z = through_the_clamp(slope_of_hidden(slopes, w2), z)"
).says("""
    In the first round W2 comes out right and W1 does not. Which W2 do you send the slopes back through?
    Hint: Both slopes belong to one loss at one place. Has anything moved before you take the second?
    Hint: Print W2 where you use it on the way back, and compare with the one you went forward with.""")
clamp_left_out_on_the_way_back = slip(train,
    "through_the_clamp(slope_of_hidden(slopes, w2), z)", "slope_of_hidden(slopes, w2)").says("""
    W2 moves rightly in the first round, W1 does not. Which of your rules does the training never call?
    Hint: Take a network in which one hidden node is silent for all samples. Should its column of W1 move?""")
slopes_clamped_in_the_training = slip(train,
    "through_the_clamp(slope_of_hidden(slopes, w2), z)", "slope_of_hidden(slopes, w2).clamp(min=0)").says("""
    W2 moves rightly in the first round, W1 does not. Does your training cut off sums, or slopes?
    Hint: The slope of a hidden value may be negative while its node is awake. What becomes of it then?
    Hint: You have written rule 3 as a function. Does your training do the same as that?""")
two_is_missing = slip(train,
    ..., "w1, w2, losses = train(x, y, w1, w2, lr / 2, rounds); return w1, w2, losses").says("""
    Your weights move in the right direction, and too little. With which slope do you start the way back?
    Hint: Work out the slope of p for the worked number: p = 6, y = 7.""")
only_the_second_layer_moves = slip(train, "w1 = w1 - lr * slope_of_weights(x, slope_z)", "").says("""
    The loss falls, and one of your matrices is at the end what it was at the start. Which one?
    Hint: Print both before and after one round.""")
uphill = slip(train, ..., "return train(x, y, w1, w2, -lr, rounds)").says("""
    Your loss grows from the first round on. Which way does a slope point, and which way do you go?
    Hint: Train for two rounds with a tiny lr. Should the second loss be larger or smaller than the first?""")
loss_after_the_update = slip(train, "losses.append(loss(prediction, y))", "",
    "(x, slope_z)", "(x, slope_z); losses.append(loss(forward(x, w1, w2)[2], y))").says("""
    Your weights are right and each of your losses stands one round too early.
    Hint: Ask for one round. Is the loss you return that of the weights you were given?""")
back_after_the_first_round = slip(train, ..., "return train(x, y, w1, w2, lr, 1)").says("""
    Ask for 2 rounds and for 11. How many losses do you get back?
    Hint: At which line does your function end, and how often has the loop run by then?""")
SIZES = {"n": 6, "d": 3, "m": 5, "k": 2}
x_story, y_story = tensor([[1.0, 2.0]]), tensor([[7.0]])
w1_story, w2_story = [[1.0, 2.0], [1.0, -2.0]], [[2.0], [5.0]]
checks = [
    returns(forward, x=x_story, w1=tensor(w1_story), w2=tensor(w2_story), names=["z", "h", "prediction"],
        title="forward through the network of the story", public=True),
    returns(forward, inputs=fresh_network, names=["z", "h", "prediction"],
        title="six samples forward through a fresh network"),
    returns(loss, prediction=tensor([[6.0, 1.0], [2.0, -1.0], [0.0, 3.0]]),
        y=tensor([[7.0, 1.0], [4.0, -4.0], [0.0, 2.0]]), title="the loss of three samples", public=True),
    returns(loss, prediction=fresh_matrix("n", "k"), y=fresh_matrix("n", "k"),
        title="the loss of six fresh samples"),
    returns(by_autograd, x=x_story, y=y_story, w1=leaf(w1_story), w2=leaf(w2_story, grad=[[1.0], [10.0]]),
        names=["slope_w1", "slope_w2"], title="autograd at the weights of the story", uses=[forward, loss],
        public=True),
    returns(by_autograd, inputs=fresh_backward, names=["slope_w1", "slope_w2"],
        title="autograd at fresh weights with full buffers", uses=[forward, loss]),
    returns(slope_of_weights, values=tensor([[3.0, 0.0, 1.0], [1.0, 2.0, -1.0]]),
        slopes=tensor([[-2.0, 1.0], [4.0, 3.0]]), title="weights from three nodes to two, by two samples",
        public=True),
    returns(slope_of_weights, values=fresh_matrix("n", "m"), slopes=fresh_matrix("n", "k"),
        title="the slope of weights, fresh numbers"),
    returns(slope_of_hidden, slopes=tensor([[-2.0, 1.0]]), w2=tensor([[2.0, 3.0], [5.0, -4.0]]),
        title="two hidden nodes behind two outputs", public=True),
    returns(slope_of_hidden, slopes=fresh_matrix("n", "k"), w2=fresh_matrix("m", "k"),
        title="hidden slopes, fresh numbers"),
    returns(through_the_clamp, slopes=tensor([[-4.0, -10.0], [5.0, 6.0]]),
        z=tensor([[3.0, -2.0], [-1.0, 4.0]]), title="four slopes through the clamp", public=True),
    returns(through_the_clamp, slopes=fresh_matrix("n", "m"), z=fresh_matrix("n", "m"),
        title="fresh slopes through the clamp"),
    returns(train, x=tensor([[1.0, 2.0], [-2.0, 1.0], [0.8, -1.0], [1.5, -2.0]]),
        y=tensor([[1.0], [0.5], [-0.5], [1.5]]), w1=tensor([[0.6, -0.4, 0.5], [0.3, 0.8, -0.7]]),
        w2=tensor([[0.5], [-0.3], [0.4]]), lr=0.01, rounds=12, names=["w1", "w2", "losses"],
        title="twelve rounds of a small network",
        uses=[forward, loss, slope_of_weights, slope_of_hidden, through_the_clamp], curve="losses",
        public=True),
    returns(train, inputs=fresh_training, rounds=5, names=["w1", "w2", "losses"],
        title="five rounds from fresh weights",
        uses=[forward, loss, slope_of_weights, slope_of_hidden, through_the_clamp]),
]
