import torch

xs = [(1.0, 0.0), (0.0, 1.0), (0.0, 0.0), (1.0, 1.0)]
ys = [-1.0, -1.0, -1.0, 1.0]
theta = [torch.tensor(v, requires_grad=True) for v in (0.666, 0.333, 0.233)]
for step in range(150):
    w1, w2, b = (theta[0], theta[1], theta[2])
    loss = torch.stack([(w1 * x[0] + w2 * x[1] + b - y) ** 2 for x, y in zip(xs, ys)]).mean()
    grads = torch.autograd.grad(loss, theta)
    with torch.no_grad():
        for t, g in zip(theta, grads):
            t.sub_(0.05 * g)
print([t.item() for t in theta], loss.item())
