r"""
# Homework: the strange thermometer

A thermometer shows numbers in an unknown unit. Train $w$ and $b$ so that $w \cdot t_u + b$ gives the
temperature in degrees Celsius, for these eleven readings:

    t_u = 35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4
    t_c =  0.5, 14,   15,   28,   11,    8,    3,   -4,    6,   13,   21

The loss is the mean squared error; all readings together make one step. Start where you like, for example
at (1, 0) with the rate 0.0001 and 100 epochs, or multiply the readings by 0.1 first and take a larger
rate.

Hand in a whole script or a notebook, in any style: with NumPy or with torch, with functions or without.
It is graded as it stands. What counts: that the loss is the one asked for, that each parameter's step
follows its slope, that the steps have the length that the rate says, that gradients are cleared before
the next ones, that the loss falls, and that in the end the mean squared error is 30 or less.
"""

# Write your script here, and hand it in as it stands.
