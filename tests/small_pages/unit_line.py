r"""
# The slope of a line

The model is $\hat y = w x$. This page has one of everything that the cutter must keep or leave out.
"""

import numpy as np

from grader.author import alternative, gradients, misconception, normal, returns, scenario, task, uniform

# A comment above the given code, with a sign that is no ASCII: ŷ.
samples = np.array([1.0, 2.0, 3.0])


def loss(w, x, y):  # given to students
    """Mean squared error of w·x."""
    return np.mean((w * x - y) ** 2)


@task
def residual(w, x, y):
    """Return w·x - y for every sample.

    w: a number.  x, y: arrays of one length.
    """
    # The secret of the first task.
    return w * x - y


@task
def slope(w, x, y):
    """Return dL/dw, one number."""
    return np.mean(twice(residual(w, x, y) * x))


# ---- for instructors ------------------------------------------------------------------------------

unused = np.zeros(3)


def twice(values):
    return 2 * values


@misconception(
    residual,
    title="The wrong way round",
)
def turned_round(w, x, y):
    """Your error is the target minus the prediction.

    Hint: Which sign has the error of a prediction that is too large?
    """
    return y - w * x


@misconception(slope)
def summed(w, x, y):
    """Your slope grows with the number of samples. Does the loss?

    Hint: Give it every sample twice.
    Hint: The slope of a mean is the mean of the slopes.
    """
    ŝ, ŵ = len("ŷ") * slope(w, x, y), slope(w, x, y)
    return len(x) * ŝ + 0 * ŵ


@misconception("twice")
def helper_left_out(values):
    """You forget to differentiate the square."""
    return values


@alternative(slope)
def with_a_loop(w, x, y):
    total = 0.0
    for xi, yi in zip(x, y):
        total += 2 * (w * xi - yi) * xi
    return total / len(x)


@alternative(slope)
def in_single_precision(w, x, y):
    x, y = x.astype(np.float32), y.astype(np.float32)
    return np.mean(2 * (np.float32(w) * x - y) * x)


@scenario(slope, residual, w=uniform(1, 2), title="downhill")
def descent(program, rng, w):
    """Walk downhill on samples that nobody else draws."""
    targets = 2 * samples + 0.1 * rng.normal(size=3)
    losses = []
    for _ in range(4):
        losses.append(loss(w, samples, targets))
        w = w - 0.05 * program.slope(w, samples, targets)
    return {"w": w, "losses": losses}


checks = [
    returns(residual, w=1.0, x=samples, y=2 * samples, title="three errors", public=True),
    returns(residual, w=uniform(2, 3), x=normal(size=4), y=normal(size=4), title="four fresh errors"),
    gradients(slope, of=loss, wrt="w", w=1.0, x=samples, y=2 * samples, title="one slope", public=True),
    gradients(
        slope,
        of=loss,
        wrt="w",
        w=uniform(1, 2),
        x=normal(size=5),
        y=normal(size=5),
        title="a fresh slope",
        points=2,
    ),
    gradients(slope, of=loss, wrt="w", w=2.0, x=samples, y=2 * samples, title="flat"),
    descent,
]
