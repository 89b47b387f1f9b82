# kind: double
# task: update_step
# task: update_step
# truth: The slope is squared.
# truth: Only the first parameter moves.
# line: 17, 15
# foreseen: no
import torch


def update_step(parameters, lr):
    pairs = [(p, g) for p in parameters if (g := p.grad) is not None]
    if not pairs:
        return
    tensors, slopes = zip(*pairs[:1])
    with torch.no_grad():
        torch._foreach_add_(list(tensors), [g * g for g in slopes], alpha=-lr)
