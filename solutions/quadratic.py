r"""
# A curve, trained one sample at a time

A line cannot bend. One more term, and the model can:

    ŷ = w1·x² + w2·x + b

There are three parameters to find now, so this page puts together what the pages before it made: a model
(`forward`), its loss on one sample (`loss`), a step downhill (`update_step`) and cleared gradients
(`zero_grad`). The slopes you worked out on paper in `manual_gradient`; here autograd finds them when you call
`backward()` on the loss. What is left to write is the loop around it, the same loop that trains every
network.

**The loop.** An *epoch* is one walk through all samples in their order. At each sample (x, y), one after the
other:

1. predict, and compute the squared error of this sample;
2. let autograd find the slope of that error for w1, w2 and b;
3. move every parameter a little downhill: by the learning rate `lr` times its slope;
4. clear the slopes, so that the next sample starts from nothing.

Nothing is averaged: every sample moves the parameters at once, before the next one is looked at. That is
called stochastic gradient descent. At the end of an epoch, write down the loss of its last sample, as step 1
computed it.

**One number worked out.** Take w1 = 1, w2 = 1, b = 0 and the sample x = 2, y = 4. The prediction is 4 + 2 + 0
= 6 and the loss (6 - 4)² = 4. Autograd finds the slopes 16, 8 and 4. With lr = 0.01 the parameters become
0.84, 0.92 and -0.04, and the prediction at 2 comes down from 6 to 5.16.

**What to expect.** Train from there on (1, 2), (2, 4), (3, 6), three samples of the line y = 2x. The losses
of the first three epochs are 18.32, 1.32 and 1.82. They need not fall every time, because each step listens
to one sample and may disturb another. After 100 epochs the loss is 0.003 and the prediction at 4 is 8.32,
where the line would give 8: the curve fits the three samples well and has still kept a little of its bend.

**When the numbers run away.** Take x = 1, 2, 3, 4, 5 with y = 2x, all parameters 0 and the same lr = 0.01.
The losses are

    1243,  718501,  430 million,  …  and at last `inf`, then `nan`: no number any more.

It looks as if a slope were wrong. None is. Suppose that the prediction at x = 5 is too large by 1. The slopes
there are 50, 10 and 2, so one step takes 0.5 off w1, 0.1 off w2 and 0.02 off b. The prediction at 5 falls by

    0.5·25 + 0.1·5 + 0.02 = 13.02

and 1 would have been enough. An error of 1 has become an error of -12.02 on the other side, and the next step
is larger still. The direction was right; the step was too long. With lr = 0.003 the same code settles: x = 5
still makes -2.9 out of 1, but the other four samples mend more than it spoils, and after 1000 epochs the
prediction at 4 is 7.90. So when a loss runs away, look at the learning rate before you doubt the mathematics.

A training that has left the numbers behind cannot come back, and a list full of `nan` tells nobody when it
happened. So let `train` stop at the first loss that is not finite, and return the losses of the epochs that
it finished. A list that is shorter than `epochs` then says: up to here there were numbers.

**What to write.** The model, the loss of one sample, and the training. Try your file with
`python quadratic.py`, then hand it in.
"""

import numpy as np
import torch

from grader.author import (
    alternative,
    draw,
    leaf,
    misconception,
    returns,
    rewrite,
    scenario,
    slip,
    task,
    trains_to,
    uniform,
)


@task
def forward(x, w1, w2, b):
    """Return the prediction w1·x² + w2·x + b, one number.

    x: a number.  w1, w2, b: tensors of shape () that require grad; autograd must be able to follow them.
    """
    return w1 * x**2 + w2 * x + b


@task
def loss(prediction, y):
    """Return the squared error of one sample, one number.

    prediction: what forward returned, a tensor of shape ().  y: a number, the target.
    """
    return (prediction - y) ** 2


