r"""
# Many classes, and logits of a thousand

`logistic` tells two labels apart. For k classes a network gives k numbers for every sample, the **logits** z,
of shape (n, k): one row for each sample, one column for each class. The **softmax** turns each row into
probabilities:

    p_j = e^(z_j) / (e^(z_1) + … + e^(z_k))

**Stable.** e^1000 is more than the largest float: NumPy answers `inf`, and inf/inf is `nan`. But a row's
softmax does not change when one number is subtracted from all of its logits, since e^(z - c) = e^z / e^c and
e^c cancels. Take c = the row's largest logit. Then the largest exponential is e^0 = 1, and nothing overflows.
Every row needs a c of its own: when c is far above a whole row, all exponentials of that row round to 0, and
0/0 is `nan`.

**The loss.** Each sample has a label y, the whole number of its class. Its cross-entropy is -log(p_y), and
the loss L is the mean over the samples. Taking the softmax first and the logarithm afterwards fails where p_y
rounds to 0, because log(0) is `-inf`. So combine the two formulas on paper first:

    log(p_y) = (z_y - c) - log( e^(z_1 - c) + … + e^(z_k - c) )

The sum holds an e^0 = 1, so its logarithm is harmless. This is called **log-sum-exp**.

**The slopes.** Softmax and logarithm together have a gradient that is simpler than either alone. For a sample
with probabilities p and label y,

    dL/dz_j = (p_j - [1 if j = y, else 0]) / n

**One number worked out.** Logits (1, 2, 4) give e^(-3), e^(-2), e^0 after 4 is subtracted, their sum is
1.18512, and p = (0.0420, 0.1142, 0.8438). With label 1 the loss is -log(0.1142) = 2.1698, and with this one
sample the gradient is (0.0420, -0.8858, 0.8438). Its entries add up to 0. With logits (0, 1000) and label 0
the loss is exactly 1000.

**What to write.** Softmax, loss and gradient, all for many samples at once. Try your file with
`python softmax_cross_entropy.py`, then hand it in.
"""

import numpy as np

from grader.author import alternative, gradients, leaves_unchanged, returns, rewrite, slip, task


@task
def softmax(z):
    """Return the probabilities of each row, an array of shape (n, k), finite for logits of any size.

    z: the logits, an array of shape (n, k).  It stays as it is.
    """
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@task
def cross_entropy(z, y):
    """Return the mean cross-entropy, one number, finite for logits of any size.

    z: the logits, an array of shape (n, k).  y: the labels, n whole numbers from 0 to k - 1.
    """
    shifted = z - z.max(axis=1, keepdims=True)
    chosen = shifted[np.arange(len(y)), y]
    return np.mean(np.log(np.exp(shifted).sum(axis=1)) - chosen)


@task
def gradient(z, y):
    """Return dL/dz of the mean cross-entropy, an array of shape (n, k).

    z: the logits, an array of shape (n, k).  y: the labels, n whole numbers from 0 to k - 1.
    """
    error = softmax(z)
    error[np.arange(len(y)), y] -= 1
    return error / len(y)


# ---- for instructors ------------------------------------------------------------------------------


def one_hot(z, y):
    """Return a 1 for every sample's class and 0 elsewhere."""
    return np.eye(z.shape[1], dtype=z.dtype)[y]


@alternative(softmax)
def row_by_row(z):
    rows = []
    for row in z:
        e = np.exp(row - max(row))
        rows.append(e / sum(e))
    return np.array(rows)


through_the_logarithm = rewrite(softmax, ..., "return np.exp(z - np.logaddexp.reduce(z, axis=1)[:, None])")


@alternative(softmax)
def in_torch(z):
    import torch

    return torch.softmax(torch.as_tensor(z), dim=1).numpy()


@alternative(cross_entropy)
def sample_by_sample(z, y):
    total = 0.0
    for row, label in zip(z, y):
        c = np.max(row)
        total += c + np.log(np.sum(np.exp(row - c))) - row[label]
    return total / len(z)


with_one_hot = rewrite(
    cross_entropy,
    ...,
    "log_p = z - np.logaddexp.reduce(z, axis=1)[:, None]; return -np.sum(one_hot(z, y) * log_p) / len(z)",
)
minus_one_hot = rewrite(gradient, ..., "return (softmax(z) - one_hot(z, y)) / z.shape[0]")


