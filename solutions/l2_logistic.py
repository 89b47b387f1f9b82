r"""
# Knowing less by heart

A neuron with many weights and few samples can learn the samples by heart, noise included. Its loss on them
falls and falls, and on new samples it rises. Two remedies that belong together: keep the weights small, and
stop in time.

**L2 regularisation.** To the mean cross-entropy of `logistic` comes a penalty on large weights, of some
strength λ:

    L(w, b) = cross-entropy + ½·λ·(w1² + … + wd²)

The bias is not penalised: it only says how common the label 1 is. Since the derivative of ½·w² is w, every
slope of a weight gets λ·w added, which pulls the weight towards 0. The cross-entropy has the slopes you
know:

    mean over the samples of (σ(z) - y)·x for w,  and of (σ(z) - y) for b,  with z = x·w + b

The penalty is added once. It is no part of the mean over the samples.

**Early stopping.** Some samples are set aside for **validation**: no step is made with them. Before every
step the loss on them is written down. Where it has not become lower than its lowest value for `patience`
epochs, training ends, and the parameters *of the best epoch* come back, not the last ones. The validation
loss is the cross-entropy alone. The penalty is a means to an end, and how well new samples are predicted is
the end.

**One number worked out.** w = (2, -1), b = 0.5, λ = 0.4 and one sample x = (1, 3) with label 1: z = 2 - 3 +
0.5 = -0.5, σ(z) = 0.3775, the cross-entropy is -log(0.3775) = 0.9741 and the penalty ½·0.4·(4 + 1) = 1,
together 1.9741. The error is 0.3775 - 1 = -0.6225, so dL/dw = (-0.6225 + 0.8, -1.8674 - 0.4) = (0.1775,
-2.2674) and dL/db = -0.6225. With the validation losses 0.7, 0.5, 0.6, 0.55, 0.4 and patience 2 training
ends in epoch 3 (the first epoch is 0), and epoch 1 is the best. Nobody ever sees the 0.4.

**What to write.** Loss, gradient, the rule for stopping, and the training. Try your file with
`python l2_logistic.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, draw, gradients, leaves_unchanged, returns, rewrite, slip, task


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 0.5 * (1 + np.tanh(0.5 * z))


def cross_entropy(w, b, x, y):
    """Return the mean cross-entropy of the outputs σ(x·w + b), one number; no penalty is in it."""
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


@task
def penalised_loss(w, b, x, y, strength):
    """Return L, one number.

    w: an array of shape (d,).  b: a number.  x: an array of shape (n, d).  y: the labels, 0 or 1, shape (n,).
    strength: λ, a number.
    """
    return cross_entropy(w, b, x, y) + 0.5 * strength * np.sum(w**2)


@task
def gradient(w, b, x, y, strength):
    """Return the pair (dL/dw, dL/db): an array of shape (d,) and a number. The arguments are those above."""
    error = sigmoid(x @ w + b) - y
    return x.T @ error / len(y) + strength * w, np.mean(error)


@task
def stopping(losses, patience):
    """Return the pair (best, last) of epochs, whole numbers; the first epoch is 0.

    losses: a list of validation losses, one for each epoch.  patience: a whole number, 1 or more.
    last: where training ends: the first epoch that is ``patience`` epochs after the best one so far, or the
    end of the list.  best: the epoch with the lowest loss until then; of equal ones, the first.
    """
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        if epoch - best == patience:
            return best, epoch
    return best, len(losses) - 1


@task
def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    """Return the triple (w, b, losses) of a training with early stopping, a step on all samples an epoch.

    w, b, x, y, strength: as above; they stay as they are.  x_val, y_val: the samples for validation.
    lr: the learning rate.  patience: as above.  limit: how many epochs at most, a whole number.
    losses: a list with the validation loss of each epoch, before its step; the last one included.
    w, b: the parameters that gave the lowest of them.
    """
    losses, path = [], []
    for _ in range(limit):
        losses.append(cross_entropy(w, b, x_val, y_val))
        path.append((w, b))
        best, last = stopping(losses, patience)
        if last - best == patience:
            break
        dw, db = gradient(w, b, x, y, strength)
        w, b = w - lr * dw, b - lr * db
    return *path[best], losses


# ---- for instructors ------------------------------------------------------------------------------


def slopes(w, b, x, y, strength):
    """Return the right gradient, whatever the student's own does."""
    error = sigmoid(x @ w + b) - y
    return x.T @ error / len(y) + strength * w, np.mean(error)


