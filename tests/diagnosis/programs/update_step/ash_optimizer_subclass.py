# kind: right
# foreseen: no
import torch


class Gradientenabstieg(torch.optim.Optimizer):
    def __init__(self, params, lr):
        super().__init__(params, {"lr": lr})

    @torch.no_grad()
    def step(self):
        for gruppe in self.param_groups:
            for p in gruppe["params"]:
                if p.grad is None:
                    continue
                p.lerp_(p - gruppe["lr"] * p.grad, 1.0)


def update_step(parameters, lr):
    Gradientenabstieg(parameters, lr).step()
