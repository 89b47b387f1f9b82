r"""
# The slope of a loss, by trying

On the page `loss` you computed how wrong a line is, and on `manual_gradient` how this changes with w and b,
with the chain rule and a pencil. There is a way to find a slope without any mathematics: walk a little to one
side and look how high you are, walk as far to the other side and look again.

    slope of f at v  ≈  ( f(v + δ) - f(v - δ) ) / (2·δ)

This is the **central difference**. The two places are 2·δ apart, and that is what the rise between them is
divided by. One could save a call and compare with f(v) itself, but then the slope belongs to a place half a δ
away. The central difference looks to both sides, and such errors cancel. For a square they cancel altogether,
however large δ is.

**One number worked out.** Take f(v) = v³ at v = 2 with δ = 0.1. The two values are 2.1³ = 9.261 and 1.9³ =
6.859, the rise is 2.402, and 2.402 / 0.2 = 12.01. The chain rule says 3·2² = 12. With δ = 0.001 the
difference would be 12.000001.

**The gradient of a loss.** Readings of a thermometer in an unknown unit, x, are to be turned into degrees
Celsius, y, by a line w·x + b. Its loss is the mean squared error. To find dL/dw, w is moved and *b stays*; to
find dL/db, b is moved and *w stays*. Every slope costs two calls of the loss, so a network with a million
weights would need two million: training wants the chain rule. But the trying needs no knowledge of the
formula, and this makes it the best check of a gradient that was found in any other way.

**One step.** Downhill is against the slope, by the learning rate lr times the slope, for both parameters:

    new w = w - lr·dL/dw          new b = b - lr·dL/db

with both slopes taken at the *old* place (w, b). At w = 1, b = 0 the eleven readings of the course's notes
give a loss of 1763.88 and the slopes 4517.2964 and 82.6. With lr = 0.01 the step leads to w = -44.173,
b = -0.826.

**What the notes did.** They moved w first, and then tried out the slope in b *at the new w*, where the line
is hopelessly wrong already. There the slope in b is not 82.6 but -4597.3, and b becomes 45.97. Only the first
step follows the gradient: all entries of a gradient belong to one place. Nothing warns you when they do not.
So you write both here, to see the difference. (The notes printed 46. They calculated in single precision, in
which a loss of over five million comes in steps of a half, and a difference of two such losses, divided by
0.2, in steps of 2.5. That is the weak side of trying. And that the loss grows from 1763.88 to five million
either way is another story: lr = 0.01 is far too long a step. The pages `thermometer` and `learning_rate`
tell it.)

**What to write.** The central difference of any function, the gradient of the loss made with it, the step
that follows the gradient, and the step of the notes. Try your file with `python numeric_gradient.py`, then
hand it in.
"""

# This exercise is solved without torch.

import numpy as np


def loss(w, b, x, y):
    """Mean squared error of the line w·x + b over the samples: one number."""
    return np.mean((w * x + b - y) ** 2)


def central_difference(f, v, delta):
    """Return the slope of f at v, tried out at v + delta and v - delta: one number.

    f: a function that takes one number and returns one.  v: a number.  delta: a positive number.
    """
    raise NotImplementedError("Write central_difference.")


def gradient(w, b, x, y, delta):
    """Return the pair (dL/dw, dL/db) of the loss above at (w, b), both by central differences.

    w, b: numbers.  x, y: arrays of shape (n,).  delta: how far to move a parameter to each side.
    """
    raise NotImplementedError("Write gradient.")


def step(w, b, dw, db, lr):
    """Return the pair (w, b) after one step of gradient descent.

    w, b: numbers.  dw, db: their slopes, numbers.  lr: the learning rate.
    """
    raise NotImplementedError("Write step.")


def step_of_the_notes(w, b, x, y, delta, lr):
    """Return the pair (w, b) after a step as the notes did it: w first, then b with its slope at the new w.

    w, b: numbers.  x, y: arrays of shape (n,).  delta: as in gradient.  lr: the learning rate.
    """
    raise NotImplementedError("Write step_of_the_notes.")


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
        ('three samples', lambda: named(['dw', 'db'], gradient(1.0, 0.5, np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0]), 0.5)), {'dw': '-7.33333', 'db': '-3'}),
        ('the thermometer of the notes', lambda: named(['dw', 'db'], gradient(1.0, 0.0, np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]), np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]), 0.1)), {'dw': '4517.3', 'db': '82.6'}),
        ('a step along the gradient', lambda: named(['w', 'b'], step(1.0, 0.0, 4517.2964, 82.6, 0.01)), {'w': '-44.173', 'b': '-0.826'}),
        ('the step of the notes', lambda: named(['w', 'b'], step_of_the_notes(1.0, 0.0, np.array([35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]), np.array([0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]), 2.0, 0.01)), {'w': '-44.173', 'b': '45.9732'}),
    ]:
        try:
            values = call()
            got = ", ".join(f"{name} = {text(values.get(name, 'nothing'))}" for name in expected)
        except NotImplementedError as unfinished:
            got = f"not written yet: {unfinished}"
        right = ", ".join(f"{name} = {number}" for name, number in expected.items())
        print(f"{title}\n    got       {got}\n    expected  {right}")
