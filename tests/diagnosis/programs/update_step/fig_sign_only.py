# kind: wrong
# task: update_step
# truth: Only the sign of the slope is used.
# line: 15
# foreseen: no
import torch


def update_step(parameters, lr):
    pairs = [(p, g) for p in parameters if (g := p.grad) is not None]
    if not pairs:
        return
    tensors, slopes = zip(*pairs)
    with torch.no_grad():
        torch._foreach_add_(list(tensors), [g.sign() for g in slopes], alpha=-lr)
