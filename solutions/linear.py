r"""
# A line, trained one sample at a time

Four pages made four parts: the prediction (`forward`), how wrong it is (`loss`), a step downhill
(`update_step`) and cleared slopes (`zero_grad`). This page builds on all four and puts them in a row, for the
smallest model there is:

    ŷ = w·x

The data are samples of the line y = 2x, so there is a weight that fits all of them, and the machine has to
find it by itself. On the page `manual_gradient` you worked the slope out on paper; from now on autograd finds
it.

**Learning from one sample.** For a sample (x, y):

1. predict, and compute the squared error: the loss of this sample;
2. call `backward()` on the loss. Autograd puts the slope dL/dw into `w.grad`;
3. move w downhill, by the learning rate `lr` times the slope. The step is no part of the model, so it happens
   under `torch.no_grad()`, and it changes the tensor w itself, because that is the one your caller holds;
4. clear `w.grad`, so that the next sample starts from nothing.

Write the loss and the slope down as plain numbers (`.item()`) *before* the step changes anything: they belong
to the weight that made the prediction.

**One number worked out.** Take w = 1, the sample x = 2, y = 4 and lr = 0.01. The prediction is 2, the loss
(2 - 4)² = 4. The slope is 2·(2 - 4)·2 = -8: a larger w makes the loss smaller. The step leads to w = 1 -
0.01·(-8) = 1.08. The loss there would be 3.3856; it was 4.

**Learning from all of them.** An *epoch* is one walk through all samples in their order, with a step at each
of them. Nothing is averaged: the second sample meets a weight that the first has already moved. At the end of
an epoch the loss of its last sample, as step 1 computed it, goes into a list. This list is the **history**
of the training, and a picture of it is the first thing to look at.

**What to expect.** From w = 1 on (1, 2), (2, 4), (3, 6) with lr = 0.01, the slopes of the first epoch are -2,
-7.84 and -16.2288, and the history begins with 7.3159, 3.9988, 2.1857. After 100 epochs the loss is
below 0.000000000001 and the prediction at 4 is 8. From w = 0 on five samples of the same line, up to (5, 10),
the first slopes are -4, -15.68 and -32.46, and the history begins with 25.274, 1.597. More samples make more
steps in an epoch, and a larger x makes larger steps.

**Reading a history.** How long was the training for a given goal? The answer is the number of the first epoch
whose loss is at most the goal, counted from 1. The history 9, 4, 1, 3, 0.5 reaches the goal 2 in epoch 3. It
leaves it again and comes back, as histories of single samples do; the first time counts. For the goal 0.1 the
answer is 0: no epoch reached it.

**What to write.** One sample's update, the training, and the reader of a history. Try your file with
`python linear.py`, then hand it in.
"""

import torch

from grader.author import (
    alternative,
    leaf,
    misconception,
    returns,
    rewrite,
    scenario,
    slip,
    state_after,
    task,
    trains_to,
)


def forward(x, w):
    """Return the prediction of the line w·x."""
    return w * x


def loss(prediction, y):
    """Return the squared error of one sample."""
    return (prediction - y) ** 2


@task
def learn(w, x, y, lr):
    """Do one update with one sample; return the pair (loss, slope) from before it, two plain numbers.

    w: a tensor of shape () that requires grad; it is changed in place, still requires grad, and its gradient
    buffer is clear afterwards (zero or None).  x, y: numbers, the sample.  lr: the learning rate.
    """
    error = loss(forward(x, w), y)
    error.backward()
    slope = w.grad.item()
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
    return error.item(), slope


@task
def train(w, xs, ys, lr, epochs):
    """Train with one update per sample, in order; return the history, a list with one loss per epoch.

    w: a tensor of shape () that requires grad; it is changed in place.  xs, ys: lists or tuples of numbers,
    of one length.  lr: the learning rate.  epochs: how many walks through the samples.

    The loss of an epoch is that of its last sample, computed before the update with that sample.
    """
    history = []
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            error, _ = learn(w, x, y, lr)
        history.append(error)
    return history