@task
def train(parameters, xs, ys, lr, epochs):
    """Train with one update per sample, in order; return a list with the loss of each epoch's last sample.

    parameters: the list [w1, w2, b] of tensors of shape () that require grad; they are changed in place.
    xs, ys: lists of numbers, of one length.  lr: the learning rate.  epochs: how many walks through them.

    A loss is computed before the update of its own sample. As soon as a loss is not finite (torch.isfinite
    tells), return the losses of the epochs finished so far.
    """
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error = loss(forward(x, *parameters), y)
            if not torch.isfinite(error):
                return losses
            error.backward()
            with torch.no_grad():
                for parameter in parameters:
                    parameter -= lr * parameter.grad
                    parameter.grad = None
        losses.append(error.item())
    return losses


# ---- for instructors ------------------------------------------------------------------------------


def step(parameters, lr):
    """Move every parameter downhill: what most of the trainings below still do right."""
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * parameter.grad


def clear(parameters):
    """Empty every gradient buffer."""
    for parameter in parameters:
        parameter.grad = None


@alternative(train)
def with_data_and_cleared_before(parameters, xs, ys, lr, epochs):
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            for parameter in parameters:
                if parameter.grad is not None:
                    parameter.grad.data.zero_()
            error = loss(forward(x, *parameters), y)
            if not np.isfinite(error.item()):
                return losses
            error.backward()
            for parameter in parameters:
                parameter.data = parameter.data - lr * parameter.grad.data
        losses.append(error.item())
    return losses


@misconception(train)
def each_slope_found_anew(parameters, xs, ys, lr, epochs):
    """At the first sample your w1 moves rightly, the others do not. Where are their slopes taken?
    Hint: All three slopes belong to one loss, the one before anything has moved.
    Hint: How often do you call `backward()` for one sample?"""
    losses = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error = loss(forward(x, *parameters), y)
            if not torch.isfinite(error):
                return losses
            for parameter in parameters:
                loss(forward(x, *parameters), y).backward()
                step([parameter], lr)
                clear(parameters)
        losses.append(error.item())
    return losses


@misconception(train)
def copies_trained(parameters, xs, ys, lr, epochs):
    """Your losses are right, yet your caller keeps untrained parameters. Which tensors did you move?
    Hint: Print `id(w1)` before and after your update.
    Hint: `w = w - …` makes a new tensor and gives it the old name. Who else knows of it?"""
    copies = [parameter.detach().clone().requires_grad_() for parameter in parameters]
    return train(copies, xs, ys, lr, epochs)


def fresh_curve(rng):
    """Draw a point and three parameters, none of them near another."""
    w1, w2, b = rng.uniform(1.5, 2.5), rng.uniform(-1.5, -0.5), rng.uniform(0.5, 1.0)
    return {"x": rng.uniform(1.5, 2.5), "w1": leaf(w1), "w2": leaf(w2), "b": leaf(b)}


def fresh_training(rng):
    """Draw four samples of no particular curve, and a learning rate at which their training is calm."""
    xs = rng.permutation([-1.2, -0.6, 0.7, 1.3]) + rng.uniform(-0.1, 0.1, 4)
    ys = rng.permutation([-2.0, -1.0, 1.5, 2.5]) + rng.uniform(-0.2, 0.2, 4)
    parameters = [leaf(value) for value in rng.uniform(0.5, 1.5, 3)]
    return {"parameters": parameters, "xs": xs.tolist(), "ys": ys.tolist(), "lr": rng.uniform(0.02, 0.03)}


def fresh_runaway(rng):
    """Draw three samples far from zero and one near it, and a learning rate much too large for them.

    They are multiples of 1/64, whose squares float32 holds without rounding: the run amplifies everything.
    """
    xs = np.append(rng.permutation([4.0, 4.5, 5.0]), 1.0) + rng.integers(-8, 8, 4) / 64
    ys = rng.permutation([-2.0, -1.0, 1.5, 2.5]) + rng.integers(-16, 16, 4) / 64
    return {"xs": xs.tolist(), "ys": ys.tolist(), "lr": rng.integers(10, 20) / 1024}


