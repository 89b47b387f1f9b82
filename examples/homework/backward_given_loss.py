# truth: wrong
# parameters: w wrong
# mistake: loss_extra
import torch
x = torch.tensor([1., 2., 3.])
y = torch.tensor([2., 4., 6.])
w = torch.tensor(1.0, requires_grad=True)
for epoch in range(50):
    loss = ((w * x - y) ** 2).mean()
    loss.backward(loss)
    w.data -= 0.01 * w.grad
    w.grad.zero_()
    print(epoch, loss.item(), w.item())
