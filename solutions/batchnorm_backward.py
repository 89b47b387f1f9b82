r"""
# Batch normalisation, forward and backward

Deep networks train faster when the numbers inside them keep a steady size. Batch normalisation brings every
feature of a batch to mean 0 and spread 1, and then lets the network choose another mean and spread for it.

Let x hold n samples with d features each, shape (n, d). For every feature, that is, down every column,

    mean = the mean of the n numbers            variance = the mean of (x - mean)²
    spread = √(variance + eps)                  xhat = (x - mean) / spread
    out = gamma·xhat + beta

gamma and beta are parameters of shape (d,). The small number eps keeps the spread away from 0.

**Backward.** Let g be the slope of the loss for out, shape (n, d). All samples share beta and gamma, so their
slopes add up over the samples: g for beta, g·xhat for gamma. For x it takes more care, because one entry of x
reaches the loss in three ways: directly through its own xhat, through the mean, and through the variance. The
last two touch *all* samples of the column. With s = gamma·g, the slope for xhat, the three together give

    dx = (s - mean of s - xhat · mean of (s·xhat)) / spread

where both means go down the columns. It follows that every column of dx adds up to 0: if all samples of a
feature move by the same amount, nothing changes.

**One number worked out.** One feature, three samples x = (1, 2, 6), eps = 1/3, gamma = 2, beta = 1. The mean
is 3 and the variance (4 + 1 + 9)/3 = 14/3, so spread = √5 = 2.2361 and xhat = (-0.8944, -0.4472, 1.3416). Let
g = (3, 0, 0). Then the slope for beta is 3 and for gamma 3·(-0.8944) = -2.6833. s = (6, 0, 0), its mean is 2,
the mean of s·xhat is -1.7889, and the first entry of dx is (6 - 2 - (-0.8944)·(-1.7889)) / 2.2361 = 1.0733.

**At prediction time** there may be no batch. The layer therefore keeps a running mean and a running variance.
After every batch each moves by the share `momentum` towards what the batch shows:

    running becomes (1 - momentum)·running + momentum·(the batch's)

For this PyTorch takes the *unbiased* variance, the sum of (x - mean)² divided by n - 1, although the batch
itself is normalised with the sum divided by n. We do the same.

**What to write.** The forward pass, the backward pass, the update of the running numbers, and the prediction
with them. Try your file with `python batchnorm_backward.py`, then hand it in.
"""

import numpy as np

from grader.author import (
    alternative,
    gradients,
    intermediates,
    leaves_unchanged,
    normal,
    returns,
    rewrite,
    slip,
    task,
    uniform,
)


def loss(x, gamma, beta, eps, g):
    """Return a loss whose slope for the output is g: one number."""
    return np.sum(g * forward(x, gamma, beta, eps)[0])


@task
def forward(x, gamma, beta, eps):
    """Return the triple (out, xhat, spread).

    x: shape (n, d).  gamma, beta: shape (d,).  eps: a number.
    out, xhat: shape (n, d).  spread: shape (d,).
    """
    spread = np.sqrt(np.mean((x - np.mean(x, axis=0)) ** 2, axis=0) + eps)
    xhat = (x - np.mean(x, axis=0)) / spread
    return gamma * xhat + beta, xhat, spread


@task
def backward(x, gamma, beta, eps, g, xhat, spread):
    """Return the slopes of the loss for (x, gamma, beta), three arrays of their shapes.

    x: shape (n, d).  gamma, beta: shape (d,).  eps: a number.  g: slope of the loss for out, shape (n, d).
    xhat, spread: what forward returned, shapes (n, d) and (d,); there is no need to compute them again.

    Call the slope for xhat s, as the story does: where a check fails, you read whether it is right.
    """
    s = gamma * g
    dx = (s - np.mean(s, axis=0) - xhat * np.mean(s * xhat, axis=0)) / spread
    return dx, np.sum(g * xhat, axis=0), np.sum(g, axis=0)


@task
def update_running(x, running_mean, running_variance, momentum):
    """Return the pair (running_mean, running_variance) after the batch x; leave the given arrays as they are.

    x: shape (n, d).  running_mean, running_variance: shape (d,).  momentum: the share of the new batch.
    """
    mean, variance = np.mean(x, axis=0), np.var(x, axis=0, ddof=1)
    keep = 1 - momentum
    return keep * running_mean + momentum * mean, keep * running_variance + momentum * variance