def slopes_of_one_sample(program, rng, parameters, x, y):
    """Go forward with the program and backward with autograd."""
    error = program.loss(program.forward(x, *parameters), y)
    if getattr(error, "requires_grad", False):
        error.backward()
    w1, w2, b = [0.0 if parameter.grad is None else parameter.grad for parameter in parameters]
    return {"w1.grad": w1, "w2.grad": w2, "b.grad": b}


def thirty_epochs(program, rng, parameters, xs, ys, lr):
    """Train with the program, then ask it for its prediction at 4."""
    losses = program.train(parameters, xs, ys, lr, 30)
    return {"losses": losses, "prediction_at_4": program.forward(4.0, *parameters)}


def single_precision_run(program, rng, xs, ys, lr):
    """Train from zero in float32, where numbers end at 3.4e38; such losses compare by their logarithms.

    A program that works in double precision all the same goes on: what float32 cannot hold is left out.
    """
    parameters = [torch.tensor(0.0, dtype=torch.float32, requires_grad=True) for _ in range(3)]
    losses = np.array([float(value) for value in program.train(parameters, xs, ys, lr, 150)])
    beyond = (losses > np.finfo(np.float32).max) & np.isfinite(losses)
    return {"log10_losses": np.log10(losses[~beyond]).astype(np.float32)}


# fmt: off
bracketed = rewrite(forward, "w1 * x**2 + w2 * x", "(w1 * x + w2) * x")
as_a_dot_product = rewrite(forward,
    ..., "powers = torch.tensor([x * x, x, 1.0], dtype=w1.dtype); return powers @ torch.stack([w1, w2, b])")
error_times_itself = rewrite(loss, ..., "error = y - prediction; return error * error")
gradients_asked_for = rewrite(train, "error.backward()", "slopes = torch.autograd.grad(error, parameters)",
    "for parameter in parameters:", "for parameter, slope in zip(parameters, slopes):",
    "parameter.grad\n", "slope\n",
    "parameter.grad = None", "")
without_autograd = rewrite(train, "error = loss(forward(x, *parameters), y)",
    "prediction = forward(x, *parameters)\n            error = loss(prediction, y)",
    "error.backward()", "",
    "for parameter in parameters:", "for parameter, inner in zip(parameters, (x * x, x, 1.0)):",
    "parameter.grad\n", "2 * (prediction - y) * inner\n",
    "parameter.grad = None", "")
straight_line = slip(forward, "x**2", "x").says("""
    Your model cannot bend. Predict at x = 1, 2 and 3: does it grow by the same amount twice?
    Hint: With w1 = 1 and w2 = b = 0 the predictions at 1, 2, 3 should be 1, 4, 9.
    Hint: Compare what stands beside w1 in the story with what stands beside w1 in your code.""")
square_reaches_the_weight = slip(forward, "w1 * x**2", "(w1 * x) ** 2").says("""
    Try w1 = -1 and w1 = 1, all else the same. Should both parabolas predict the same?
    Hint: Double w1. By what factor should the first term grow?
    Hint: How far does your exponent reach: over one factor, or over a bracket?""")
bias_left_out = slip(forward, "+ b", "").says("""
    Predict at x = 0. Does your answer depend on b?
    Hint: The model has three terms. Count those in your code.""")
slopes_exchanged = slip(forward, "w1", "w2", "w2", "w1").says("""
    With w1 = w2 your prediction is right. Set one of them to 0 and look at how it depends on x.
    Hint: Which parameter belongs to the bend and which to the straight part? Compare with the story.""")
error_left_as_it_is = slip(loss, "(prediction - y) ** 2", "prediction - y").says("""
    Your loss can be negative. Downhill from there, where does a training end?
    Hint: A prediction 3 too small should be as bad as one 3 too large.
    Hint: The worked number in the story has the error 2. What is its loss?""")
