r"""
# Homework: a parabola

Train $w_1$, $w_2$ and $b$ so that $\hat y = w_1 x^2 + w_2 x + b$ fits three points:

    x = 1, 2, 3
    y = 2, 4, 6

The loss is the squared error, of one sample or as the mean of all three; the steps are those of gradient
descent. Start where you like, for example at (1, 1, 0) with the rate 0.01 and 100 epochs.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end the mean squared error of a sample is 0.05 or
less.
"""

# Write your script here, and hand it in as it stands.
