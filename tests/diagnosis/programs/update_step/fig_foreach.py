# kind: right
# foreseen: unknown
import torch


def update_step(parameters, lr):
    pairs = [(p, g) for p in parameters if (g := p.grad) is not None]
    if not pairs:
        return
    tensors, slopes = zip(*pairs)
    with torch.no_grad():
        torch._foreach_add_(list(tensors), list(slopes), alpha=-lr)
