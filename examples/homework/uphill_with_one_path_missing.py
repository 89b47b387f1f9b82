# truth: wrong
# parameters: net[0][0]['w'] wrong, net[0][1]['w'] wrong, net[1][0]['w'] wrong
# mistake: uphill
from math import exp
from random import random, seed

seed(4)
net = [[{"w": [random() - 0.5 for _ in range(3)]} for _ in range(2)], [{"w": [random() for _ in range(3)]}]]
data = [([0.1, 0.9], 0.2), ([0.8, 0.3], 0.7), ([0.5, 0.5], 0.4)]
rate = 0.4


def forward(x):
    for layer in net:
        out = []
        for unit in layer:
            z = unit["w"][-1] + sum(w * v for w, v in zip(unit["w"], x))
            unit["out"] = 1 / (1 + exp(-z))
            out.append(unit["out"])
        x = out
    return x


for epoch in range(50):
    sum_error = 0
    for x, t in data:
        o = forward(x)[0]
        sum_error += (t - o) ** 2
        last = net[1][0]
        last["delta"] = (o - t) * o * (1 - o)
        for k, unit in enumerate(net[0]):
            unit["delta"] = last["delta"] * unit["out"] * (1 - unit["out"])
            if k == 0:
                unit["delta"] *= last["w"][k]
        given = x
        for layer in net:
            for unit in layer:
                for j, value in enumerate(given):
                    unit["w"][j] += rate * unit["delta"] * value
                unit["w"][-1] += rate * unit["delta"]
            given = [unit["out"] for unit in layer]
    print(epoch, sum_error)
