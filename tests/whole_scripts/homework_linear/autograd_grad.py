import torch

xs = [1.0, 2.0, 3.0]
ys = [2.0, 4.0, 6.0]
theta = [torch.tensor(v, requires_grad=True) for v in (0.5,)]
for step in range(200):
    (w,) = (theta[0],)
    loss = torch.stack([(w * x - y) ** 2 for x, y in zip(xs, ys)]).mean()
    grads = torch.autograd.grad(loss, theta)
    with torch.no_grad():
        for t, g in zip(theta, grads):
            t.sub_(0.05 * g)
print([t.item() for t in theta], loss.item())
