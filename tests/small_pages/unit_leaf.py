"""
# A step downhill

Tensors carry their gradients with them.
"""

import torch

from grader.author import alternative, leaf, misconception, normal, state_after, task, trains_to, uniform


@task
def step(parameters, lr):
    """Move every parameter downhill by lr times its gradient, in place, and empty its buffer."""
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * parameter.grad
            parameter.grad = None


@task
def train(parameters, x, lr, epochs):
    """Make (w·x)² small; return the losses."""
    losses = []
    for _ in range(epochs):
        loss = (parameters[0] * x) ** 2
        loss.backward()
        losses.append(loss.item())
        with torch.no_grad():
            parameters[0] -= lr * parameters[0].grad
            parameters[0].grad = None
    return losses


@alternative(step)
def on_the_data(parameters, lr):
    for parameter in parameters:
        parameter.data -= lr * parameter.grad
        parameter.grad.zero_()


@misconception(step)
def uphill(parameters, lr):
    """Your step goes uphill."""
    with torch.no_grad():
        for parameter in parameters:
            parameter += lr * parameter.grad
            parameter.grad = None


@misconception(step)
def new_tensors(parameters, lr):
    """You make new tensors; the old ones stay where they are."""
    parameters[:] = [parameter - lr * parameter.grad for parameter in parameters]


@misconception(step)
def frozen(parameters, lr):
    """Your parameters no longer require grad."""
    with torch.no_grad():
        for parameter in parameters:
            parameter -= lr * parameter.grad
            parameter.grad = None
            parameter.requires_grad_(False)


checks = [
    state_after(
        step,
        [leaf(1.0, grad=2.0), leaf([1.0, 2.0], grad=0.5)],
        0.1,
        names={"parameters": ["w", "b"]},
        title="a step",
        public=True,
    ),
    state_after(
        step,
        [leaf(normal(), grad=uniform(1, 2)), leaf(normal(size=2), grad=normal(size=2))],
        0.1,
        names={"parameters": ["w", "b"]},
        title="a fresh step",
    ),
    trains_to(
        train,
        [leaf(1.5)],
        2.0,
        0.05,
        3,
        names={"parameters": ["w"]},
        title="three epochs",
        public=True,
    ),
]
