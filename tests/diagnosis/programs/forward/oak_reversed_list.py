# kind: wrong
# task: forward_with_bias
# truth: The predictions come out in reverse order.
# line: 17
# foreseen: unknown
import numpy as np
x_data = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


weigh = lambda w: (lambda x: w * x)

def forward(x, w):
    return weigh(w)(x)

def forward_with_bias(x, w, b):
    line = weigh(w)
    return np.array([line(xi) + b for xi in x[::-1]])
