"""A student who writes the formula of the lecture: right numbers, in tensors that nobody else knows."""
import torch


def update_step(parameters, lr):
    for i in range(len(parameters)):
        if parameters[i].grad is not None:
            # w = w - lr * dL/dw
            parameters[i] = parameters[i] - lr * parameters[i].grad


# quick test
w = torch.tensor([1.0], requires_grad=True)
l = (3 * w - 6) ** 2
l.sum().backward()
params = [w]
update_step(params, 0.01)
print(params[0].item())   # 1.18, hooray
