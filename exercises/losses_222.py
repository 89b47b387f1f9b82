r"""
# Two losses for one network, and one that does not fit

Which number should a training make small? For the network of `backprop_222` (two inputs, two sigmoid nodes,
two sigmoid outputs, targets 0.23 and -0.07) there are ready-made losses in every library. Two of them are
tried here. The first changes nothing. The second runs without a warning, its curve falls and falls, and it
drives the network away from the targets.

**Mean squared error.** For a batch of n samples with k outputs each, a library's mean squared error with
`reduction='mean'` is the mean over *all* n·k numbers, not over the samples:

    MSE = ( sum of all (o - y)² ) / (n·k)

Since its slope is the slope of the same expression, the same n·k stands there. For one sample with two
outputs you divide by 2: exactly the half of the sum that `backprop_222` took. With three outputs the two
would differ.

**Cross-entropy.** This loss is made for another question: which of k classes is it? The network's k outputs
are turned into shares of 1, all above 0, by the *softmax*,

    s_i = e^(o_i) / (e^(o_1) + … + e^(o_k))

and the target says how probable each class is, t_1 … t_k. The loss is

    L = -( t_1·log s_1 + … + t_k·log s_k )

with the natural logarithm. A share lies between 0 and 1, its logarithm is negative, and the minus makes the
loss positive. It is least where the shares are the target's probabilities.

**Its slope.** Because log s_i = o_i - log(e^(o_1) + … + e^(o_k)), the loss is a sum of terms -t_i·o_i, and of
t_i times one and the same logarithm. The slope of that logarithm for o_i is s_i, as you can check by the
chain rule. So o_i meets t_i once in its own term, and s_i as often as there are terms, each time with the
factor of that term's target. In textbooks the slope is s - t. Look at what they assume about the targets
before you use it.

**One number worked out.** With the start weights of `backprop_222`, o = (0.4769, 0.5287). The squared errors
are 0.2469² and 0.5987², and their mean is 0.2097. The shares are s = (0.4871, 0.5129), and

    L = -( 0.23·log 0.4871 + (-0.07)·log 0.5129 ) = 0.1655 - 0.0467 = 0.1187

The second term is *negative*. The smaller the share s_2, the smaller the loss, without any end.

**What goes wrong.** Numbers are probabilities if two conditions hold: none is below 0, and they add up to 1.
(Then none can be above 1.) The targets 0.23 and -0.07 fail both. Train with cross-entropy all the same, step
10: the loss falls in every round, from 0.1187 to 0.0152 after ten rounds and to -0.0063 after twenty, less
than any cross-entropy of probabilities can be. Meanwhile the outputs go to (0.94, 0.06), and the half sum of
the squared errors, after a dip, *rises* from 0.2097 to 0.2609. A falling loss says that a number is getting
smaller. Whether it is the number you want, it does not say. Libraries do not check: PyTorch's
`CrossEntropyLoss` gives the same 0.1187 without a word.

**What to write.** Both losses with their slopes, the examination of targets, and the training with
cross-entropy that keeps an eye on the squared error too. Try your file with `python losses_222.py`, then
hand it in.
"""

import numpy as np


def sigmoid(z):
    """Return 1 / (1 + e^(-z))."""
    return 1 / (1 + np.exp(-z))


def forward(w, x):
    """Return the outputs o of the network with the weights w1 … w8, an array of shape (2,)."""
    w1, w2, w3, w4, w5, w6, w7, w8 = w
    h1, h2 = sigmoid(w1 * x[0] + w3 * x[1]), sigmoid(w2 * x[0] + w4 * x[1])
    return np.stack([sigmoid(w5 * h1 + w7 * h2), sigmoid(w6 * h1 + w8 * h2)])


def backward(w, x, slope):
    """Return a loss's slopes for w1 … w8, given its slopes for the two outputs.

    How much the outputs change with each weight is measured, by a tiny step in an imaginary direction:
    nothing cancels there, so that all digits are right. (By hand it goes as in backprop_222.)
    """
    moved = w[:, None] + 1e-20j * np.eye(8, dtype=w.dtype)
    return np.asarray(slope) @ (forward(moved, x).imag / 1e-20)


def half_sum(o, t):
    """Return half the sum of the squared errors of two outputs, one number."""
    return 0.5 * np.sum((o - t) ** 2)


def loss_of_outputs(o, t):
    """Return the cross-entropy as a function of the outputs: one number."""
    return cross_entropy(softmax(o), t)


def mean_squared_error(o, y):
    """Return the mean over all squared errors, one number: what a library calls reduction='mean'.

    o, y: outputs and targets, arrays of shape (n, k), a row for each sample.
    """
    raise NotImplementedError("Write mean_squared_error.")


def mean_squared_slope(o, y):
    """Return the slope of the mean squared error for every output.

    o, y: arrays of shape (n, k).  Returns an array of shape (n, k).
    """
    raise NotImplementedError("Write mean_squared_slope.")


def softmax(o):
    """Return the shares e^(o_i) / (e^(o_1) + … + e^(o_k)) of one sample.

    o: an array of shape (k,).  Returns an array of shape (k,).
    """
    raise NotImplementedError("Write softmax.")


def cross_entropy(s, t):
    """Return the cross-entropy of one sample, one number.

    s: the shares, what softmax returned, an array of shape (k,).  t: the targets, shape (k,). They may be
    any numbers, also such as are no probabilities.
    """
    raise NotImplementedError("Write cross_entropy.")


