# kind: double
# task: slope_of_scores
# task: backward
# truth: The factor a is only at da.
# truth: dk lacks the root.
# line: 27, 33
# foreseen: unknown
import numpy as np
def softmax(scores):
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)
def loss(q, k, v, g):
    return np.sum(g * (weights(q, k) @ v))


def weights(q, k):
    n, d = q.shape
    return softmax(np.einsum('id,jd->ij', q, k) * d ** -0.5)

def causal_weights(scores):
    n = len(scores)
    hidden = np.arange(n)[None, :] > np.arange(n)[:, None]
    return softmax(np.where(hidden, -np.inf, scores))

def slope_of_scores(a, da):
    rows = np.einsum('ij,ij->i', a, da)
    return a * da - rows[:, None]

def backward(q, k, v, a, g):
    root = np.sqrt(q.shape[-1])
    ds = slope_of_scores(a, da := np.einsum('ie,je->ij', g, v))
    dq = np.einsum('ij,jd->id', ds, k) / root
    dk = np.einsum('ij,id->jd', ds, q)
    dv = np.einsum('ij,ie->je', a, g)
    return dq, dk, dv