@alternative(gradient)
def a_row_at_a_time(z, y):
    found = np.zeros_like(z)
    for i, label in enumerate(y):
        e = np.exp(z[i] - z[i].max())
        found[i] = e / e.sum()
        found[i, label] -= 1
    return found / len(z)


nothing_subtracted = slip(softmax, "z - z.max(axis=1, keepdims=True)", "z").says("""
    For small logits you are right. What does your function return for the logits 1000 and 1001?
    Hint: Call `np.exp(1000.0)`. Which number can be subtracted from a whole row without changing its
    softmax?""")
one_maximum_for_all_rows = slip(softmax, "z.max(axis=1, keepdims=True)", "z.max()").says("""
    You subtract the same number from every row. Try a row near 1000 above a row near -1000.
    Hint: Print the exponentials of the lower row. What is their sum?
    Hint: What does `z.max()` return without an axis, and which shape should c have?""")
sum_over_the_whole_table = slip(softmax, ..., "e = np.exp(z - z.max()); return e / e.sum()").says("""
    All your entries together add up to 1. What should each row add up to?
    Hint: Print `p.sum(axis=1)`. Over which axis does your sum run?""")
down_the_columns = slip(softmax, ..., "return softmax(z.T).T").says("""
    Your columns add up to 1. In which direction do the classes of one sample lie?
    Hint: Print `p.sum(axis=0)` and `p.sum(axis=1)` for two samples and three classes.""")
subtracted_above_only = slip(
    softmax, ..., "c = z.max(axis=1, keepdims=True); return softmax(z) * np.exp(-c)"
).says("""
    Your rows do not add up to 1. Is the same number subtracted above and below the fraction bar?
    Hint: Compare the exponentials in your numerator with those in your sum. They should be the same ones.""")
sigmoid_of_each = slip(softmax, ..., "return 0.5 * (1 + np.tanh(z / 2))").says("""
    You bend every logit by itself. Do the probabilities of one sample add up to 1?
    Hint: In the softmax, raising one logit of a row lowers the probabilities of all others. Does it in
    yours?""")
logarithm_of_the_softmax = slip(
    cross_entropy, ..., "return -np.mean(np.log(softmax(z)[np.arange(len(y)), y]))"
).says("""
    For small logits you are right. What is the loss of the logits (0, 1000) with label 0?
    Hint: The probability of class 0 rounds to 0 there. What is its logarithm?
    Hint: The story combines logarithm and softmax on paper before any exponential is computed.""")
probabilities_kept_from_zero = slip(
    cross_entropy, ..., "return -np.mean(np.log(np.maximum(softmax(z)[np.arange(len(y)), y], 1e-12)))"
).says("""
    Your loss never exceeds a fixed number. For the logits (0, 1000) with label 0 it should be 1000.
    Hint: A small number added inside the logarithm, or a clip, avoids `-inf` and gives a wrong loss instead.
    """)
summed_not_averaged = slip(cross_entropy, ..., "return cross_entropy(z, y) * len(y)").says("""
    Your loss grows with the number of samples. Does a mean?
    Hint: Give every sample twice. The loss should stay as it is.""")
every_label_in_every_row = slip(
    cross_entropy, ..., "return -np.mean((z - np.logaddexp.reduce(z, axis=1)[:, None])[:, y])"
).says("""
    You pick more than one entry from each row. What is the shape of `z[:, y]` for n samples?
    Hint: Sample 0 should be charged for the label of sample 0 only. Two index arrays pick one entry each.""")
softmax_twice = slip(cross_entropy, ..., "return cross_entropy(softmax(z), y)").says("""
    For the logits (0, 1000) with label 0 your loss is 1.31. Is the softmax taken twice?
    Hint: Your log-softmax works on logits. Is it given logits, or probabilities already?""")
uphill = slip(gradient, ..., "return -gradient(z, y)").says("""
    Raise the logit of the right class a little: the loss falls. Does your gradient say so?
    Hint: In the story the entry of the label is negative, and the others are positive.""")
not_divided_by_n = slip(gradient, ..., "return gradient(z, y) * len(y)").says("""
    Your gradient belongs to the sum of the costs. Which function is L?
    Hint: With one sample you are right. Give the sample twice: each copy should pull half as hard.""")
