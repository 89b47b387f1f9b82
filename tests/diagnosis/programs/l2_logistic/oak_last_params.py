# kind: wrong
# task: train
# truth: The last parameters come back, not the best.
# line: 44
# foreseen: unknown
import numpy as np
def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))
def cross_entropy(w, b, x, y):
    z = x @ w + b
    return np.mean(np.logaddexp(0, z) - y * z)


def penalty(w, strength):
    return 0.5 * strength * float(np.dot(w, w))

def penalised_loss(w, b, x, y, strength):
    return cross_entropy(w, b, x, y) + penalty(w, strength)

def gradient(w, b, x, y, strength):
    miss = sigmoid(x.dot(w) + b) - y
    return np.average(miss[:, None] * x, axis=0) + strength * w, np.average(miss)

def stopping(losses, patience):
    best, last = 0, len(losses) - 1
    for i, value in enumerate(losses):
        if value < losses[best]:
            best = i
        elif i - best >= patience:
            last = i
            break
    return best, last

def train(w, b, x, y, x_val, y_val, strength, lr, patience, limit):
    log, kept = [], []
    while len(log) < limit:
        log.append(cross_entropy(w, b, x_val, y_val))
        kept.append((w, b))
        best, last = stopping(log, patience)
        if last - best >= patience:
            break
        dw, db = gradient(w, b, x, y, strength)
        w, b = w - lr * dw, b - lr * db
    return (*kept[-1], log)