def run(w, b, x, y, x_val, y_val, strength, lr, patience, limit, slip=""):
    """Train with a slip."""
    losses, age, lowest, kept = [], 0, np.inf, (w, b)
    for _ in range(limit):
        watched = (x, y) if slip == "training watched" else (x_val, y_val)
        losses.append(cross_entropy(w, b, *watched) + (slip == "penalty") * 0.5 * strength * np.sum(w**2))
        if losses[-1] < lowest:
            lowest, kept, age = losses[-1], (w, b), age if slip == "waits added up" else 0
        else:
            age += 1
        if age == patience:
            break
        dw, db = slopes(w, b, x, y, strength)
        w, b = w - lr * dw, b - lr * db
    return *kept, losses


@alternative(penalised_loss)
def sample_by_sample(w, b, x, y, strength):
    total = 0.0
    for xi, yi in zip(x, y):
        p = 1 / (1 + np.exp(-(np.dot(w, xi) + b)))
        total -= np.log(p if yi == 1 else 1 - p)
    return total / len(x) + strength / 2 * np.dot(w, w)


@alternative(gradient)
def with_a_loop(w, b, x, y, strength):
    dw, db = strength * np.array(w), 0.0
    for xi, yi in zip(x, y):
        p = 1 / (1 + np.exp(-(xi @ w + b)))
        dw, db = dw + (p - yi) * xi / len(x), db + (p - yi) / len(x)
    return dw, db


@alternative(stopping)
def waiting_down(losses, patience):
    best, left, last = 0, patience, -1
    while left > 0 and last + 1 < len(losses):
        last += 1
        best, left = (last, patience) if last == 0 or losses[last] < losses[best] else (best, left - 1)
    return [best, last]


keeping_the_best = rewrite(train, ..., "return run(w, b, x, y, x_val, y_val, strength, lr, patience, limit)")
bias_penalised = slip(
    penalised_loss, "cross_entropy", "penalised_loss", "y", "y, strength", "np.sum(w**2)", "b**2"
).says("""
    Your penalty grows with b. Which parameters does the story penalise?
    Hint: Set w to 0 and make b large and right: the loss should be close to 0.""")
half_forgotten = slip(penalised_loss, "0.5 *", "").says("""
    Your penalty is twice the story's. Which factor stands in front of λ?
    Hint: In the worked number the penalty is 1.""")
penalty_in_the_mean = slip(
    penalised_loss, "0.5 * strength * np.sum(w**2)", "0.5 * strength * np.sum(w**2) / len(y)"
).says("""
    Your penalty is divided by the number of samples. With one sample you are right; with two?
    Hint: Give every sample twice. The loss should stay as it is.""")
penalty_without_slope = slip(gradient, ..., "return slopes(w, b, x, y, 0.0)").says("""
    Your slopes do not depend on λ. How much does the penalty grow when a weight does?
    Hint: Differentiate ½·λ·w² in w.""")
bias_pulled_too = slip(
    gradient, ..., "dw, db = slopes(w, b, x, y, strength); return dw, db + strength * b"
).says("""
    Your slope for b depends on λ. Is b in the penalty?
    Hint: In the worked number dL/db is the error alone.""")
pulled_twice_as_hard = slip(gradient, ..., "return slopes(w, b, x, y, 2 * strength)").says("""
    Your weights are pulled twice as hard as the story's. What becomes of the ½ when w² is differentiated?
    Hint: In the worked number the pull on w1 is 0.8.""")
