r"""
# How long may a step be?

Two trainings of this course ran away: `quadratic` with lr = 0.01 on x = 1, 2, 3, 4, 5, and `thermometer` with
lr = 0.01. In both the slopes were right and the step was too long. This page builds on the two and answers
the question that they left: how long may a step be? The answer can be worked out before any training.

**One direction.** Near its lowest point every smooth loss looks like a parabola, and for squared errors of a
line it is one everywhere: L = ½·c·e², where e is how far the parameter is from the best one and c the
**curvature**, how fast the slope changes. The slope is c·e, and a step takes lr·c·e away:

    new e = (1 - lr·c)·e

So every step multiplies the error by the same factor. Between -1 and 1 it shrinks; below 0 it jumps from side
to side; beyond -1 each jump is longer than the one before. The limit is lr = 2/c.

**Two parameters.** The loss of w·x + b is a valley, steep in one direction and flat in another. Its
curvatures stand in a matrix, the **Hessian**: row by row, how fast dL/dw and dL/db change with w and with b.
For the mean squared error it is

    H = 2 · mean of [ x²  x ]
                    [ x   1 ]

and no y is in it. The curvatures in the steepest and in the flattest direction are the eigenvalues of H
(`np.linalg.eigvalsh`). In each direction the error has its own factor, 1 minus lr times the eigenvalue, and
the steepest sets the limit:

    largest lr = 2 / (largest eigenvalue)

**One number worked out.** H = [[8, 2], [2, 5]] has the eigenvalues 9 and 4. The largest rate is 2/9 = 0.2222.
With lr = 0.3 the steepest direction gets the factor 1 - 0.3·9 = -1.7, the flattest 1 - 0.3·4 = -0.2.

**The thermometer.** H = [[5881.6, 103.6], [103.6, 2]], its eigenvalues are 5883.42 and 0.175. So lr may be
0.00034 at most. With 0.01 the factor is -57.83. Can that be seen in the losses? They are squares of errors,
so from one to the next they grow by the square of the factor: from 5802484.5 to 19408029696 that is 3344.8,
and the root of it is 57.83. With inputs scaled by 0.1 the eigenvalues are 60.6 and 0.170. The flat direction
is as flat as before, but lr may be 0.033, and with a step a hundred times longer it is crossed a hundred
times faster.

**One sample at a time.** For ŷ = w1·x² + w2·x + b the step of one sample moves the parameters by lr times
2·error times (x², x, 1), and this changes the prediction at x by (x², x, 1) times that once more:

    new error = (1 - 2·lr·(x⁴ + x² + 1)) · error

At x = 5 with lr = 0.01 the factor is 1 - 0.02·651 = -12.02. With lr = 0.003 it is still -2.906, yet that
training settled. What counts is the whole epoch. Write a = (x², x, 1) and d for how far the three parameters
are from the best ones; then each sample makes d - 2·lr·a·(a·d) out of d, that is (I - 2·lr·a·aᵀ)·d, with a·aᵀ
the outer product. Multiply these 3 by 3 matrices, one for each sample, and you have what an epoch does to d.
The largest of its eigenvalues (`np.linalg.eigvals`), in absolute value, says what becomes of d in the long
run. For the five samples it is 24.5 with lr = 0.01, and 0.998 with lr = 0.003. The notes' losses grew from
1242.8 to 718501, by the square of 24.

**What to write.** Six short functions. x and xs are NumPy arrays. Try your file with
`python learning_rate.py`, then hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def curvature(x):
    """Return the Hessian of the mean squared error of w·x + b, an array of shape (2, 2), w before b.

    x: the inputs, an array of shape (n,).
    """
    raise NotImplementedError("Write curvature.")


def largest_rate(hessian):
    """Return the learning rate at which the steepest direction neither shrinks nor grows, a number.

    hessian: a symmetric array of shape (k, k) with positive eigenvalues.
    """
    raise NotImplementedError("Write largest_rate.")


def steepest_factor(hessian, lr):
    """Return the factor, with its sign, by which one step multiplies the error in the steepest direction.

    hessian: a symmetric array of shape (k, k) with positive eigenvalues.  lr: the learning rate.
    """
    raise NotImplementedError("Write steepest_factor.")


def observed_factor(losses):
    """Return by which factor, without its sign, the error grew in the last step of a training, a number.

    losses: a list of two or more losses, each the square of an error up to a constant.
    """
    raise NotImplementedError("Write observed_factor.")


def error_factor(x, lr):
    """Return the factor, with its sign, by which the step of one sample multiplies this sample's error.

    The model is w1·x² + w2·x + b and the loss of the sample its squared error.
    x: the input, a number.  lr: the learning rate.
    """
    raise NotImplementedError("Write error_factor.")


def epoch_factor(xs, lr):
    """Return the largest absolute eigenvalue of what one epoch of samples does to the parameters' errors.

    The model is w1·x² + w2·x + b, with one step per sample.
    xs: the inputs, an array of shape (n,).  lr: the learning rate.
    """
    raise NotImplementedError("Write epoch_factor.")


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
        ('the valley of three samples', lambda: named(['curvature'], curvature(np.array([1.0, 2.0, 4.0]))), {'curvature': '[[14, 4.66667], [4.66667, 2]]'}),
        ('the valley of the thermometer', lambda: named(['curvature'], curvature(np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]))), {'curvature': '[[5881.6, 103.6], [103.6, 2]]'}),
        ('the rate for the worked matrix', lambda: named(['largest_rate'], largest_rate(np.array([[8.0, 2.0], [2.0, 5.0]]))), {'largest_rate': '0.222222'}),
        ('the steepest factor of the worked matrix', lambda: named(['steepest_factor'], steepest_factor(np.array([[8.0, 2.0], [2.0, 5.0]]), 0.3)), {'steepest_factor': '-1.7'}),
        ('the factor in the losses of the notes', lambda: named(['observed_factor'], observed_factor([1763.884766, 5802484.5, 19408029696.0])), {'observed_factor': '57.8341'}),
        ('one sample at 5', lambda: named(['error_factor'], error_factor(5.0, 0.01)), {'error_factor': '-12.02'}),
        ('the epoch that ran away', lambda: named(['epoch_factor'], epoch_factor(np.array([1.0, 2.0, 3.0, 4.0, 5.0]), 0.01)), {'epoch_factor': '24.4659'}),
        ('the epoch that settled', lambda: named(['epoch_factor'], epoch_factor(np.array([1.0, 2.0, 3.0, 4.0, 5.0]), 0.003)), {'epoch_factor': '0.997908'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