@task
def epochs_needed(history, goal):
    """Return the number of the first epoch, counted from 1, whose loss is at most the goal; 0 if none is.

    history: a list of losses, one per epoch.  goal: a number.
    """
    for epoch, error in enumerate(history, 1):
        if error <= goal:
            return epoch
    return 0


# ---- for instructors ------------------------------------------------------------------------------


def slope_at(w, x, y):
    """Return the loss and the slope of one sample, and leave w with a clear buffer."""
    error = loss(forward(x, w), y)
    error.backward()
    slope = w.grad.item()
    w.grad = None
    return error.item(), slope


def move(w, by):
    """Change w in place."""
    with torch.no_grad():
        w += by


@alternative(learn)
def with_data_and_zero(w, x, y, lr):
    if w.grad is not None:
        w.grad.zero_()
    error = loss(forward(x, w), y)
    error.backward()
    slope = float(w.grad)
    w.data = w.data - lr * w.grad.data
    w.grad.data.zero_()
    return float(error), slope


@alternative(train)
def written_out(w, xs, ys, lr, epochs):
    history = []
    for _ in range(epochs):
        for i in range(len(xs)):
            error = loss(forward(xs[i], w), ys[i])
            error.backward()
            with torch.no_grad():
                w -= w.grad * lr
                w.grad.zero_()
        history += [error.item()]
    return history


@alternative(train)
def every_loss_then_the_last(w, xs, ys, lr, epochs):
    rows = [[learn(w, x, y, lr)[0] for x, y in zip(xs, ys)] for _ in range(epochs)]
    return [row[-1] for row in rows]


@alternative(epochs_needed)
def with_a_generator(history, goal):
    return next((place + 1 for place, error in enumerate(history) if error <= goal), 0)


@alternative(epochs_needed)
def with_a_list_of_all(history, goal):
    good_enough = [epoch for epoch in range(1, len(history) + 1) if history[epoch - 1] <= goal]
    return min(good_enough, default=0)


@misconception(train)
def slopes_gathered_over_the_epoch(w, xs, ys, lr, epochs):
    """All samples of your epoch meet the same weight. What should the first one have done for the second?
    Hint: With a single sample your training is right. Print w after each of two samples.
    Hint: There is a method that moves once per epoch, by all slopes together. It is not this page's."""
    history = []
    for _ in range(epochs):
        found = [slope_at(w, x, y) for x, y in zip(xs, ys)]
        move(w, -lr * sum(slope for _, slope in found))
        history.append(found[-1][0])
    return history


def fresh_sample(rng):
    """Draw a weight, a sample whose two numbers differ in sign and size, and a learning rate."""
    w, x, y = rng.uniform(0.5, 1.5), rng.uniform(1.2, 1.8), rng.uniform(-4.0, -2.5)
    return {"w": leaf(w), "x": x, "y": y, "lr": rng.uniform(0.03, 0.05)}


def fresh_training(rng):
    """Draw four samples of no particular line, and a learning rate at which their training is calm."""
    xs = rng.permutation([-1.4, -0.7, 0.9, 1.6]) + rng.uniform(-0.1, 0.1, 4)
    ys = rng.permutation([-3.0, -1.5, 2.0, 4.0]) + rng.uniform(-0.2, 0.2, 4)
    w = leaf(rng.uniform(0.5, 1.0))
    return {"w": w, "xs": tuple(xs.tolist()), "ys": tuple(ys.tolist()), "lr": rng.uniform(0.03, 0.05)}


def fresh_history(rng):
    """Draw a history that reaches its goal in the fourth epoch, loses it and reaches it twice again."""
    history = three_digits([9.0, 7.0, 5.0, 2.0, 6.0, 4.0, 1.0, 2.5, 8.0] + rng.uniform(-0.4, 0.4, 9))
    return {"history": history, "goal": rng.uniform(3.0, 3.4)}


def three_digits(values):
    """Return an array as a list of numbers with three digits."""
    return [round(float(value), 3) for value in values]


def two_samples(program, rng, w, x, y, lr):
    """Learn from two samples; look at what was reported and at what w is like between them."""
    first = program.learn(w, x[0], y[0], lr)
    between = w.item()
    second = program.learn(w, x[1], y[1], lr)
    return {"first": first, "w between": between, "second": second, "w": w}


