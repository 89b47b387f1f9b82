r"""
# Homework: a neuron learns AND

Train one linear neuron, $\hat y = w_1 x_1 + w_2 x_2 + b$, to the logical AND. The targets are −1 for
false and 1 for true:

    x1, x2:  (1, 0), (0, 1), (0, 0), (1, 1)
    target:     −1,     −1,     −1,      1

The loss is the squared error, of one sample or as the mean of all four; the steps are those of gradient
descent. Start where you like, for example at (0.666, 0.333, 0.233) with the rate 0.01 and 20 epochs. An
output above 0 counts as true.

A unit with a threshold that learns by the perceptron's rule is right as well, and so is a sigmoid unit,
under its squared error or the cross-entropy; there an output above ½ counts as true, and the target for
false may be 0 in place of −1.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end every output is on its target's side of 0.
"""

# Write your script here, and hand it in as it stands.
