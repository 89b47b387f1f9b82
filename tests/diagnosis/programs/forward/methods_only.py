# kind: odd
# task: forward
# truth: forward and forward_with_bias are methods of a class; the file has no functions of these names.
# foreseen: unknown
import numpy as np


class Model:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def forward(self, x):
        return self.w * x

    def forward_with_bias(self, x):
        return self.w * x + self.b


model = Model(2.0, 1.0)
print(model.forward_with_bias(np.array([1.0, 2.0])))