def epoch_by_epoch(program, rng, w, xs, ys, lr, epochs):
    """Train one epoch at a time, and write down the weight after each."""
    path = [[w.item()]]
    for _ in range(epochs):
        program.train(w, xs, ys, lr, 1)
        path.append([w.item()])
    return {"path": path}


def prediction_at_four(program, rng, w, xs, ys, lr, epochs):
    """Train with the program, then predict with its weight."""
    history = program.train(w, xs, ys, lr, epochs)
    return {"history": history, "prediction_at_4": forward(4.0, w)}


# fmt: off
slope_asked_for = rewrite(learn, "error.backward()", "",
    "w.grad.item()", "torch.autograd.grad(error, w)[0].item()",
    "lr * w.grad", "lr * slope")
never_cleared = slip(learn, "w.grad = None", "").says("""
    Your first update is right, later ones are not. What is in `w.grad` when the second sample comes?
    Hint: Learn from the same sample twice and print `w.grad` right before each `backward()`.
    Hint: `backward()` does not replace what the gradient buffer holds. What does it do to it?
    Hint: If you do clear: is the method called, or only named? Look for the brackets.""")
cleared_before_the_step = slip(learn, "error.backward()", "error.backward(); w.grad.zero_()").says("""
    Your weight stays where it was. How large is the slope at the moment of your step?
    Hint: Print `w.grad` after each of your lines.
    Hint: Compare the order of your lines with the four steps of the story.""")
slope_read_after_clearing = slip(learn, "slope = w.grad.item()", "",
    "w.grad = None", "w.grad.zero_(); slope = w.grad.item()").says("""
    Your weight moves as it should, and yet you report that there was no slope. When do you look at it?
    Hint: Print `w.grad` right before the line that returns.
    Hint: What does a buffer hold once it has been cleared? Where was the last place to read it?""")
another_tensor_moved = slip(learn, "w -= lr * w.grad", "moved = w - lr * w.grad").says("""
    You report the right loss and slope, but your caller's weight has not moved. Which tensor did you move?
    Hint: Print `id(w)` before and after your update.
    Hint: `w = …` gives the name w to a new tensor. Does the one that was handed in notice that?""")
uphill = slip(learn, "w -=", "w +=").says("""
    Learn from one sample twice. Is the second loss smaller than the first?
    Hint: In the worked number the slope is negative and w has to grow. In which direction does yours go?""")
rate_forgotten = slip(learn, "lr * w.grad", "w.grad").says("""
    Your step is as long as the slope itself, whatever the learning rate is.
    Hint: In the worked number the slope is -8. How far does w move there, and how far does yours?
    Hint: Look through your function for its argument lr.""")
loss_after_the_update = slip(learn, "error.item()", "loss(forward(x, w), y).item()").says("""
    Your weight is right and your loss is too small. Which weight made the prediction that you judge?
    Hint: In the worked number the loss is 4 before the step and 3.3856 after it. Which one do you return?
    Hint: How often do you compute the loss? Is the last time before the step or behind it?""")
backward_on_the_prediction = slip(learn, "error.backward()", "forward(x, w).backward()").says("""
    Your slope is the same whatever y is. Of which quantity did you ask autograd for the slope?
    Hint: Your slope equals x. What changes by x when w changes by 1: the prediction or the loss?
    Hint: Look at what stands in front of `.backward()`.""")
input_and_target_exchanged = slip(learn, "forward(x, w), y", "forward(y, w), x").says("""
    At x = 2, y = 2 your update is right. Try x = 2, y = 4: what do you predict, and from what?
    Hint: Print the prediction for w = 1, x = 2, y = 4. The story says that it is 2.
    Hint: Of a sample's two numbers, which one goes into the model and which one does it have to meet?""")
no_longer_trainable = slip(learn, "w -=", "w.requires_grad_(False); w -=").says("""
    Your first update is right. Then w no longer asks for a slope, and the next `backward()` finds nothing.
    Hint: Print `w.requires_grad` before and after your function.
    Hint: Stopping autograd for the time of a step is one thing, taking w out of it for good another.""")
