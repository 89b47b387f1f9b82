# kind: wrong
# task: update_step
# truth: A default argument keeps the steps of earlier calls by position and adds nine tenths of them to the new one.
# line: 17
# foreseen: unknown
import torch


def update_step(parameters, lr, velocity={}):
    with torch.no_grad():
        for i, p in enumerate(parameters):
            if p.grad is None:
                continue
            v = velocity.get(i)
            if v is None or v.shape != p.shape:
                v = torch.zeros_like(p)
            v = 0.9 * v + lr * p.grad
            velocity[i] = v
            p -= v
