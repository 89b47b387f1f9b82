r"""
# The thermometer without a scale

Somebody brought home an old thermometer. It shows numbers, but not in which unit. So it was read eleven times
beside one that shows degrees Celsius: the readings x, and the temperatures y that they should have been. A
line w·x + b is to turn the one into the other, and gradient descent is to find it. This page builds on
`manual_gradient`: the slopes are yours, no library finds them.

**The gradient once more.** The loss is the mean of the squared errors, mean of (p - y)² with p = w·x + b.
Here the predictions p are handed to you, because the loss needs them as well and nobody wants to compute them
twice. Through p, the loss feels w by x and b by 1.

**Training.** An epoch is one step, made of all samples together:

1. predict with the present w and b, and compute the loss;
2. if the loss is no number any more (`inf` or `nan`; `np.isfinite` tells), stop;
3. note the loss, take both slopes at the present w and b, and move both against their slopes.

**One number worked out.** Start at w = 1, b = 0. The first reading is 35.7 and should have been 0.5, so its
error is 35.2. The mean of all eleven squares is 1763.8848, and the slopes are 4517.2964 for w and 82.6 for b.
With lr = 0.0001 the step leads to w = 1 - 0.45172964 = 0.54827 and b = -0.00826, where the loss is 323.09.

**Too long a step.** Try lr = 0.01, which was right for other pages. The losses are

    1763.88,  5802484.5,  19408029696,  …

Every step overshoots and lands 58 times as far on the other side. In single precision, which ends at
3.4·10³⁸, the notes met `inf` in epoch 11; in double precision there is room for 87 epochs. A training that
has left the numbers cannot come back, so it stops there, and a history that is shorter than asked for says
so.

**Too short a step.** With lr = 0.0001 nothing runs away: the loss is 323.09 in epoch 2 and 29.02 in epoch
100. There it stays, with b = -0.04 and the line still through the origin. The slope in w was 55 times that in
b, because x is about 50: a step that is short enough for w is far too short for b.

**Scaled inputs.** So make x smaller: train on 0.1·x. Now both slopes are of one size, lr can be 0.001, and
after 5000 epochs the loss is 7.85 at w = 4.0435, b = -9.8084. It falls slowly: after a hundred epochs it is
still 28.95. With lr = 0.03, almost the largest that does not run away here, it is 12.71 by then. The readings
were degrees Fahrenheit, for which w = 5.56 and b = -17.8 would be right, so the line is on its way.

The parameters of the scaled inputs are not those of the thermometer. A line in the original unit has to
predict the same for x as the trained one does for scale·x. Write both down, and compare what stands beside x.
With scale 0.1, the line 4·(0.1·x) - 10 is 0.4·x - 10.

**What to write.** The gradient from given predictions, the training with its stop, the way back to the
original unit, and the fit that uses the two. Try your file with `python thermometer.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def loss(prediction, y):
    """Mean squared error of the predictions: one number."""
    return np.mean((prediction - y) ** 2)


def gradient(x, y, prediction):
    """Return the pair (dL/dw, dL/db) of the mean squared error, two numbers.

    x, y: arrays of shape (n,).  prediction: what w·x + b gives for them, an array of shape (n,).
    """
    raise NotImplementedError("Write gradient.")


def train(w, b, x, y, lr, epochs):
    """Train with one step per epoch; return (w, b, losses), the losses as a list with one for each epoch.

    w, b: the start, two numbers.  x, y: arrays of shape (n,).  lr: the learning rate.  epochs: how many.

    A loss is computed before its epoch's step. As soon as one is not finite, return w, b and the losses of
    the epochs before.
    """
    raise NotImplementedError("Write train.")


def in_original_units(w, b, scale):
    """Return the pair (w, b) that predicts for x what the given pair predicts for scale·x.

    w, b: numbers, the line that was trained on scale·x.  scale: a number.
    """
    raise NotImplementedError("Write in_original_units.")


def fit_scaled(w, b, x, y, scale, lr, epochs):
    """Train on the inputs scale·x; return (w, b, losses) with w and b for the original inputs x.

    w, b: the start of the training, for the scaled inputs.  x, y: arrays of shape (n,), x in its original
    unit.  scale, lr: numbers.  epochs: how many steps.
    """
    raise NotImplementedError("Write fit_scaled.")


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
        ('the slopes of three samples', lambda: named(['dw', 'db'], gradient(np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0]), np.array([1.5, 2.5, 3.5]))), {'dw': '-7.33333', 'db': '-3'}),
        ('one epoch of the thermometer', lambda: named(['w', 'b', 'losses'], train(1.0, 0.0, np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]), np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]), 0.0001, 1)), {'w': '0.54827', 'b': '-0.00826', 'losses': '[1763.88]'}),
        ('twenty epochs of the thermometer', lambda: named(['w', 'b', 'losses'], train(1.0, 0.0, np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]), np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]), 0.0001, 20)), {'w': '0.232297', 'b': '-0.0195795', 'losses': '[1763.88, 323.091, 78.9297, 37.5528, 30.5403, 29.3512, 29.1489, 29.1138, 29.1071, 29.1052, 29.1042, 29.1032, 29.1023, 29.1014, 29.1005, 29.0995, 29.0986, 29.0977, 29.0968, 29.0959]'}),
        ('back to the original unit', lambda: named(['w', 'b'], in_original_units(4.0, -10.0, 0.1)), {'w': '0.4', 'b': '-10'}),
        ('ten epochs on scaled readings', lambda: named(['w', 'b', 'losses'], fit_scaled(1.0, 0.0, np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]), np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]), 0.1, 0.0002, 10)), {'w': '0.114708', 'b': '0.0198414', 'losses': '[80.3643, 79.1443, 77.9537, 76.7918, 75.6578, 74.5511, 73.471, 72.417, 71.3883, 70.3844]'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