def cross_entropy_slope(o, t, s):
    """Return the slope of the cross-entropy for the outputs o (not for the shares), for any targets.

    o: the outputs, an array of shape (k,).  t: the targets, shape (k,), which need be no probabilities.
    s: softmax(o), there is no need to compute it again.  Returns an array of shape (k,).
    """
    raise NotImplementedError("Write cross_entropy_slope.")


def failed_conditions(targets):
    """Return for every row of targets which of the two conditions for probabilities it fails: a pair.

    targets: an array of shape (n, k), a row for each sample.
    The first of the pair: n truth values, True where some target of the row is below 0. The second: n truth
    values, True where the row does not add up to 1. Python's numbers are rounded, 0.7 + 0.22 + 0.08 is not
    exactly 1; a difference as small as that is no failure (np.isclose tells).
    """
    raise NotImplementedError("Write failed_conditions.")


def train(w, x, t, step, rounds):
    """Train with cross-entropy; return the triple (weights, losses, errors).

    w: the weights w1 … w8 at the start, shape (8,).  x, t: inputs and targets of one sample, shape (2,).
    step: the learning rate.  rounds: how many updates.
    losses: the cross-entropy of each round.  errors: half_sum of each round, which is only watched.
    Both are computed before the round's update. forward and backward are given.
    """
    raise NotImplementedError("Write train.")


if __name__ == "__main__":
    # The public checks: what your functions give, beside what is expected.

    def named(names, value):
        """Put names to what a function returned, in its order."""
        value = value.tolist() if hasattr(value, "tolist") else value
        several = len(names) > 1 and isinstance(value, (list, tuple))
        return dict(zip(names, value)) if several else dict.fromkeys(names[:1], value)

    def text(value):
        """Return numbers with six digits, lists in brackets."""
        value = value.tolist() if hasattr(value, "tolist") else value
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(text(item) for item in value) + "]"
        return f"{value:.6g}" if type(value) in (int, float) else str(value)

    for title, call, expected in [
        ('the two outputs of the story', lambda: named(['mean_squared_error'], mean_squared_error(np.array([[0.4769, 0.5287]]), np.array([[0.23, -0.07]]))), {'mean_squared_error': '0.209701'}),
        ('two samples of three outputs', lambda: named(['mean_squared_error'], mean_squared_error(np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]]), np.array([[0.0, 0.0, 1.0], [2.0, 0.0, 1.0]]))), {'mean_squared_error': '2.5'}),
        ('the slope at two samples of three outputs', lambda: named(['mean_squared_slope'], mean_squared_slope(np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 1.0]]), np.array([[0.0, 0.0, 1.0], [2.0, 0.0, 1.0]]))), {'mean_squared_slope': '[[0.333333, 0, 0.333333], [-0.666667, 1, 0]]'}),
        ('the shares of three outputs', lambda: named(['softmax'], softmax(np.array([0.0, 1.0, -1.0]))), {'softmax': '[0.244728, 0.665241, 0.0900306]'}),
        ('cross-entropy of the story', lambda: named(['cross_entropy'], cross_entropy(np.array([0.4870652261994085, 0.5129347738005915]), np.array([0.23, -0.07]))), {'cross_entropy': '0.11872'}),
        ('the slope of cross-entropy in the story', lambda: named(['cross_entropy_slope'], cross_entropy_slope(np.array([0.47694575860699684, 0.5286964002912302]), np.array([0.23, -0.07]), np.array([0.4870652261994085, 0.5129347738005915]))), {'cross_entropy_slope': '[-0.15207, 0.15207]'}),
        ('four rows of targets', lambda: named(['negative', 'sum'], failed_conditions(np.array([[0.7, 0.22, 0.08], [0.23, -0.07, 0.0], [1.25, 0.25, -0.5], [0.6, 0.0, 0.1]]))), {'negative': '[False, True, True, False]', 'sum': '[False, True, False, True]'}),
        ('the loss of twenty-five rounds of step 10', lambda: named(['weights', 'losses', 'errors'], train(np.array([0.2, -0.4, 0.5, 0.6, 0.1, -0.5, -0.3, 0.8]), np.array([0.5, 0.3]), np.array([0.23, -0.07]), 10.0, 25)), {'weights': '[1.53894, 0.0209088, 1.30336, 0.852545, 2.74477, -3.13222, 1.77767, -1.26832]', 'losses': '[0.11872, 0.102373, 0.0871475, 0.0732587, 0.0608301, 0.0499082, 0.0404679, 0.032419, 0.0256247, 0.0199233, 0.01515, 0.0111506, 0.00778949, 0.00495184, 0.00254279, 0.00048513, -0.00128351, -0.00281336, -0.00414483, -0.00531058, -0.00633704, -0.00724574, -0.00805427, -0.00877714, -0.00942632]', 'errors': '[0.20971, 0.192865, 0.182242, 0.17726, 0.176985, 0.1803, 0.186059, 0.193232, 0.201003, 0.208793, 0.216239, 0.223148, 0.229438, 0.2351, 0.240163, 0.244676, 0.248695, 0.252277, 0.255475, 0.258336, 0.260903, 0.263213, 0.265297, 0.267185, 0.268899]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