pull_in_the_mean = slip(gradient, ..., "return slopes(w, b, x, y, strength / len(y))").says("""
    Your pull becomes weaker with every sample. Is the penalty part of the mean?
    Hint: Give every sample twice. The gradient should stay as it is.""")
last_called_best = slip(stopping, ..., "_, last = stopping(losses, patience); return last, last").says("""
    You give the same epoch twice. Is the loss lowest where training ends?
    Hint: In the story training ends in epoch 3, and epoch 1 is the best.""")
last_of_equal_ones = slip(stopping, "loss < losses", "loss <= losses").says("""
    Of two equal losses you take the later one as the best. Is it lower?
    Hint: Which of your comparisons is true of two equal numbers, and which should be?""")
looks_into_the_future = slip(
    stopping, ..., "return int(np.argmin(losses)), stopping(losses, patience)[1]"
).says("""
    You look for the lowest loss in the whole list. Which epochs are never trained?
    Hint: In the story the 0.4 comes too late.""")
one_epoch_too_patient = slip(stopping, ..., "return stopping(losses, patience + 1)").says("""
    You wait an epoch longer than you were asked. When is the patience used up?
    Hint: In the story the best epoch is 1, patience is 2, and training ends in epoch 3.""")
end_behind_the_list = slip(
    stopping,
    ...,
    "best, last = stopping(losses, patience); return best, last if last - best == patience else last + 1",
).says("""
    Where the list ends before patience does, your last epoch is one too high. How do you count?
    Hint: The first epoch is 0. Which one is the last of five?""")
patience_never_restored = slip(
    stopping,
    "best = 0",
    "best, bad = 0, 0",
    "if epoch - best == patience:",
    "bad += epoch > best\n        if bad == patience:",
).says("""
    You count all epochs without a new best together. What should a new best epoch do to the count?
    Hint: Try the losses 5, 6, 4, 5, 3 with patience 2: nothing ends before the list does.""")
last_fall_called_best = slip(stopping, "losses[best]", "losses[max(epoch - 1, 0)]").says("""
    You call the last epoch whose loss fell the best. Was no earlier one lower?
    Hint: Try the losses 1, 9, 8 with patience 3. Which epoch is the best?""")
compared_with_the_epoch_before = slip(
    stopping,
    "best = 0",
    "best, fall = 0, 0",
    "if epoch - best == patience:",
    "fall = epoch if loss < losses[max(epoch - 1, 0)] else fall\n        if epoch - fall == patience:",
).says("""
    A loss that falls, but not below the best one, gives you new patience. With what do you compare?
    Hint: Try the losses 1, 9, 8, 7, 6 with patience 2. Training should end in epoch 2.""")
last_parameters = slip(train, "*path[best]", "w, b").says("""
    Your losses are right, and your parameters are those of the end. Which epoch had the lowest loss?
    Hint: Put your w and b into cross_entropy with the validation samples. Is it the lowest of your losses?
    Hint: An array changed in place (`w -= …`) changes under every name. Did you keep a copy of the best?""")
start_moved = slip(
    train, "path.append((w, b))", "path.append((w.copy(), b))", "w, b = w -", "w[:], b = w -"
).says("""
    What you return is right, and the weights that you were given have moved along.
    Hint: Print w before and after your call. Which line of yours changes it?""")
penalty_in_validation = slip(
    train, "cross_entropy(w, b, x_val, y_val)", "penalised_loss(w, b, x_val, y_val, strength)"
).says("""
    Your validation losses grow with λ at once. Is the penalty part of them?
    Hint: The first validation loss should be the same for every λ.""")
training_samples_watched = slip(train, "x_val, y_val", "x, y").says("""
    Your losses are those of the samples that you train with. Can learning by heart be seen in them?
    Hint: Look through your function for x_val.""")
