# kind: double
# task: gradient
# task: cross_entropy
# truth: The label's one is subtracted everywhere but there.
# truth: The median.
# line: 29, 25
# foreseen: no
import numpy as np


def softmax(z):
    out = np.zeros(z.shape)
    for i, zeile in enumerate(z):
        m = max(zeile)
        e = [np.exp(v - m) for v in zeile]
        out[i] = np.array(e) / sum(e)
    return out


def cross_entropy(z, y):
    verluste = []
    for zeile, k in zip(z, y):
        m = zeile.max()
        verluste.append(np.log(np.exp(zeile - m).sum()) + m - zeile[k])
    return float(np.median(verluste))


def gradient(z, y):
    return np.vstack([(p - (np.arange(p.size) != k)) / len(z) for p, k in zip(softmax(z), y)])
