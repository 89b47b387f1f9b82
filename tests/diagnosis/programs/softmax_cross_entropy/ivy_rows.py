# kind: right
# foreseen: unknown
import numpy as np


def softmax(z):
    out = []
    for row in z:
        c = max(row)
        powers = [np.exp(v - c) for v in row]
        out.append([p / sum(powers) for p in powers])
    return np.array(out)


def cross_entropy(z, y):
    return np.mean(np.logaddexp.reduce(z, axis=1) - np.take_along_axis(z, np.asarray(y)[:, None], 1)[:, 0])


def gradient(z, y):
    hot = np.eye(z.shape[1])[y]
    return (softmax(z) - hot) / z.shape[0]
