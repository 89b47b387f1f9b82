# kind: wrong
# task: forward
# truth: the sum of the second hidden node begins with that of the first
# line: 29 or 26
# foreseen: unknown
import numpy as np


def loss(o, y):
    """Return ½(o1 - y1)² + ½(o2 - y2)², one number."""
    return 0.5 * (o[0] - y[0]) ** 2 + 0.5 * (o[1] - y[1]) ** 2


def network_loss(w, x, y):
    """Return the loss of the whole network as a function of its weights: one number."""
    h, o = forward(w, x)
    return loss(o, y)


def relu(z):
    return (np.abs(z) + z) / 2


def forward(w, x):
    hidden = []
    s = 0.0
    for j in (0, 1):
        for i in (0, 1):
            s += w[2 * i + j] * x[i]
        hidden.append(relu(s))
    outputs = []
    for k in (0, 1):
        s = 0.0
        for j in (0, 1):
            s += w[4 + 2 * j + k] * hidden[j]
        outputs.append(relu(s))
    return np.array(hidden), np.array(outputs)


def gradient(w, x, y, h, o):
    out = np.zeros(8)
    delta = [0.0, 0.0]
    for k in (0, 1):
        if o[k] > 0:
            delta[k] = o[k] - y[k]
    for j in (0, 1):
        back = 0.0
        for k in (0, 1):
            out[4 + 2 * j + k] = delta[k] * h[j]
            back += delta[k] * w[4 + 2 * j + k]
        if h[j] > 0:
            for i in (0, 1):
                out[2 * i + j] = back * x[i]
    return out


def dead_nodes(w, xs):
    answer = []
    for node in range(4):
        silent = 0
        for x in xs:
            h, o = forward(w, x)
            values = list(h) + list(o)
            if not values[node] > 0:
                silent += 1
        answer.append(silent == len(xs))
    return answer


def stuck_weights(w, xs):
    roads = [(0, None), (1, None), (0, None), (1, None), (0, 0), (0, 1), (1, 0), (1, 1)]
    answer = []
    for j, k in roads:
        felt = False
        for x in xs:
            h, o = forward(w, x)
            goal = o[k] > 0 if k is not None else max(o) > 0
            felt = felt or (h[j] > 0 and goal)
        answer.append(not felt)
    return answer
