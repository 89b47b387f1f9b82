# kind: double
# task: update_step
# task: update_step
# truth: The step goes uphill.
# truth: The buffers are cleared.
# line: 17, 19
# foreseen: yes
import torch


@torch.no_grad()
def update_step(parameters, lr):
    if not parameters:
        return
    head, *tail = parameters
    if head.grad is not None:
        head.add_(head.grad, alpha=lr)
    if head.grad is not None:
        head.grad.zero_()
    update_step(tail, lr)