waits_added_up = slip(
    train, ..., "return run(w, b, x, y, x_val, y_val, strength, lr, patience, limit, slip='waits added up')"
).says("""
    Training ends too early: you count all epochs without a lower loss. When does the count begin anew?
    Hint: With patience 2 and the losses 5, 6, 4, 5, 3, training does not end.""")
kept_after_the_step = slip(
    train, "path.append((w, b))", "", "b - lr * db", "b - lr * db; path.append((w, b))"
).says("""
    You keep parameters that are one step too late. Which w gave the loss that you compared?
    Hint: Put your w and b into cross_entropy with the validation samples. Is it the lowest of your losses?
    """)


def samples(rng, n, d=3):
    """Draw a neuron and samples with labels of both kinds."""
    w = rng.permutation(np.resize([1.0, -1.0], d)) * rng.uniform(0.5, 1.5, d)
    x = rng.normal(size=(n, d))
    y = rng.permutation(np.resize([1.0, 0.0], n))
    return {"w": w, "b": rng.uniform(0.4, 0.9), "x": x, "y": y, "strength": rng.uniform(0.3, 0.6)}


def overfitting(rng):
    """Draw samples until the validation loss goes up and down before its best, and no two losses are close.

    The epochs without a lower loss are more than the patience there, but never in a row.
    """
    while True:
        known, new = samples(rng, 7), samples(rng, 5)
        rates = {"lr": rng.uniform(3, 4), "patience": 3, "limit": 14}
        drawn = {**known, "x_val": new["x"], "y_val": new["y"], **rates}
        right, slips = (run(**drawn), [run(**drawn, slip=one) for one in ("training watched", "penalty")])
        lowest = int(np.argmin(right[2]))
        waits = np.sum(right[2] > np.minimum.accumulate(right[2])) - (len(right[2]) - 1 - lowest)
        bounces = waits >= 3 and lowest < len(right[2]) - 1 < 13
        if bounces and all(calm(losses) for *_, losses in [right, *slips]):
            return drawn


def calm(losses):
    """Tell whether no two losses are so close that rounding could exchange them."""
    return np.min(np.diff(np.sort(losses))) > 1e-4


fixed = samples(np.random.default_rng(4), 5)
valley = [0.7, 0.5, 0.55, 0.45, 0.46, 0.48, 0.44, 0.47, 0.46, 0.6, 0.65, 0.66, 0.3]
epochs, trained = ["best", "last"], ["w", "b", "losses"]
rising = overfitting(np.random.default_rng(8))

# fmt: off
checks = [
    returns(penalised_loss, **fixed, title="the loss of five samples", public=True),
    returns(penalised_loss, inputs=lambda rng: samples(rng, 7, 4), title="the loss of seven fresh samples"),
    gradients(gradient, of=penalised_loss, wrt=["w", "b"], **fixed, title="the slopes of five samples",
        public=True),
    gradients(gradient, of=penalised_loss, wrt=["w", "b"], inputs=lambda rng: samples(rng, 7, 4),
        title="the slopes of seven fresh samples", points=2),
    returns(stopping, valley, 3, names=epochs, title="two valleys", public=True),
    returns(stopping, [0.7, 0.5, 0.6, 0.5, 0.55, 0.4, 0.3], 3, names=epochs, title="two equal losses",
        public=True, points=0.5),
    returns(stopping, [*valley, 0.2], 20, names=epochs, title="a list that ends first", public=True),
    returns(stopping, draw(lambda rng: (np.array(valley) + rng.uniform(-0.004, 0.004, 13)).tolist()), 3,
        names=epochs, title="fresh valleys"),
    returns(train, **rising, names=trained, title="stopped in time", uses=[gradient, stopping], public=True),
    returns(train, inputs=overfitting, names=trained, title="stopped in time once more",
        uses=[gradient, stopping], points=2),
    leaves_unchanged(train, **rising, names=["w"], title="the start stays as it is",
        uses=[gradient, stopping], public=True, points=0.5),
]
