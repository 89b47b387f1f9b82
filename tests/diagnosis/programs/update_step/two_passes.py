# kind: right
# foreseen: unknown
import torch


class Stepper:
    def __init__(self, params, lr):
        self.params = params
        self.lr = lr

    def steps(self):
        return [None if p.grad is None else self.lr * p.grad for p in self.params]

    def step(self):
        with torch.no_grad():
            for p, s in zip(self.params, self.steps()):
                if s is not None:
                    p.data -= s


def update_step(parameters, lr):
    Stepper(parameters, lr).step()
