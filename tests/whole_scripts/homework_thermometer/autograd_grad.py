import torch

xs = [3.57, 5.59, 5.82, 8.19, 5.63, 4.89, 3.39, 2.18, 4.84, 6.04, 6.84]
ys = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
theta = [torch.tensor(v, requires_grad=True) for v in (1.0, 0.0)]
for step in range(1500):
    w, b = (theta[0], theta[1])
    loss = torch.stack([(w * x + b - y) ** 2 for x, y in zip(xs, ys)]).mean()
    grads = torch.autograd.grad(loss, theta)
    with torch.no_grad():
        for t, g in zip(theta, grads):
            t.sub_(0.01 * g)
print([t.item() for t in theta], loss.item())