label_column_of_every_row = slip(gradient, "np.arange(len(y)), y", ":, np.unique(y)").says("""
    You subtract 1 in more than one place of a row. Which entries does `p[:, y]` name?
    Hint: Each row of the gradient should add up to 0. Print the sums of yours.""")
label_forgotten = slip(gradient, ..., "return softmax(z) / len(y)").says("""
    None of your entries is negative. Does raising the logit of the right class raise the loss?
    Hint: The formula has two terms. Only one of them depends on the label.""")
only_the_label_moves = slip(gradient, ..., "return gradient(z, y) * one_hot(z, y)").says("""
    Only the label's own logit has a slope in your gradient. Do the others not change the loss?
    Hint: Raise the logit of a wrong class: the softmax of the right class falls.""")
slope_of_the_sigmoid_once_more = slip(
    gradient, ..., "p = softmax(z); return gradient(z, y) * p * (1 - p)"
).says("""
    You multiply by p·(1 - p) at the end. The story's formula holds the softmax's slope already.
    Hint: Check the story's worked gradient: (0.0420, -0.8858, 0.8438).""")


def fresh(n, k, spread):
    """Return a drawing of logits far from each other, with more than one class among the labels."""

    def drawn(rng):
        steps = rng.permuted(np.tile(np.arange(k) - 0.4 * k, (n, 1)), axis=1)
        return {
            "z": spread * (steps + rng.uniform(-0.2, 0.2, (n, k))),
            "y": rng.permutation(np.arange(n) % k),
        }

    return drawn


def far_apart(rng):
    """Draw rows around 1000, -2000 and 3000, and one whose largest logit is far from its least."""
    drawn = fresh(4, 4, 1.0)(rng)
    away = np.diag([0.0, 0.0, 0.0, 1500.0])
    return {**drawn, "z": drawn["z"] + np.array([[1000.0], [-2000.0], [3000.0], [0.0]]) + away}


def only_logits(draw):
    """Leave the labels of a drawing out."""
    return lambda rng: {"z": draw(rng)["z"]}


logits_changed = slip(
    softmax,
    "e = np.exp(z - z.max(axis=1, keepdims=True))",
    "z -= z.max(axis=1, keepdims=True); e = np.exp(z)",
).says("""
    Your probabilities are right, and the logits that you were given are other ones afterwards.
    Hint: Print z before and after your call. Which line of yours changes it?""")


two_rows = np.array([[1.0, 2.0, 4.0], [0.5, -1.5, -0.2]])
huge = np.array([[1000.0, 1001.0, 998.5], [-1000.0, -1003.0, -1000.5]])
sure = np.array([[0.0, 1000.0, -300.0], [700.0, -40.0, 699.0]])
labels = np.array([1, 2])

# fmt: off
checks = [
    returns(softmax, z=two_rows, title="two rows", public=True),
    leaves_unchanged(softmax, z=two_rows, names=["z"], title="the logits stay as they are", public=True),
    returns(softmax, z=huge, title="logits of a thousand", public=True),
    returns(softmax, inputs=only_logits(fresh(5, 3, 1.0)), title="five fresh rows"),
    returns(softmax, inputs=only_logits(far_apart), title="rows far apart"),
    returns(cross_entropy, z=two_rows, y=labels, title="the loss of two samples", uses=[softmax],
        public=True),
    returns(cross_entropy, z=sure, y=np.array([0, 2]), title="sure and wrong", uses=[softmax], public=True),
    returns(cross_entropy, inputs=fresh(5, 3, 1.0), title="the loss of five fresh samples", uses=[softmax]),
    returns(cross_entropy, inputs=fresh(4, 5, 400.0), title="the loss of fresh large logits", uses=[softmax]),
    gradients(gradient, of=cross_entropy, wrt="z", z=two_rows, y=labels, title="two gradients",
        uses=[softmax], public=True),
    gradients(gradient, of=cross_entropy, wrt="z", inputs=fresh(5, 3, 1.0),
        title="the gradient of five fresh samples", uses=[softmax], points=2),
    returns(gradient, inputs=far_apart, title="the gradient of rows far apart", uses=[softmax]),
]
