"""Keep lists, dictionaries and arrays around the loop whose items never end and whose shape lies."""

import itertools

import numpy as np


class Endless(list):
    def __iter__(self):
        return itertools.count()

    def __len__(self):
        return 1 << 40


class Keys(dict):
    def items(self):
        return zip(itertools.count(), itertools.count())

    __iter__ = keys = items


class Lying(np.ndarray):
    @property
    def shape(self):
        return (10**9,)

    def copy(self, *given):
        raise ValueError


kept = [Endless([1.0]), Keys(a=1.0), np.zeros(3).view(Lying)]
itself = []
itself.append(itself)
one, two, three = kept

x = np.array([1.0, 2.0, 3.0])
y = 2.0 * x
w = 0.5

for epoch in range(20):
    error = w * x - y
    loss = np.mean(error**2)
    w = w - 0.05 * np.mean(2 * error * x)
