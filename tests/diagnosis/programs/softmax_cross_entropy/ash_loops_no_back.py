# kind: wrong
# task: cross_entropy
# truth: The logit of the label is not subtracted.
# line: 22
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
        verluste.append(np.log(np.exp(zeile - m).sum()) + m)
    return float(np.mean(verluste))


def gradient(z, y):
    return np.vstack([(p - (np.arange(p.size) == k)) / len(z) for p, k in zip(softmax(z), y)])
