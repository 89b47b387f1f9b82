import torch

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
theta = [torch.tensor(v, requires_grad=True) for v in (1.0, 1.0, 0.0)]
for step in range(1000):
    w1, w2, b = (theta[0], theta[1], theta[2])
    loss = torch.stack([(w1 * x**2 + w2 * x + b - y) ** 2 for x, y in zip(xs, ys)]).mean()
    grads = torch.autograd.grad(loss, theta)
    with torch.no_grad():
        for t, g in zip(theta, grads):
            t.sub_(0.01 * g)
print([t.item() for t in theta], loss.item())
