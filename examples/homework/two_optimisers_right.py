# truth: right
# parameters: a right, c right
import torch
torch.manual_seed(0)
a = torch.zeros(3, requires_grad=True); c = torch.ones(3, requires_grad=True)
oa = torch.optim.SGD([a], lr=.1); oc = torch.optim.SGD([c], lr=.05)
t = torch.tensor([1., 2., 3.])
for i in range(50):
    la = ((a - t) ** 2).mean(); oa.zero_grad(); la.backward(); oa.step()
    lc = ((c * a.detach() - t) ** 2).mean(); oc.zero_grad(); lc.backward(); oc.step()
    print(i, la.item(), lc.item())