@task
def predict(x, gamma, beta, eps, running_mean, running_variance):
    """Return out for new samples, normalised with the running numbers instead of those of a batch.

    x: shape (n, d), n may be 1.  gamma, beta, running_mean, running_variance: shape (d,).
    Returns shape (n, d).
    """
    return gamma * (x - running_mean) / np.sqrt(running_variance + eps) + beta


# ---- for instructors ------------------------------------------------------------------------------

on_the_way = intermediates(backward, "s")


def dx_of(s, xhat, spread):
    """Return the slope for x, given that for xhat."""
    return (s - s.mean(axis=0) - xhat * (s * xhat).mean(axis=0)) / spread


def scaled(x, mean, spread, gamma, beta):
    """Return what forward returns, with any mean and spread."""
    return gamma * ((x - mean) / spread) + beta, (x - mean) / spread, spread


with_var = rewrite(
    forward, "np.sqrt(np.mean((x - np.mean(x, axis=0)) ** 2, axis=0) + eps)", "(x.var(axis=0) + eps) ** 0.5"
)


@alternative(forward)
def feature_by_feature(x, gamma, beta, eps):
    out, xhat, spread = np.zeros(x.shape), np.zeros(x.shape), np.zeros(x.shape[1])
    for j in range(x.shape[1]):
        mean = sum(x[:, j]) / len(x)
        spread[j] = (sum((x[:, j] - mean) ** 2) / len(x) + eps) ** 0.5
        xhat[:, j] = (x[:, j] - mean) / spread[j]
        out[:, j] = gamma[j] * xhat[:, j] + beta[j]
    return out, xhat, spread


@alternative(backward)
def step_by_step(x, gamma, beta, eps, g, xhat, spread):
    n, centred = len(x), x - x.mean(axis=0)
    dxhat = g * gamma
    dvariance = np.sum(dxhat * centred, axis=0) * -0.5 * spread**-3
    dmean = -np.sum(dxhat, axis=0) / spread - 2 * dvariance * centred.mean(axis=0)
    return dxhat / spread + dvariance * 2 * centred / n + dmean / n, (g * xhat).sum(axis=0), g.sum(axis=0)


@alternative(backward)
def one_formula(x, gamma, beta, eps, g, xhat, spread):
    n = len(x)
    dbeta, dgamma = np.einsum("nd->d", g), np.einsum("nd,nd->d", g, xhat)
    return gamma / (n * spread) * (n * g - dbeta - xhat * dgamma), dgamma, dbeta


@alternative(backward)
def in_single_precision(x, gamma, beta, eps, g, xhat, spread):
    gamma, g, xhat, spread = (np.float32(array) for array in (gamma, g, xhat, spread))
    return dx_of(gamma * g, xhat, spread), (g * xhat).sum(axis=0), g.sum(axis=0)


moved_towards = rewrite(
    update_running,
    "keep * running_mean + momentum * mean",
    "running_mean + momentum * (mean - running_mean)",
    "keep * running_variance + momentum * variance",
    "running_variance + momentum * (variance - running_variance)",
)
folded_into_one_line = rewrite(
    predict,
    ...,
    "slope = gamma / np.sqrt(running_variance + eps); return slope * x + (beta - slope * running_mean)",
)
no_root = slip(forward, ..., "return scaled(x, x.mean(axis=0), x.var(axis=0) + eps, gamma, beta)").says("""
    Your spread is a square. If x is measured in metres, in what is the variance measured?
    Hint: Multiply all of x by 10. By how much should xhat change, and by how much does yours?""")
eps_outside_the_root = slip(
    forward, ..., "return scaled(x, x.mean(axis=0), x.std(axis=0) + eps, gamma, beta)"
).says("""
    Your spread is right for eps = 0. To what does the story add eps?
    Hint: In the worked example spread² is exactly 5. What is yours?""")
divided_by_one_less = slip(
    forward, ..., "return scaled(x, x.mean(axis=0), np.sqrt(x.var(axis=0, ddof=1) + eps), gamma, beta)"
).says("""
    Your variance is a little too large, the more so the smaller the batch. By what do you divide?
    Hint: The story uses two kinds of variance, each in one place. Which one belongs here?
    Hint: Libraries differ in their default. Look up `ddof` and `correction`.""")
each_sample_by_itself = slip(
    forward, ..., "return scaled(x, x.mean(1)[:, None], np.sqrt(x.var(1) + eps)[:, None], gamma, beta)"
).says("""
    You normalise along the rows: each sample for itself, over its features. That is another kind of layer.
    Hint: A mean of the batch: how many means are there, n or d?""")
