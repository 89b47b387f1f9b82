import numpy as np
import matplotlib.pyplot as plt

x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
y_data = 2 * x_data


def forward(x, w):
    y_pred = w * x_data
    return y_pred


def forward_with_bias(x, w, b):
    y_pred = w * x_data + b
    return y_pred


plt.plot(x_data, forward(x_data, 2.0))
plt.show()