a_loss_for_every_sample = slip(train,
    ..., "return [learn(w, x, y, lr)[0] for _ in range(epochs) for x, y in zip(xs, ys)]").says("""
    Your history is longer than the training had epochs. How often do you write a loss down in one epoch?
    Hint: Train for 2 epochs on 3 samples and count the entries of your history.
    Hint: How far to the right does the line stand that appends?""")
losses_averaged = slip(train, ...,
    "return [sum(learn(w, x, y, lr)[0] for x, y in zip(xs, ys)) / len(xs) for _ in range(epochs)]").says("""
    Your weight is right, and every entry of your history mixes a whole epoch. Whose loss is asked for?
    Hint: With one sample per epoch your history is right.
    Hint: Read in the docstring which sample speaks for an epoch.""")
losses_added_up = slip(train,
    ..., "return [sum(learn(w, x, y, lr)[0] for x, y in zip(xs, ys)) for _ in range(epochs)]").says("""
    Your weight is right, and the entries of your history are too large. How many losses are in one?
    Hint: With one sample per epoch your history is right.
    Hint: Read in the docstring which sample speaks for an epoch.""")
weights_in_the_history = slip(train, "error, _ = learn(w, x, y, lr)", "learn(w, x, y, lr)",
    "history.append(error)", "history.append(w.item())").says("""
    Your history grows towards 2 where it should fall towards 0. What do you write down: the loss, or w?
    Hint: Print the first entry of your history for the samples of the story. Should it be 7.3159?""")
pairs_in_the_history = slip(train, "error, _", "found",
    "history.append(error)", "history.append(found)").says("""
    Your weight is right, and every entry of your history is a pair. Which of the two numbers is asked for?
    Hint: Print what `learn` returns. How do you take one number out of it?""")
one_update_per_epoch = slip(train,
    ..., "return [learn(w, xs[-1], ys[-1], lr)[0] for _ in range(epochs)]").says("""
    Count how often w moves in one epoch of three samples.
    Hint: Train one epoch on (1, 5), (2, 4), then on (1, 7), (2, 4). Does the first sample leave a trace?
    Hint: Which of your two loops does the update stand in? Look at how far it is indented.""")
every_epoch_from_the_start = slip(train, "history = []", "history, start = [], w.item()",
    "for x, y", "w.data.fill_(start)\n        for x, y").says("""
    All epochs of yours look alike: the history does not fall. From which weight does the second one start?
    Hint: Print w at the beginning of every epoch.
    Hint: Is there a line inside your outer loop that should run only once?""")
back_after_the_first_epoch = slip(train, ..., "return train(w, xs, ys, lr, 1)").says("""
    Ask for 3 epochs and for 30. How many losses do you get back?
    Hint: At which line does your function end, and how often has the outer loop run by then?""")
one_epoch_short = slip(train, ..., "return train(w, xs, ys, lr, epochs - 1)").says("""
    Ask for one epoch. How often does your outer loop run?
    Hint: Print `list(range(1, 3))`. How many numbers are in it?""")
last_loss_alone = slip(train, ..., "return train(w, xs, ys, lr, epochs)[-1]").says("""
    Your weight is right. One number comes back where there should be one for every epoch.
    Hint: What happened to the losses of the earlier epochs? A name keeps only the last thing it was given.
    """)
counted_from_zero = slip(epochs_needed, ..., "return max(epochs_needed(history, goal) - 1, 0)").says("""
    You are one epoch off. If the very first loss reaches the goal, how many epochs did it take?
    Hint: Python counts the places of a list from another number than the docstring counts the epochs.""")
epochs_above_the_goal = slip(epochs_needed, ..., "return sum(error > goal for error in history) + 1").says("""
    A loss can rise again after it has reached the goal, and then your answer is too large.
    Hint: Go through the history 9, 4, 1, 3, 0.5 with the goal 1 by hand. Which epochs do you count?
    Hint: The first epoch that reaches the goal settles the question. Do you look at those behind it?""")
