r"""
# Homework: a network of two layers

Train the eight weights of a network with two inputs, two hidden units and two outputs, all units
sigmoids, without biases:

    h1 = σ(w1·x1 + w3·x2)    h2 = σ(w2·x1 + w4·x2)
    o1 = σ(w5·h1 + w7·h2)    o2 = σ(w6·h1 + w8·h2)

There is one sample, with the inputs 0.5 and 0.3 and the targets 0.23 and −0.07. The loss is half the sum
of the two squared errors, or their sum or mean; the steps are those of gradient descent. Start where you
like, for example at

    w1, …, w8 = 0.2, −0.4, 0.5, 0.6, 0.1, −0.5, −0.3, 0.8

with the rate 1 and some ten rounds or more. The weights may be called anything, and may be eight numbers,
a list or two matrices.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end the sum of both squared errors is 0.25 or less.
"""

# Write your script here, and hand it in as it stands.