one_mean_for_all_features = slip(
    forward, ..., "return scaled(x, x.mean(), np.sqrt(x.var() + eps) * np.ones(x.shape[1]), gamma, beta)"
).says("""
    All your features share one mean and one spread. What if one is a height and another an income?
    Hint: What does NumPy average over when it is given no axis?""")
mean_not_taken_off = slip(
    forward, ..., "return scaled(x, 0.0, np.sqrt(x.var(axis=0) + eps), gamma, beta)"
).says("""
    Your spread is right. What is the mean of each column of your xhat?
    Hint: In the worked example two entries of xhat are negative. Are yours?""")
shifted_before_scaled = slip(
    forward, ..., "_, xhat, spread = forward(x, gamma, beta, eps); return gamma * (xhat + beta), xhat, spread"
).says("""
    Your xhat is right. What is out where xhat is 0, by the story and by your code?
    Hint: Is beta multiplied by gamma?""")
mean_and_spread_held_fixed = slip(
    backward, ..., "return gamma * g / spread, (g * xhat).sum(axis=0), g.sum(axis=0)"
).says("""
    You treat the mean and the spread as constants. What happens to them when an entry of x moves?
    Hint: Add 1 to a whole column of x. How much does out change? What does your dx say?
    Hint: The story counts three ways from x to the loss. How many are in your dx?""")
way_through_the_variance_missing = slip(
    backward,
    ...,
    "s = gamma * g; return (s - s.mean(axis=0)) / spread, (g * xhat).sum(axis=0), g.sum(axis=0)",
).says("""
    The columns of your dx add up to 0, as they should. One of the three ways is missing all the same.
    Hint: Multiply a column of x by 2. xhat hardly changes. What does your dx say about that move?""")
way_through_the_mean_missing = slip(backward, "- np.mean(s, axis=0)", "").says("""
    Add up a column of your dx. If all samples move together, does the loss notice?
    Hint: One of the three ways is missing. Which of them feels such a move?""")
gamma_left_out = slip(
    backward, ..., "return dx_of(g, xhat, spread), (g * xhat).sum(axis=0), g.sum(axis=0)"
).says("""
    Your slopes for gamma and beta are right, and your dx would be right for gamma = 1.
    Hint: g is the slope for out. What is the slope for xhat?""")
spread_left_out = slip(
    backward, ..., "return dx_of(gamma * g, xhat, 1.0), (g * xhat).sum(axis=0), g.sum(axis=0)"
).says("""
    Your slopes for gamma and beta are right, and your dx would be right for a spread of 1.
    Hint: If x is spread widely, does moving one entry by 1 change xhat by much or by little?""")
sums_where_means_belong = slip(
    backward,
    "np.mean(s, axis=0)",
    "np.sum(s, axis=0)",
    "np.mean(s * xhat, axis=0)",
    "np.sum(s * xhat, axis=0)",
).says("""
    What you take off inside dx grows with the number of samples. Is it a sum or a mean?
    Hint: Add up a column of your dx. It should be 0, for every n.
    Hint: Some formulas you find have n in front of the first term and a division by n around everything.""")
input_in_place_of_xhat = slip(
    backward, ..., "return dx_of(gamma * g, xhat, spread), (g * x).sum(axis=0), g.sum(axis=0)"
).says("""
    Your dx is right. What exactly does gamma multiply in the forward pass?
    Hint: In the worked example xhat begins with -0.8944 and x with 1. Which of them is in your slope?""")
parameters_averaged = slip(
    backward, ..., "return dx_of(gamma * g, xhat, spread), (g * xhat).mean(axis=0), g.mean(axis=0)"
).says("""
    Your dx is right, and the slopes of gamma and beta shrink with the number of samples.
    Hint: Where does this loss divide by n? Is it part of g already?""")
a_parameter_for_every_sample = slip(
    backward, "np.sum(g * xhat, axis=0), np.sum(g, axis=0)", "g * xhat, g"
).says("""
    Your slopes for gamma and beta have a row for every sample. How many gammas and betas are there?
    Hint: All samples share them. What becomes of their n slopes?""")
shares_exchanged = slip(
    update_running, ..., "return update_running(x, running_mean, running_variance, 1 - momentum)"
).says("""
    Your running numbers jump to every new batch and forget the old ones. Whose share is the momentum?
    Hint: With momentum 0, should a new batch change anything?
    Hint: Libraries differ: in some the momentum is the share of the old number. Read the story's formula.""")
biased_variance = slip(update_running, ", ddof=1", "").says("""
    Your running mean is right. The running variance takes the other of the story's two variances.
    Hint: By what is the sum of the squares divided here?""")