epoch_of_the_smallest_loss = slip(epochs_needed, ..., "return history.index(min(history)) + 1").says("""
    You find the best epoch. Does your answer depend on the goal?
    Hint: In the history 9, 4, 1, 3, 0.5 two epochs are good enough for the goal 1. Which is the earlier one?
    """)
only_below_the_goal = slip(with_a_generator, "place + 1 for place,", "epoch for epoch,",
    "history", "history, 1",
    "<=", "<").says("""
    A loss that meets the goal exactly is not good enough for you. What does "at most" say?
    Hint: The history 9, 4, 1 with the goal 4: in which epoch is it reached?""")
last_epoch_within_the_goal = slip(epochs_needed,
    ..., "return max([epoch for epoch, error in enumerate(history, 1) if error <= goal], default=0)").says("""
    You find an epoch that is good enough, but not the first. What should end your search?
    Hint: In the history 9, 4, 1, 3, 0.5 two epochs are good enough for the goal 1. Which do you return?
    Hint: Does your loop go on after it has found one, and what happens to what it has found?""")
loss_in_place_of_its_epoch = slip(epochs_needed,
    ..., "return next((error for error in history if error <= goal), 0)").says("""
    You return how large the loss was. The question is when it was so small.
    Hint: For the history 9, 4, 1, 3, 0.5 and the goal 2 the story says 3. What do you return?""")
three = (1.0, 2.0, 3.0)
five = (1.0, 2.0, 3.0, 4.0, 5.0)
checks = [
    returns(learn, w=leaf(1.0), x=2.0, y=4.0, lr=0.01, names=["loss", "slope"], title="what one sample tells",
        public=True),
    state_after(learn, w=leaf(1.0), x=2.0, y=4.0, lr=0.01, names={"w": ["w"]},
        title="what one sample does to w", public=True),
    returns(learn, inputs=fresh_sample, names=["loss", "slope"], title="what a fresh sample tells"),
    state_after(learn, inputs=fresh_sample, names={"w": ["w"]}, title="what a fresh sample does to w"),
    scenario(learn, w=leaf(0.0), x=[1.0, 2.0], y=[2.0, 4.0], lr=0.01,
        title="two samples, one after the other", public=True)(two_samples),
    trains_to(train, w=leaf(1.0), xs=(2.0, 3.0), ys=(4.0, 6.0), lr=0.01, epochs=1, names={"w": ["w"]},
        losses="history", title="two samples, one epoch", uses=[learn], public=True),
    trains_to(train, w=leaf(1.0), xs=three, ys=tuple(2 * x for x in three), lr=0.01, epochs=3,
        names={"w": ["w"]}, losses="history", title="three samples, three epochs", uses=[learn], public=True),
    trains_to(train, w=leaf(0.0), xs=five, ys=tuple(2 * x for x in five), lr=0.01, epochs=2,
        names={"w": ["w"]}, losses="history", title="five samples, two epochs", uses=[learn], public=True),
    trains_to(train, inputs=fresh_training, epochs=4, names={"w": ["w"]}, losses="history",
        title="four fresh samples, four epochs", uses=[learn], points=2),
    scenario(train, learn, w=leaf(0.0), xs=three, ys=tuple(2 * x for x in three), lr=0.01, epochs=12,
        title="the path of w through twelve epochs", curve="path", along="xs", data="ys",
        note="a picture: the same steps are paid for above", public=True, points=0)(epoch_by_epoch),
    scenario(train, learn, w=leaf(1.0), xs=three, ys=tuple(2 * x for x in three), lr=0.01, epochs=30,
        title="the history of thirty epochs on three samples", curve="history",
        public=True)(prediction_at_four),
    returns(epochs_needed, history=[9.0, 4.0, 1.0, 3.0, 0.5], goal=2.0, title="a goal that is reached",
        public=True, points=0.5),
    returns(epochs_needed, history=[9, 5, 3, 4, 3, 2], goal=3, title="a goal that is met exactly",
        public=True, points=0.5),
    returns(epochs_needed, history=[7.3, 4.0, 2.2, 1.2], goal=1.0, title="a goal that is not reached",
        public=True, points=0),
    returns(epochs_needed, inputs=fresh_history, title="a fresh history"),
]
