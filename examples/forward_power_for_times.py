"""A beginner in Python who takes ** for the sign of multiplication."""
import numpy as np

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
w = 1.0    # start with 1


def forward(x, w):
    # prediction = w * x
    return w**x


def forward_with_bias(x, w, b):
    return w*x + b


print("prediction (before training):", forward(4, w))
for x in x_data:
    print("\t", x, forward(x, w))