spread_in_place_of_variance = slip(update_running, "np.var", "np.std").says("""
    Your running mean is right. Is what you mix into the running variance a variance?
    Hint: If x is measured in metres, in what is each of the two measured?""")
given_numbers_moved = slip(
    update_running,
    "return",
    "running_mean[:], running_variance[:] =",
    "* variance",
    "* variance\n    return running_mean, running_variance",
).says("""
    What you return is right, and the running numbers that you were given have moved along.
    Hint: Print them before and after your call. Which line of yours changes them?""")
batch_at_prediction_time = slip(predict, ..., "return forward(x, gamma, beta, eps)[0]").says("""
    Your prediction for a sample depends on the samples beside it. What if it comes alone?
    Hint: Predict one sample by itself. What is its distance from its own mean?""")
root_missing_at_prediction_time = slip(predict, "np.sqrt", "").says("""
    You divide by a variance. Which quantity did the forward pass divide by?
    Hint: Compare with your forward pass line by line.""")
eps_missing_at_prediction_time = slip(predict, "+ eps", "").says("""
    Your predictions do not change with eps. What if a running variance is 0?
    Hint: Compare with your forward pass line by line.""")


def fresh(rng, n=7, d=4):
    """Draw a batch with its parameters; the features differ in mean and spread."""
    x = rng.normal(size=(n, d)) * rng.uniform(0.5, 3, d) + rng.normal(size=d)
    signs = rng.choice([-1.0, 1.0], d)
    return {"x": x, "gamma": signs * rng.uniform(0.5, 2, d), "beta": rng.uniform(0.5, 2, d), "eps": 0.2}


def fresh_backward(rng):
    """Draw a batch with the slopes that arrive at its output, and go forward once."""
    given = fresh(rng)
    _, xhat, spread = forward(**given)
    return {**given, "g": rng.normal(0.5, 1, given["x"].shape), "xhat": xhat, "spread": spread}


story = {
    "x": np.array([[1.0], [2.0], [6.0]]),
    "gamma": np.array([2.0]),
    "beta": np.array([1.0]),
    "eps": 1 / 3,
}
batch = np.array([[1.0, -2.0], [4.0, 0.5], [2.5, 3.0]])
layer = {"gamma": np.array([2.0, -0.5]), "beta": np.array([0.7, 1.5]), "eps": 0.25}
slopes = np.array([[1.0, -2.0], [0.5, 3.0], [-2.5, 0.8]])
_, batch_xhat, batch_spread = forward(batch, **layer)
names = ["x", "gamma", "beta"]

# fmt: off
checks = [
    returns(forward, x=batch, **layer, names=["out", "xhat", "spread"], title="three samples", public=True),
    returns(forward, inputs=fresh, names=["out", "xhat", "spread"], title="seven fresh samples"),
    gradients(backward, of=loss, wrt=names, **story, g=np.array([[3.0], [0.0], [0.0]]),
        xhat=np.array([[-2.0], [-1.0], [3.0]]) / 5**0.5, spread=np.array([5**0.5]), names=names,
        title="the slopes of the story", uses=[forward], public=True),
    gradients(backward, of=loss, wrt=names, x=batch, **layer, g=slopes, xhat=batch_xhat, spread=batch_spread,
        names=names, title="the slopes of three samples", public=True),
    gradients(backward, of=loss, wrt=names, inputs=fresh_backward, names=names,
        title="the slopes of seven fresh samples", points=2),
    returns(update_running, x=batch, running_mean=np.array([0.5, -1.0]),
        running_variance=np.array([2.0, 0.75]), momentum=0.1, names=["running_mean", "running_variance"],
        title="running numbers after three samples", public=True),
    returns(update_running, x=normal(1, 2, size=(5, 3)), running_mean=normal(size=3),
        running_variance=uniform(0.5, 2, 3), momentum=uniform(0.1, 0.3),
        names=["running_mean", "running_variance"], title="running numbers after five fresh samples"),
    leaves_unchanged(update_running, x=batch, running_mean=np.array([0.5, -1.0]),
        running_variance=np.array([2.0, 0.75]), momentum=0.1, names=["running_mean", "running_variance"],
        title="the given running numbers stay as they are", public=True, points=0.5),
    returns(predict, x=batch[:1], **layer, running_mean=np.array([0.5, -1.0]),
        running_variance=np.array([2.0, 0.75]), title="one sample at prediction time", public=True),
    returns(predict, inputs=fresh, running_mean=normal(size=4), running_variance=uniform(0.5, 2, 4),
        title="seven fresh samples at prediction time"),
]
