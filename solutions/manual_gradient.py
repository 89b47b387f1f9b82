r"""
# The slope of a loss, by hand

A line $\hat y = w x + b$ is wrong by some amount at every sample. The loss is one number for all of it:
the mean of the squared errors,

    L(w, b) = mean of (w·x + b - y)² over the samples.

To make the loss smaller you need to know which way is down: how much L changes when w changes a little, and
how much when b does. These two slopes, dL/dw and dL/db, are the **gradient**. No library is needed for it,
only the chain rule, taken one link at a time:

1. How does the squared error of one sample change with the prediction p?  It is (p - y)², so you
   differentiate a square.
2. How does the prediction change with w, and how with b?  It is w·x + b, so you differentiate a line.
3. Multiply the two links. That is the slope for one sample. The loss is the *mean* over the samples,
   and the slope of a mean is the mean of the slopes.

**One number worked out.** Take w = 1, b = 0 and the single sample x = 3, y = 6. The prediction is 3, the
error is -3. Link 1 is 2·(-3) = -6, link 2 for w is 3, so dL/dw = -18: a larger w makes the loss smaller,
steeply.

**What to write.** The two links, then the gradient. x and y are NumPy arrays of one length; the gradient is
a pair of numbers. Try your file with `python manual_gradient.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, normal, returns, rewrite, slip, task, uniform


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


@task
def dloss_dprediction(prediction, y):
    """Return the slope of (prediction - y)² with respect to the prediction, for every sample.

    prediction, y: arrays of shape (n,).  Returns an array of shape (n,).
    """
    return 2 * (prediction - y)


@task
def dprediction_dw(w, b, x):
    """Return the slope of w·x + b with respect to w, for every sample.

    w, b: numbers.  x: an array of shape (n,).  Returns an array of shape (n,).
    """
    return x


@task
def gradient(w, b, x, y):
    """Return the pair (dL/dw, dL/db) of the mean squared error, two numbers.

    w, b: numbers.  x, y: arrays of shape (n,).
    """
    error = w * x + b - y
    return np.mean(2 * error * x), np.mean(2 * error)


# ---- for instructors ------------------------------------------------------------------------------


@alternative(gradient)
def with_a_loop(w, b, x, y):
    dw = db = 0.0
    for xi, yi in zip(x, y):
        slope = 2 * (w * xi + b - yi)
        dw += slope * xi / len(x)
        db += slope / len(x)
    return dw, db


@alternative(gradient)
def in_single_precision(w, b, x, y):
    x, y = x.astype(np.float32), y.astype(np.float32)
    error = np.float32(w) * x + np.float32(b) - y
    return np.mean(2 * error * x), np.mean(2 * error)


@alternative(dloss_dprediction)
def multiplied_out(prediction, y):
    return 2 * prediction - 2 * y


# fmt: off
with_a_dot_product = rewrite(gradient,
    ..., "slope = 2 / len(x) * (w * x + b - y); return [slope @ x, slope.sum()]")
difference_of_two_predictions = rewrite(dprediction_dw, "x", "((w + 1) * x + b) - (w * x + b)")
square_keeps_its_slope = slip(dloss_dprediction, "2 * (prediction - y)", "prediction - y").says("""
    Look at the slope of a square: how steep is u² at u = 3?
    Hint: Compare (3.01)² with 3². By how much did it grow for the 0.01?
    Hint: The power rule brings the exponent down in front.""")
error_turned_round = slip(dloss_dprediction, "prediction", "y", "y", "prediction").says("""
    Your slope has the opposite sign. If the prediction is too large, which sign should it have?
    Hint: At prediction 5 and target 3, does a larger prediction make the loss larger?""")
target_left_out = slip(multiplied_out, "- 2 * y", "").says("""
    Your slope is the same whatever the target is. Is the loss?
    Hint: Where should the slope be zero: at prediction 0, or where the prediction meets the target?""")
averaged_too_early = slip(dloss_dprediction, "2 * (prediction - y)", "2 * (prediction - y) / len(y)").says("""
    This link is about one sample's own squared error. Who divides by the number of samples?
    Hint: Call it with two samples, then with one of them alone. Should that sample's slope change?""")
loss_itself = slip(dloss_dprediction, "2 * (prediction - y)", "(prediction - y) ** 2").says("""
    You returned how large the squared error is. The question is how fast it changes.
    Hint: Where the prediction meets the target both are 0. Try predictions a little above and a little
    below.
    Hint: The slope of a square is no square: it has a sign.""")
whole_prediction = slip(dprediction_dw, "x", "w * x + b").says("""
    You returned the prediction itself. How much does it change when w changes by 0.01?
    Hint: Work out w·x + b for w = 2 and for w = 2.01, both at x = 3 and b = 1.""")
slope_of_the_line_in_x = slip(dprediction_dw, "x", "w * np.ones_like(x)").says("""
    You answered how the prediction changes with x. The question is how it changes with w.
    Hint: Hold x still and move w. In w·x + b, what stands beside w?""")
prediction_itself = slip(dprediction_dw, "x", "w * x").says("""
    You returned a part of the prediction. What remains of w·x + b when you differentiate in w?
    Hint: The derivative of 7·w with respect to w is 7. There is no w left.""")
summed_not_averaged = slip(gradient, "np.mean(2 * error * x)", "np.sum(2 * error * x)",
    "np.mean(2 * error)", "np.sum(2 * error)",
    title="Summed, not averaged").says("""
    Your gradient grows with the number of samples. Does the loss?
    Hint: Give it every sample twice. The mean does not change. Does your gradient?
    Hint: The slope of a mean is the mean of the slopes.""")
