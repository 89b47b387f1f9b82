r"""
# One slope

A line through the origin predicts w·x. How wrong it is on some samples is one number, the mean of the squared
errors:

    L(w) = mean of (w·x - y)² over the samples.

Its slope dL/dw says how much L grows when w grows a little.

**One number worked out.** With w = 1 and the one sample x = 3, y = 6 the error is -3. A square has the slope
2·(-3) = -6 there, the line has the slope 3 in w, and the chain rule multiplies them: dL/dw = -18.

**What to write.** The errors, then the slope. Try your file with `python one_slope.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, misconception, normal, returns, task, uniform


def loss(w, x, y):
    """Mean squared error of the predictions w·x: one number."""
    return np.mean((w * x - y) ** 2)


@task
def errors(w, x, y):
    """Return prediction minus target for every sample.

    w: a number.  x, y: arrays of shape (n,).  Returns an array of shape (n,).
    """
    return w * x - y


@task
def slope(w, x, y):
    """Return dL/dw, one number.

    w: a number.  x, y: arrays of shape (n,).
    """
    return np.mean(2 * (w * x - y) * x)


# ---- for instructors ------------------------------------------------------------------------------


@alternative(errors)
def turned_twice(w, x, y):
    return -(y - x * w)


@alternative(slope)
def with_a_loop(w, x, y):
    total = 0.0
    for xi, yi in zip(x, y):
        total += 2 * (w * xi - yi) * xi
    return total / len(x)


@alternative(slope)
def with_a_dot_product(w, x, y):
    return 2 / len(x) * x @ (w * x - y)


@alternative(slope)
def in_single_precision(w, x, y):
    x, y = x.astype(np.float32), y.astype(np.float32)
    return np.mean(2 * (np.float32(w) * x - y) * x)


@misconception(errors)
def turned_round(w, x, y):
    """Your errors have the opposite sign. Is a prediction that is too large a positive error?

    Hint: With w = 1, x = 3 and y = 6 the story finds -3.
    """
    return y - w * x


@misconception(errors)
def squared_already(w, x, y):
    """None of your errors is negative. Are all your predictions too large?

    Hint: Compare your number for the story's sample with the story's.
    Hint: The square belongs to the loss.
    """
    return (w * x - y) ** 2


@misconception(errors)
def weight_left_out(w, x, y):
    """Your errors do not change with w. What does the line predict?

    Hint: Call your function with w = 1 and with w = 2.
    """
    return x - y


@misconception(slope)
def summed_not_averaged(w, x, y):
    """Your slope grows with the number of samples. Does the loss?

    Hint: Give your function every sample twice. What happens to the loss, and what to your slope?
    """
    return np.sum(2 * (w * x - y) * x)


@misconception(slope)
def exponent_forgotten(w, x, y):
    """Your slope is off by one constant. How steep is u² at u = 3?

    Hint: Compare 3.01² with 3². By how much did it grow for the 0.01?
    Hint: The power rule brings the exponent to the front.
    """
    return np.mean((w * x - y) * x)


@misconception(slope)
def inner_slope_forgotten(w, x, y):
    """A sample with a large x should pull harder at w. Does it, in your slope?

    Hint: The chain has two links. Which of them depends on x?
    """
    return np.mean(2 * (w * x - y))


@misconception(slope)
def uphill(w, x, y):
    """Your slope has the right size and says the opposite. Which way does the loss fall?

    Hint: The minus of "downhill" belongs to the step, not to the slope.
    """
    return np.mean(2 * (y - w * x) * x)


@misconception(slope)
def product_of_means(w, x, y):
    """You average first and multiply afterwards. With one sample that is the same; is it with two?

    Hint: Take the errors 1 and -1 at x = 1 and x = 3, and work out both orders.
    """
    return np.mean(2 * (w * x - y)) * np.mean(x)


ramp = np.array([1.0, 2.0, 3.0])

checks = [
    returns(errors, w=1.5, x=ramp, y=np.array([2.0, 2.5, 7.0]), title="three errors", public=True),
    returns(errors, w=uniform(1.5, 2), x=normal(size=5), y=normal(size=5), title="five fresh errors"),
    gradients(
        slope,
        of=loss,
        wrt="w",
        w=1.5,
        x=ramp,
        y=np.array([2.0, 2.5, 7.0]),
        title="three samples",
        public=True,
    ),
    gradients(
        slope,
        of=loss,
        wrt="w",
        w=2.0,
        x=ramp,
        y=2 * ramp,
        title="flat where the line fits",
        note="a right slope is 0 here, which students should see; it pays together with another check",
    ),
    gradients(
        slope,
        of=loss,
        wrt="w",
        w=uniform(-2, 2),
        x=normal(1, size=7),
        y=normal(size=7),
        title="seven fresh samples",
        points=2,
    ),
]
