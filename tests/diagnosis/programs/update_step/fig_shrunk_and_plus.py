# kind: double
# task: update_step
# task: update_step
# truth: The step goes uphill.
# truth: The slopes are halved.
# line: 17, 17
# foreseen: no
import torch


def update_step(parameters, lr):
    pairs = [(p, g) for p in parameters if (g := p.grad) is not None]
    if not pairs:
        return
    tensors, slopes = zip(*pairs)
    with torch.no_grad():
        torch._foreach_add_(list(tensors), [g / 2 for g in slopes], alpha=lr)
