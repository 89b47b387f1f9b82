r"""
# Homework: a line through the origin

Train a single weight $w$ so that $\hat y = w \cdot x$ fits three points:

    x = 1, 2, 3
    y = 2, 4, 6

The loss is the squared error, of one sample or as the mean of all three; the steps are those of gradient
descent. Start where you like, for example at w = 1 with the rate 0.01 and 100 epochs. A bias may be in it
and need not be.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without,
one sample at a time or all at once. It is graded as it stands. What counts: that the loss is the one
asked for, that each step follows its slope, that gradients are cleared before the next ones, that the
loss falls, and that in the end the mean squared error of a sample is 0.01 or less.
"""

# Write your script here, and hand it in as it stands.