only_b_averaged = slip(gradient, "np.mean(2 * error * x)", "np.sum(2 * error * x)").says("""
    One of your two slopes grows with the number of samples and the other does not.
    Hint: Both belong to the same loss, a mean. Compare how you combine the samples in each.
    Hint: Give it every sample twice. Your slope for b stays as it is. Should the one for w double?""")
only_w_averaged = slip(gradient, "np.mean(2 * error)", "np.sum(2 * error)").says("""
    One of your two slopes grows with the number of samples and the other does not.
    Hint: Both belong to the same loss, a mean. Compare how you combine the samples in each.
    Hint: Give it every sample twice. Your slope for w stays as it is. Should the one for b double?""")
two_is_missing = slip(gradient, "2 * error * x", "error * x", "np.mean(2 * error)", "np.mean(error)").says("""
    Both your slopes are off by one constant. Follow the exponent of the square.
    Hint: Work out the slope of (w·3 - 6)² at w = 1 on paper and compare with the worked number in the story.
    """)
inner_slope_missing = slip(gradient, "* x)", ")").says("""
    Your slope for w is the slope for b. A sample with a large x should pull harder at w.
    Hint: The chain has two links. Which one depends on the parameter?
    Hint: Move w by 0.01 at x = 100 and at x = 1. Which prediction moves more?""")
uphill = slip(gradient, "w * x + b", "(y)", "y", "(w * x + b)").says("""
    Both your slopes point the other way: they say up where the loss goes down.
    Hint: The minus of "downhill" belongs into the update step. The gradient itself points uphill.
    Hint: Is your error the prediction minus the target, or the target minus the prediction?""")
product_of_means = slip(gradient, "np.mean(2 * error * x)", "np.mean(2 * error) * np.mean(x)").says("""
    You average the links first and multiply afterwards. With one sample that is the same; is it with two?
    Hint: Take two samples, errors 1 and -1, at x = 1 and x = 3. Work out both orders.""")
times_w_in_place_of_x = slip(gradient, "2 * error * x", "2 * error * w").says("""
    The inner link of your slope for w is wrong: you multiply by w.
    Hint: The prediction is w·x + b. What stands beside w?""")
times_the_prediction_in_place_of_x = slip(gradient, "error * x", "error * (w * x + b)").says("""
    The inner link of your slope for w is wrong: you multiply by the prediction.
    Hint: The prediction is w·x + b. If w grows by 0.01, by how much does it grow?""")
bias_forgotten_in_the_prediction = slip(gradient, "w * x + b", "w * x").says("""
    Your gradient does not notice when b changes. Does the loss?
    Hint: Print the prediction inside your gradient and beside it the one inside loss.""")
target_left_out_of_the_gradient = slip(gradient,
    ..., "prediction = w * x + b; return np.mean(2 * prediction * x), np.mean(2 * prediction)").says("""
    Where the line meets every sample, the loss is 0 and cannot fall. Your gradient still says it can.
    Hint: Call it with y = w·x + b. What should come out?
    Hint: Which of the arguments does your function not use?""")
only_the_last_sample = slip(gradient,
    ..., "error = w * x[-1] + b - y[-1]; return 2 * error * x[-1], 2 * error").says("""
    Only one of the samples has a say in your gradient.
    Hint: Does your loop add to the slope, or does it set it anew each time?""")
only_the_first_sample = slip(gradient,
    ..., "error = w * x[0] + b - y[0]; return 2 * error * x[0], 2 * error").says("""
    Your function is finished after the first sample.
    Hint: Print a line in every round of your loop. How many lines do you see?""")
slope_of_the_absolute_error = slip(gradient, "2 * error * x", "np.sign(error) * x",
    "np.mean(2 * error)", "np.mean(np.sign(error))").says("""
    A sample that is far off pulls no harder at your slopes than one that is nearly right.
    Hint: This is the gradient of another loss. Which power does the loss here have?""")
order_exchanged = slip(gradient,
    ..., "error = w * x + b - y; return np.mean(2 * error), np.mean(2 * error * x)").says("""
    Your two numbers are right, but each stands where the other belongs.
    Hint: Read what the docstring says about the order of the pair.""")
ramp = np.array([1.0, 2.0, 3.0])
checks = [
    returns(dloss_dprediction, prediction=np.array([3.0, 5.0]), y=np.array([6.0, 4.0]),
        title="the first link, two samples", public=True),
    returns(dloss_dprediction, prediction=normal(size=5), y=normal(size=5),
        title="the first link, five fresh samples"),
    returns(dprediction_dw, w=2.0, b=1.0, x=ramp, title="the second link", public=True),
    returns(dprediction_dw, w=uniform(1.5, 3), b=normal(), x=normal(size=6),
        title="the second link, fresh numbers"),
    gradients(gradient, of=loss, wrt=["w", "b"], w=1.0, b=0.0, x=np.array([3.0]), y=np.array([6.0]),
        names=["dw", "db"], title="one sample", public=True),
    gradients(gradient, of=loss, wrt=["w", "b"], w=1.0, b=0.5, x=ramp, y=2 * ramp, names=["dw", "db"],
        title="three samples", public=True, points=2),
    gradients(gradient, of=loss, wrt=["w", "b"], w=2.0, b=0.0, x=ramp, y=2 * ramp, names=["dw", "db"],
        title="flat where the line fits", points=1),
    gradients(gradient, of=loss, wrt=["w", "b"], w=uniform(-2, 2), b=uniform(0.5, 2), x=normal(size=7),
        y=normal(size=7), names=["dw", "db"], title="seven fresh samples", points=3),
]