halved = slip(loss, "2", "2 / 2").says("""
    Your loss is off by one constant at every sample. Compute it for an error of 1.
    Hint: Some books put a constant in front of the square to make the slope shorter. Does this story?""")
doubled_in_place_of_squared = slip(loss, "**", "*").says("""
    For an error of 2 your loss is right. Try an error of 3, and one of -1.
    Hint: What do `2 * u` and `u ** 2` give at u = 3?""")
never_cleared = slip(train, "parameter.grad = None", "").says("""
    Your first update is right, later ones are not. What is in `.grad` before the second `backward()`?
    Hint: Print the slope of b at every sample, and beside it 2·(prediction - y).
    Hint: `backward()` does not replace what a gradient buffer holds. What does it do to it?
    Hint: If you do clear: is the method called, or only named? Look for the brackets.""")
only_the_first_cleared = slip(train, "parameter.grad = None", "parameters[0].grad = None").says("""
    One of your three parameters moves by its own sample's slope. What do the other two move by?
    Hint: Print all three `.grad` right before each `backward()`.
    Hint: There are three gradient buffers. Count how many you empty.""")
cleared_before_the_step = slip(train, "parameter -=", "parameter.grad.zero_(); parameter -=").says("""
    Your parameters stay where they were. How large are the slopes at the moment of the update?
    Hint: Print `.grad` right before you use it.
    Hint: Write down the order of your four steps and compare it with the story.""")
one_update_per_epoch = slip(train, "error.backward()",
    "parameters[0].grad = parameters[1].grad = parameters[2].grad = None; error.backward()",
    "            with", "\n        with").says("""
    Count how often your parameters change in one epoch of three samples.
    Hint: Train one epoch on (1, 5), (2, 4), then on (1, 7), (2, 4). Does the first sample leave a trace?
    Hint: Which loop does your update stand in? Look at how far it is indented.""")
slopes_gathered_over_the_epoch = slip(train, "            with", "        with").says("""
    All samples of your epoch meet the same parameters. What should the first do for the second?
    Hint: With a single sample your training is right. Print w1 after each of two samples.
    Hint: There is a method that moves once per epoch, by all slopes together. It is not this page's.""")
bias_stays = slip(train, "in parameters:", "in parameters[:2]:").says("""
    Print all three parameters after an epoch. Has each of them moved?
    Hint: The slope of b is not zero where the prediction is wrong. What do you do with it?""")
uphill = slip(train, "-=", "+=").says("""
    Train on one sample for two epochs. Did the loss become smaller?
    Hint: A positive slope says that a larger parameter makes the loss larger. Which way do you want to go?
    """)
loss_after_the_update = slip(train, "error.item()", "loss(forward(x, *parameters), y).item()").says("""
    Your parameters are right and your losses are not. To which parameters does each loss belong?
    Hint: Train on one sample for one epoch. Is the loss you return the one at the start?
    Hint: When do you compute the loss that you write down: before the sample's update or behind it?""")
losses_added_up = slip(train, "for x, y", "total = 0.0\n        for x, y",
    "error.backward()", "error.backward(); total += error.item()",
    "append(error.item())", "append(total)").says("""
    Your parameters are right and your losses too large. For how many samples does one of them speak?
    Hint: With one sample per epoch your losses are right.
    Hint: Read in the docstring whose loss is asked for at the end of an epoch.""")
losses_averaged = slip(train, "for x, y", "total = 0.0\n        for x, y",
    "error.backward()", "error.backward(); total += error.item() / len(xs)",
    "append(error.item())", "append(total)").says("""
    Your parameters are right, and each of your losses mixes the whole epoch. Whose loss is asked for?
    Hint: With one sample per epoch your losses are right.
    Hint: Read in the docstring whose loss stands for an epoch.""")
a_loss_for_every_sample = slip(train, "        losses.append", "            losses.append").says("""
    You return more losses than there are epochs. How many do you note in one walk through the samples?
    Hint: Count the losses for 3 samples and 2 epochs. How many should there be?
    Hint: How far to the right does the line stand that notes the loss?""")
mean_slope_of_the_epoch = slip(train, "for x, y in zip(xs, ys):", "for _ in [0]:",
    "loss(forward(x, *parameters), y)",
    "sum(loss(forward(x, *parameters), y) for x, y in zip(xs, ys)) / len(xs)").says("""
    All samples of your epoch meet the same parameters, and each counts less the more there are.
    Hint: With a single sample your training is right. How many updates happen for three?
    Hint: Moving once per epoch, by the mean slope, is another method than this page's.""")
back_after_the_first_epoch = slip(train, ..., "return train(parameters, xs, ys, lr, 1)").says("""
    Ask for 3 epochs and for 30. How many losses do you get back?
    Hint: At which line does your function end, and how often has the outer loop run by then?""")
one_epoch_short = slip(train, ..., "return train(parameters, xs, ys, lr, epochs - 1)").says("""
    Ask for one epoch. How often does your outer loop run?
    Hint: Print `list(range(1, 3))`. How many numbers are in it?""")
no_stop = slip(train, "not torch.isfinite(error)", "False").says("""
    Where the step is too long, your list runs on into `inf` or `nan`. What does that tell a caller?
    Hint: Train from zero on x = 1, 2, 3, 4, 5 and y = 2x at lr = 0.01 and print the losses.
    Hint: The docstring names a function that tells a number from what is none. At which point do you ask it?
    """)
start = [leaf(1.0), leaf(1.0), leaf(0.0)]
three = [1.0, 2.0, 3.0]
five = [1.0, 2.0, 3.0, 4.0, 5.0]
names = {"parameters": ["w1", "w2", "b"]}
checks = [
    returns(forward, x=4.0, w1=leaf(1.0), w2=leaf(1.0), b=leaf(0.0), title="the curve at 4", public=True),
    returns(forward, inputs=fresh_curve, title="a fresh curve"),
    returns(loss, prediction=leaf(3.0), y=8.0, title="a prediction too low", public=True),
    returns(loss, prediction=draw(lambda rng: leaf(rng.uniform(1, 2))), y=uniform(-4, -1),
        title="a prediction too high, fresh numbers"),
    scenario(loss, forward, parameters=start, x=2.0, y=3.0, title="the slopes that autograd finds",
        public=True)(slopes_of_one_sample),
    trains_to(train, parameters=start, xs=[2.0], ys=[4.0], lr=0.01, epochs=1, names=names, title="one update",
        uses=[forward, loss], public=True),
    trains_to(train, parameters=start, xs=three, ys=[2 * x for x in three], lr=0.01, epochs=3, names=names,
        title="three samples, three epochs", uses=[forward, loss], public=True),
    trains_to(train, inputs=fresh_training, epochs=4, names=names, title="four fresh samples, four epochs",
        uses=[forward, loss], points=3),
    scenario(train, forward, loss, parameters=start, xs=three, ys=[2 * x for x in three], lr=0.01,
        title="the prediction at 4 after thirty epochs", curve="losses", public=True)(thirty_epochs),
    trains_to(train, parameters=[leaf(0.0)] * 3, xs=five, ys=[2 * x for x in five], lr=0.01, epochs=2,
        names=names, title="a step too long, two epochs", uses=[forward, loss], public=True),
    scenario(train, forward, loss, xs=five, ys=[2 * x for x in five], lr=0.01,
        title="the training stops where the numbers end", curve="log10_losses",
        public=True)(single_precision_run),
    scenario(train, forward, loss, inputs=fresh_runaway,
        title="it stops on fresh samples, too")(single_precision_run),
]
